// Every cell of the matrix of operations and callers, on both sides, through the domain's own front door.

import * as aws from "@aws-sdk/client-organizations";
import { requestContext } from "@withhold/iam";
import {
  Cell,
  Fault,
  admit,
  authorizationRequests,
  defaultQuotas,
  evolve,
  operations,
} from "@withhold/organization";
import type { Context, DomainEvent, Input, Operation, OperationName } from "@withhold/organization";
import { awsCatalogue } from "@withhold/policy";
import { describe, expect, test } from "vitest";
import { callerClasses, loadCallerVectors } from "./caller-vectors.js";
import type { Answer, CallerClass, CallerVector } from "./caller-vectors.js";

const vectors = loadCallerVectors();
const isOperation = (name: string): name is OperationName => name in operations;

const management = "111111111111";
const member = "222222222222";
const other = "333333333333";
const outsider = "444444444444";
const neighbour = "555555555555";
const everybody = [management, member, other, outsider, neighbour];
const ids: Readonly<Record<string, string>> = {
  $root: "r-abcd",
  $unit: "ou-abcd-abcdefgh",
  $policy: "p-abcdefgh",
  $member: member,
  $other: other,
  $handshake: "h-abcdefghij",
  $sent: "h-bcdefghijk",
  $transfer: "rt-abcdefgh",
};
const organizationId = "o-abcdefghij";
const neighbours = "o-bcdefghijk";

/** One to everybody, and one to an address that nobody has. */
const invitations: readonly DomainEvent[] = [
  ...everybody.map((id) => invitation(neighbours, receivedBy(id), { type: "ACCOUNT", id })),
  invitation(neighbours, "h-abcdefghij", { type: "EMAIL", id: "nobody@acme.example" }),
  invitation(organizationId, "h-bcdefghijk", { type: "EMAIL", id: "nobody@acme.example" }),
  {
    ...invitation(organizationId, "h-cdefghijkl", { type: "EMAIL", id: "nobody@acme.example" }),
    type: "responsibility-transfer.requested",
    transferId: "rt-abcdefgh",
    name: "T",
    startsAt: 2,
  },
];

function receivedBy(accountId: string): string {
  return `h-${accountId}`;
}

function invitation(
  sender: string,
  handshakeId: string,
  recipient: Extract<DomainEvent, { type: "invitation.sent" }>["recipient"],
): Extract<DomainEvent, { type: "invitation.sent" }> {
  return { type: "invitation.sent", organizationId: sender, handshakeId, recipient, expiresAt: 1 };
}

function cellWith(events: readonly DomainEvent[]): Cell {
  const account = (accountId: string) =>
    ({ type: "account.created", accountId, email: `${accountId}@acme.example`, name: "A" }) as const;
  const join = (accountId: string) =>
    ({ type: "account.joined", organizationId, accountId, parentId: "r-abcd", method: "INVITED" }) as const;
  const founded = { organizationId, rootId: "r-abcd", partition: "aws", managementAccountId: management };
  const neighbourhood = { organizationId: neighbours, managementAccountId: neighbour };
  const policy = { policyId: "p-abcdefgh", policyType: "TAG_POLICY", name: "P", content: "{}" } as const;
  const all: readonly DomainEvent[] = [
    ...everybody.map(account),
    { type: "organization.created", featureSet: "ALL", ...founded },
    ...[management, member, other].map(join),
    {
      type: "organizational-unit.created",
      organizationId,
      unitId: "ou-abcd-abcdefgh",
      parentId: "r-abcd",
      name: "U",
    },
    { type: "policy.created", organizationId, description: "", ...policy },
    { type: "organization.created", featureSet: "ALL", ...founded, ...neighbourhood },
    ...invitations,
    ...events,
  ];
  const cell = new Cell();
  for (const event of all) evolve(cell, event, 0);
  return cell;
}

function contextOf(cell: Cell, accountId: string): Context {
  const account = cell.accounts.get(accountId);
  if (account === undefined) throw new Error(`no account ${accountId}`);
  const principal = { type: "root", arn: `arn:aws:iam::${accountId}:root`, accountId } as const;
  return {
    cell,
    account,
    principal,
    callerContext: requestContext([]),
    partition: "aws",
    catalogue: awsCatalogue,
    quotas: defaultQuotas,
    draw: (alphabet, length) => alphabet.slice(0, 1).repeat(length),
    page: { after: 0, count: 20 },
  };
}

const delegation = (actions: readonly string[]): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { AWS: member },
        Action: actions.map((action) => `organizations:${action}`),
        Resource: "*",
      },
    ],
  });
const delegating = (actions: readonly string[]): readonly DomainEvent[] => [
  {
    type: "resource-policy.created",
    organizationId,
    resourcePolicyId: "rp-abcd",
    content: delegation(actions),
  },
];

const servicePrincipal = "transcribe.amazonaws.com";
const registering: readonly DomainEvent[] = [
  { type: "service-access.enabled", organizationId, servicePrincipal },
  { type: "delegated-administrator.registered", organizationId, accountId: member, servicePrincipal },
];

