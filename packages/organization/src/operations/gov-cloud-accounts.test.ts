import { expect, test } from "vitest";
import { ExampleCell, drawn } from "../example-cell.fixture.js";
import { byAddress, byId, invited } from "../handshakes.fixture.js";
import { observe, replayed } from "../observation.fixture.js";

/** A pair of accounts with one address. */
function pair(c: ExampleCell): { readonly commercial: string; readonly govCloud: string } {
  const input = { AccountName: "Gov", Email: "gov@acme.example", Tags: [{ Key: "team", Value: "a" }] };
  const { CreateAccountStatus: made } = c.act("CreateGovCloudAccount", input);
  return { commercial: drawn(made?.AccountId), govCloud: drawn(made?.GovCloudAccountId) };
}

test("the commercial account is a member with the tags, the one in GovCloud is in no organization", () => {
  const c = new ExampleCell();
  const { commercial, govCloud } = pair(c);
  const { Tags } = c.act("ListTagsForResource", { ResourceId: commercial });
  expect(Tags).toEqual([{ Key: "team", Value: "a" }]);
  expect(c.refusal("DescribeAccount", { AccountId: govCloud })).toBe("AccountNotFoundException");
  const { CreateAccountStatuses: [, last] = [] } = c.act("ListCreateAccountStatus", {});
  expect(last).toMatchObject({ AccountId: commercial, GovCloudAccountId: govCloud, State: "SUCCEEDED" });
  expect(observe(replayed(c.recorded))).toStrictEqual(observe(c.cell));
});

test("an address that is taken makes neither", () => {
  const c = new ExampleCell();
  const input = { AccountName: "Gov", Email: "APP@acme.example" };
  const { CreateAccountStatus: status } = c.act("CreateGovCloudAccount", input);
  expect(status).toMatchObject({ State: "FAILED", FailureReason: "EMAIL_ALREADY_EXISTS" });
  expect(status).not.toHaveProperty("GovCloudAccountId");
  expect(c.cell.accounts.size).toBe(3);
});

test("the address finds the commercial account, and the one in GovCloud is invited by its id from there", () => {
  const c = new ExampleCell();
  const { commercial, govCloud } = pair(c);
  c.act("RemoveAccountFromOrganization", { AccountId: commercial });
  const HandshakeId = invited(c, byAddress("gov@acme.example"));
  const govRegion = { as: govCloud, partition: "aws-us-gov" };
  expect(c.act("ListHandshakesForAccount", {}, govRegion).Handshakes).toEqual([]);
  expect(c.act("ListHandshakesForAccount", {}, { as: commercial }).Handshakes).toHaveLength(1);
  c.act("AcceptHandshake", { HandshakeId }, { as: commercial });
  const as = c.outsider;
  c.act("CreateOrganization", {}, { as, partition: "aws-us-gov" });
  const { Handshake } = c.act("InviteAccountToOrganization", byId(govCloud), { as });
  c.act("AcceptHandshake", { HandshakeId: drawn(Handshake?.Id) }, govRegion);
  const { Account } = c.act("DescribeAccount", { AccountId: govCloud }, { as });
  expect(Account?.Arn).toMatch(/^arn:aws-us-gov:/);
  expect(Account?.Email).toBe("gov@acme.example");
  expect(observe(replayed(c.recorded))).toStrictEqual(observe(c.cell));
});
