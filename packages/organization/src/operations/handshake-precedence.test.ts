import { expect, test } from "vitest";
import { ExampleCell } from "../example-cell.fixture.js";
import type { Manner } from "../cell-driver.fixture.js";
import { billing, byAddress, byId, day, invited, migrating } from "../handshakes.fixture.js";
import type { OperationName } from "../operation-types.js";

type Call = (cell: ExampleCell) => string;

/** `both` commits the two faults at once; `mended` only the second. */
function over(operation: string, [first, second]: readonly [string, string], both: Call, mended: Call): void {
  test(`${operation}: ${first} before ${second}`, () => {
    expect([both(new ExampleCell()), mended(new ExampleCell())]).toEqual([first, second]);
  });
}

const constraint = "HandshakeConstraintViolationException: ";
const twice = [
  { Key: "team", Value: "a" },
  { Key: "team", Value: "b" },
];

const invite =
  (input: (cell: ExampleCell) => ReturnType<typeof byId>, change = {}, manner: Manner = {}): Call =>
  (c) =>
    c.refusal("InviteAccountToOrganization", { ...input(c), ...change }, manner);
const asMigrating =
  (input: ReturnType<typeof byId>): Call =>
  (c) =>
    c.refusal("InviteAccountToOrganization", input, { as: migrating(c).as });

over(
  "InviteAccountToOrganization",
  ["InvalidInputException: DUPLICATE_TAG_KEY", "InvalidInputException: INVALID_EMAIL_ADDRESS_TARGET"],
  invite(() => byAddress("nobody"), { Tags: twice }),
  invite(() => byAddress("nobody")),
);
over(
  "InviteAccountToOrganization",
  [
    "InvalidInputException: INVALID_EMAIL_ADDRESS_TARGET",
    `${constraint}INVITE_DISABLED_DURING_ENABLE_ALL_FEATURES`,
  ],
  asMigrating(byAddress("nobody")),
  asMigrating(byAddress("new@other.example")),
);
over(
  "InviteAccountToOrganization",
  [`${constraint}INVITE_DISABLED_DURING_ENABLE_ALL_FEATURES`, `${constraint}ALREADY_IN_AN_ORGANIZATION`],
  asMigrating(byAddress("app@acme.example")),
  invite(() => byAddress("app@acme.example")),
);
over(
  "InviteAccountToOrganization",
  [`${constraint}ALREADY_IN_AN_ORGANIZATION`, `${constraint}ACCOUNT_NUMBER_LIMIT_EXCEEDED`],
  invite((c) => byId(c.app), {}, { quotas: { accountsMax: 2 } }),
  invite((c) => byId(c.outsider), {}, { quotas: { accountsMax: 2 } }),
);
over(
  "InviteAccountToOrganization",
  ["DuplicateHandshakeException", `${constraint}ACCOUNT_NUMBER_LIMIT_EXCEEDED`],
  (c) => {
    invited(c);
    return invite((cell) => byId(cell.outsider), {}, { quotas: { accountsMax: 3 } })(c);
  },
  (c) => {
    invited(c);
    return invite(() => byAddress("new@other.example"), {}, { quotas: { accountsMax: 3 } })(c);
  },
);
over(
  "InviteAccountToOrganization",
  [`${constraint}ACCOUNT_NUMBER_LIMIT_EXCEEDED`, `${constraint}HANDSHAKE_RATE_LIMIT_EXCEEDED`],
  ...(([2, 3] as const).map((accountsMax): Call => (c) => {
    for (let sent = 0; sent < 3; sent += 1) c.act("CancelHandshake", { HandshakeId: invited(c) });
    return invite((cell) => byId(cell.outsider), {}, { quotas: { accountsMax, invitationsBaseMax: 0 } })(c);
  }) as [Call, Call]),
);

/** An operation on an invitation that was canceled, as one side or the other. */
const onCanceled =
  (name: "AcceptHandshake" | "DeclineHandshake", as: "outsider" | "management"): Call =>
  (c) => {
    const HandshakeId = invited(c);
    c.act("CancelHandshake", { HandshakeId });
    return c.refusal(name, { HandshakeId }, { as: c[as] });
  };
for (const name of ["AcceptHandshake", "DeclineHandshake"] as const satisfies OperationName[]) {
  over(
    name,
    ["AccessDeniedException", "InvalidHandshakeTransitionException"],
    onCanceled(name, "management"),
    onCanceled(name, "outsider"),
  );
}
over(
  "CancelHandshake",
  ["AccessDeniedException", "HandshakeAlreadyInStateException"],
  ...((["outsider", "management"] as const).map((as): Call => (c) => {
    const HandshakeId = invited(c);
    c.act("CancelHandshake", { HandshakeId });
    return c.refusal("CancelHandshake", { HandshakeId }, { as: c[as] });
  }) as [Call, Call]),
);

const accept =
  (manner: Manner): Call =>
  (c) => {
    const HandshakeId = invited(c);
    return c.refusal("AcceptHandshake", { HandshakeId }, { as: c.outsider, ...manner });
  };
over(
  "AcceptHandshake",
  ["InvalidHandshakeTransitionException", `${constraint}ORGANIZATION_FROM_DIFFERENT_SELLER_OF_RECORD`],
  (c) => accept({ partition: "aws-cn", now: c.now + 16 * day })(c),
  accept({ partition: "aws-cn" }),
);
const full = { quotas: { accountsMax: 2 } };
over(
  "AcceptHandshake",
  [`${constraint}ORGANIZATION_FROM_DIFFERENT_SELLER_OF_RECORD`, `${constraint}ACCOUNT_NUMBER_LIMIT_EXCEEDED`],
  accept({ partition: "aws-cn", ...full }),
  accept(full),
);
over(
  "AcceptHandshake",
  ["MasterCannotLeaveOrganizationException", `${constraint}ACCOUNT_NUMBER_LIMIT_EXCEEDED`],
  (c) => {
    const as = billing(c);
    const HandshakeId = invited(c, byId(as));
    return c.refusal("AcceptHandshake", { HandshakeId }, { as, quotas: { accountsMax: 1 } });
  },
  accept(full),
);
over(
  "EnableAllFeatures",
  [
    `${constraint}ORGANIZATION_IS_ALREADY_PENDING_ALL_FEATURES_MIGRATION`,
    "ConstraintViolationException: ALL_FEATURES_MIGRATION_ORGANIZATION_SIZE_LIMIT_EXCEEDED",
  ],
  ...(([migrating, (c: ExampleCell) => ({ as: billing(c) })] as const).map(
    (before): Call =>
      (c) =>
        c.refusal("EnableAllFeatures", {}, { as: before(c).as, quotas: { allFeaturesAccountsMax: 1 } }),
  ) as [Call, Call]),
);