/** Who calls, in which cell. A policy that names all but this operation must make no difference. */
const scenes: Readonly<
  Record<CallerClass, (operation: string) => { as: string; events: readonly DomainEvent[] }>
> = {
  management: () => ({ as: management, events: [] }),
  delegated: (operation) => ({ as: member, events: delegating([operation]) }),
  registered: () => ({ as: member, events: registering }),
  member: (operation) => ({
    as: member,
    events: delegating(vectors.map((vector) => vector.operation).filter((name) => name !== operation)),
  }),
  outsider: () => ({ as: outsider, events: [] }),
};

function filled(input: object, as: string): object {
  const own: Readonly<Record<string, string>> = { ...ids, $received: receivedBy(as) };
  const text = JSON.stringify(input).replaceAll(/\$\w+/g, (name) => own[name] ?? name);
  return JSON.parse(text) as object;
}

/** Whether the caller gets as far as the operation's own rules, other than those about who calls. */
function answerOf({ operation }: CallerVector, caller: CallerClass, input: object): Answer {
  if (!isOperation(operation)) throw new Error(`${operation} is no operation`);
  const { as, events } = scenes[caller](operation);
  const rule = operations[operation] as Operation<OperationName>;
  const asked = filled(input, as) as Input<OperationName>;
  const code = caller === "outsider" ? "AWSOrganizationsNotInUseException" : "AccessDeniedException";
  const from = contextOf(cellWith(events), as);
  const refused = refusal(() => admit(operation, rule, asked, from));
  if (refused === code) return "may-not";
  if (refused !== undefined) throw new Error(`${operation} is refused with ${refused}`);
  // Who is a party to a handshake is a rule of the operation.
  if (rule.callers !== "anyone") return "may";
  const own = refusal(() =>
    rule.kind === "read" ? rule.answer(asked, from, 0) : rule.decide(asked, from, 0),
  );
  return own === "HandshakeNotFoundException" || own === "AccessDeniedException" ? "may-not" : "may";
}

function refusal(call: () => unknown): string | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw error;
  }
}

test("the matrix has a row for every operation of the newest SDK", () => {
  const ofSdk = Object.keys(aws).flatMap((name) => /^(\w+)Command$/.exec(name)?.[1] ?? []);
  expect(vectors.map(({ operation }) => operation).toSorted()).toEqual(ofSdk.toSorted());
});

describe.each(vectors)("$operation", (vector) => {
  test.each(callerClasses)("%s", (caller) => {
    const { input, ownInput, callers } = vector;
    const expected = callers[caller];
    expect(answerOf(vector, caller, input)).toBe(expected === "itself" ? "may-not" : expected);
    if (expected !== "itself") return;
    if (ownInput === undefined) throw new Error("a row that says `itself` has an `ownInput`");
    expect(answerOf(vector, caller, ownInput)).toBe("may");
  });
});

/** Ids as their names, and ARNs without what they all begin with. */
function named(text: string, as: string): string {
  return Object.entries({ $received: receivedBy(as), ...ids })
    .reduce((rest, [name, id]) => rest.replaceAll(id, name), text)
    .replace(new RegExp(`^arn:aws:organizations::(${management}|${neighbour}):`), "")
    .replaceAll(organizationId, "o")
    .replaceAll(neighbours, "neighbours");
}

function asked(operation: string, input: object | undefined, as: string): readonly string[] {
  if (!isOperation(operation) || input === undefined) throw new Error(`${operation} has no input`);
  const context = contextOf(cellWith([]), as);
  const questions = authorizationRequests(operation, filled(input, as) as Input<OperationName>, context);
  return questions.map(({ action, resource, keys }) =>
    [action, named(resource, as), ...keys.map(([key, value]) => `${key}=${String(value)}`)].join(" "),
  );
}

test.each(vectors)("what $operation asks of policies", ({ operation, input, asks }) => {
  expect(asked(operation, input, member)).toEqual(asks);
});

const aboutThemselves = vectors.filter(({ ownInput }) => ownInput !== undefined);

test.each(aboutThemselves)(
  "what $operation asks about oneself",
  ({ operation, callers, ownInput, ownAsks }) => {
    const caller = callerClasses.find((name) => callers[name] === "itself");
    if (caller === undefined) throw new Error("a row that has an `ownInput` says `itself`");
    expect(asked(operation, ownInput, scenes[caller](operation).as)).toEqual(ownAsks);
  },
);

test.each(vectors)("a delegation policy may name $operation: $delegable", ({ operation, delegable }) => {
  const { PutResourcePolicy: put } = operations;
  const cell = cellWith([]);
  const input = { Content: delegation([operation]) };
  const asManagement = admit("PutResourcePolicy", put, input, contextOf(cell, management));
  if (put.kind !== "write") throw new Error("PutResourcePolicy is a write");
  const decide = (): unknown => put.decide(input, asManagement as never, 0);
  if (delegable) expect(decide).not.toThrow();
  else expect(decide).toThrow("cannot be delegated");
});
