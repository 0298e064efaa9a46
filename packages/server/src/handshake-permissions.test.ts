// Whose policies hold when an account answers another organization's invitation, end to end, by AWS's own clients.

import {
  AcceptHandshakeCommand,
  AttachPolicyCommand,
  CancelHandshakeCommand,
  CreateOrganizationCommand,
  CreatePolicyCommand,
  DeclineHandshakeCommand,
  DescribeHandshakeCommand,
  DetachPolicyCommand,
  InviteAccountToOrganizationCommand,
  LeaveOrganizationCommand,
  ListRootsCommand,
} from "@aws-sdk/client-organizations";
import { describe, expect, test } from "vitest";
import type { RootAccessKey } from "./cell/standalone-account.js";
import {
  allow,
  assumed,
  clientsFor,
  deny,
  outcome,
  policyOf,
  userOf,
  withMember,
} from "./identity-clients.fixture.js";
import type { CallerClients } from "./identity-clients.fixture.js";
import { membersOf, send, signed } from "./signed-http.fixture.js";
import { serving } from "./serving.fixture.js";

const everyHandshake = "arn:aws:organizations::*:handshake/*";
const all = allow("organizations:*");

interface Invited {
  readonly url: string;
  /** Of the organization that invites. */
  readonly sender: CallerClients;
  /** The root user of the account that is invited. */
  readonly root: CallerClients;
  readonly HandshakeId: string;
}

/** An account in no organization, which one has invited. */
async function invited(): Promise<Invited> {
  const { url, keys } = await serving();
  const sender = clientsFor(url, keys);
  await sender.organizations.send(new CreateOrganizationCommand({}));
  const body = JSON.stringify({ name: "Solo", email: "solo@example.com" });
  const headers = { "content-type": "application/json" };
  const signing = { path: "/v1/accounts", service: "withhold", headers, body };
  const made = membersOf(await send(url, await signed(url, keys, signing))) as {
    readonly account: { readonly id: string };
    readonly rootAccessKey: RootAccessKey;
  };
  const HandshakeId = await invitation(sender, made.account.id);
  return { url, sender, root: clientsFor(url, made.rootAccessKey), HandshakeId };
}

async function invitation({ organizations }: CallerClients, Id: string): Promise<string> {
  const Target = { Type: "ACCOUNT", Id } as const;
  const sent = await organizations.send(new InviteAccountToOrganizationCommand({ Target }));
  return sent.Handshake?.Id ?? "";
}

const accepting = async ({ organizations }: CallerClients, HandshakeId: string): Promise<string> =>
  outcome(organizations.send(new AcceptHandshakeCommand({ HandshakeId })));

describe("a user of an invited account", () => {
  test("accepts where nothing denies it, and does not where a policy denies it for handshakes", async () => {
    const { url, root, HandshakeId } = await invited();
    const denied = deny("organizations:AcceptHandshake", { Resource: everyHandshake });
    expect(await accepting(await userOf(url, root, "denied", all, denied), HandshakeId)).toBe(
      "AccessDeniedException",
    );
    expect(await accepting(await userOf(url, root, "free", all), HandshakeId)).toBe("ok");
  });

  test("may answer what its policy names, and is told so when it may not", async () => {
    const { url, root, HandshakeId } = await invited();
    const { organizations } = await userOf(
      url,
      root,
      "u",
      allow("organizations:DescribeHandshake", { Resource: everyHandshake }),
    );
    const { Handshake } = await organizations.send(new DescribeHandshakeCommand({ HandshakeId }));
    const error: unknown = await organizations
      .send(new DeclineHandshakeCommand({ HandshakeId }))
      .catch((e: unknown) => e);
    expect(error).toMatchObject({
      name: "AccessDeniedException",
      message: expect.stringContaining(
        `organizations:DeclineHandshake on resource: ${Handshake?.Arn}`,
      ) as string,
    });
  });

  test("learns nothing of a handshake between others", async () => {
    const { url, sender } = await invited();
    const other = await withMember(sender, "other@example.com");
    const Target = { Type: "EMAIL", Id: "nobody@example.com" } as const;
    const sent = await sender.organizations.send(new InviteAccountToOrganizationCommand({ Target }));
    const HandshakeId = sent.Handshake?.Id ?? "";
    const admin = await userOf(url, sender, "admin", allow("*"));
    const member = await assumed(url, admin, { RoleArn: other.RoleArn });
    const reader = await userOf(url, member, "u", allow("organizations:ListRoots"));
    const error = (await reader.organizations
      .send(new DescribeHandshakeCommand({ HandshakeId }))
      .catch((e: unknown) => e)) as Error;
    expect(error.message).toContain("organizations:DescribeHandshake on resource: * because");
  });
});

test("who sent an invitation is held by the same ARN", async () => {
  const { url, sender, HandshakeId } = await invited();
  const denied = deny("organizations:CancelHandshake", { Resource: everyHandshake });
  const cancel = new CancelHandshakeCommand({ HandshakeId });
  const user = await userOf(url, sender, "denied", all, denied);
  expect(await outcome(user.organizations.send(cancel))).toBe("AccessDeniedException");
  const free = await userOf(url, sender, "free", all);
  expect(await outcome(free.organizations.send(cancel))).toBe("ok");
});

test("an account that may not leave its organization cannot be invited away", async () => {
  const { url, root: rival, sender } = await invited();
  const { memberId, RoleArn } = await withMember(sender);
  expect(await outcome(rival.organizations.send(new CreateOrganizationCommand({})))).toBe("ok");
  const away = await invitation(rival, memberId);
  const admin = await userOf(url, sender, "admin", allow("*"));
  const member = await assumed(url, admin, { RoleArn });
  const TargetId = (await sender.organizations.send(new ListRootsCommand({}))).Roots?.[0]?.Id ?? "";
  const created = await sender.organizations.send(
    new CreatePolicyCommand({
      Type: "SERVICE_CONTROL_POLICY",
      Name: "Stay",
      Description: "",
      Content: policyOf(deny("organizations:LeaveOrganization")),
    }),
  );
  const PolicyId = created.Policy?.PolicySummary?.Id ?? "";
  await sender.organizations.send(new AttachPolicyCommand({ PolicyId, TargetId }));
  const error = (await member.organizations
    .send(new AcceptHandshakeCommand({ HandshakeId: away }))
    .catch((e: unknown) => e)) as Error;
  expect([error.name, error.message]).toEqual([
    "AccessDeniedException",
    expect.stringContaining(
      "organizations:LeaveOrganization on resource: * with an explicit deny in a service control policy",
    ),
  ]);
  const leaving = member.organizations.send(new LeaveOrganizationCommand({}));
  expect(await outcome(leaving)).toBe("AccessDeniedException");
  await sender.organizations.send(new DetachPolicyCommand({ PolicyId, TargetId }));
  expect(await accepting(member, away)).toBe("ok");
});
