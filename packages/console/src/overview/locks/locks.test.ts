import { canOverrideTree } from "@withhold/policy";
import { describe, expect, test } from "vitest";
import { overviewServices } from "../../organization/account-states.js";
import { drawOrganization } from "../../organization/drawn-organization.fixture.js";
import { lockCounts, locksHeadline, rootAnswers, serviceLocks } from "./locks.js";

const none = { "@@operators_allowed_for_child_policies": ["@@none"] };
const fullLock = {
  services: { ...none, default: { ...none, opt_out_policy: { ...none, "@@assign": "optOut" } } },
};
const oneLocked = { services: { lex: { opt_out_policy: { ...none, "@@assign": "optOut" } } } };

describe("the headline", () => {
  test.each([
    ["all locked", fullLock, "All 28 services are locked: nobody below the root can opt in"],
    ["one locked", oneLocked, "1 of 28 services are locked at the root"],
    ["none", undefined, "No service is locked: whoever may attach policies below the root can opt in any"],
    ["unread", null, "0 of 28 services are locked at the root; for 28 that is unknown"],
  ])("%s", (_, content, headline) => {
    const policies = content === undefined ? {} : { one: { content, at: ["r-1"] } };
    const { evaluation } = drawOrganization({ policies });
    expect(locksHeadline(lockCounts(rootAnswers(evaluation, overviewServices(evaluation))))).toBe(headline);
  });
});

test("counts by account are those of the whole tree, point by point", () => {
  const { evaluation } = drawOrganization({
    units: { closed: "r-1", dark: "r-1", open: "r-1", below: "closed" },
    accounts: { management: "r-1", a: "closed", b: "below", c: "dark", d: "open", e: "open" },
    policies: {
      lock: { content: fullLock, at: ["closed"] },
      lex: { content: oneLocked, at: ["open"] },
      unread: { content: null, at: ["dark"] },
    },
  });
  const services = overviewServices(evaluation);
  const locks = serviceLocks(evaluation, services);
  const { summary } = canOverrideTree(evaluation, services);
  expect(locks.map(({ service, accounts }) => ({ service, accounts }))).toEqual(summary);
  const lex = locks.find(({ service }) => service.kind === "service" && service.key === "lex");
  expect(lex).toMatchObject({
    root: "reachable",
    openAt: "r-1",
    accounts: { reachable: 1, impossible: 4, undetermined: 1 },
  });
});

test("where the root's locks close it, nothing is open", () => {
  const { evaluation } = drawOrganization({ policies: { lock: { content: fullLock, at: ["r-1"] } } });
  const locks = serviceLocks(evaluation, overviewServices(evaluation));
  expect(new Set(locks.map(({ root, openAt }) => `${root} ${openAt}`))).toEqual(
    new Set(["impossible undefined"]),
  );
});
