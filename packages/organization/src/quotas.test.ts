import { describe, expect, test } from "vitest";
import { ExampleCell, aiType, choice, denyAll, rcpType, scpType, service } from "./example-cell.fixture.js";
import { billing, byId, invited } from "./handshakes.fixture.js";
import { charactersMax } from "./policy-types.js";
import { policyTypes } from "./policy-type-names.js";
import { defaultQuotas } from "./quotas.js";
import type { Quotas } from "./quotas.js";
import { ask, billOf, handedOver, neighbour } from "./transfers.fixture.js";
import type { PolicyType } from "@aws-sdk/client-organizations";

/** What still fits with the quota at `fits`, and is refused with one less; of a minimum, with one more. */
interface Edge {
  readonly quota: keyof Quotas;
  readonly of?: string;
  readonly fits: number;
  readonly reason: string;
  readonly call: (cell: ExampleCell, quotas: Partial<Quotas>) => string;
}

const create =
  (Type: PolicyType, Content: string): Edge["call"] =>
  (cell, quotas) =>
    cell.refusal("CreatePolicy", { Type, Name: "New", Description: "", Content }, { quotas });
const emoji = '{"tags":{"🦊":{}}}';
const tags = [
  { Key: "a", Value: "" },
  { Key: "b", Value: "" },
];

const attachedTo = (type: "TAG_POLICY" | "BACKUP_POLICY"): Edge => ({
  quota: "tagAndBackupAttachmentsMax",
  of: type,
  fits: 1,
  reason: "MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED",
  call: (cell, quotas) => {
    cell.enable(type);
    const PolicyId = cell.policy("New", "{}", type);
    return cell.refusal("AttachPolicy", { PolicyId, TargetId: cell.root }, { quotas });
  },
});

const closing: Edge["call"] = (cell, quotas) =>
  cell.refusal("CloseAccount", { AccountId: cell.app }, { quotas });
const day = 24 * 60 * 60 * 1000;
const removingAfter = (cell: ExampleCell, days: number, quotas: Partial<Quotas>): string =>
  cell.refusal(
    "RemoveAccountFromOrganization",
    { AccountId: cell.app },
    { quotas, now: cell.now + days * day },
  );

const edges: readonly Edge[] = [
  { quota: "closuresBaseMax", fits: 1, reason: "CLOSE_ACCOUNT_QUOTA_EXCEEDED", call: closing },
  { quota: "closuresMax", fits: 1, reason: "CLOSE_ACCOUNT_QUOTA_EXCEEDED", call: closing },
  {
    quota: "closuresPercentMax",
    of: "one member account is all of them",
    fits: 100,
    reason: "CLOSE_ACCOUNT_QUOTA_EXCEEDED",
    call: (cell, quotas) => closing(cell, { ...quotas, closuresBaseMax: 0 }),
  },
  {
    quota: "createdAccountDaysMin",
    fits: 4,
    reason: "WAIT_PERIOD_ACTIVE",
    call: (cell, quotas) => removingAfter(cell, 4, quotas),
  },
  {
    quota: "closedAccountDaysMin",
    fits: 90,
    reason: "ACCOUNT_CANNOT_LEAVE_ORGANIZATION",
    call: (cell, quotas) => {
      cell.act("CloseAccount", { AccountId: cell.app });
      return removingAfter(cell, 90, quotas);
    },
  },
  {
    quota: "accountsMax",
    fits: 3,
    reason: "ACCOUNT_NUMBER_LIMIT_EXCEEDED",
    call: (cell, quotas) =>
      cell.refusal("CreateAccount", { AccountName: "b", Email: "b@acme.example" }, { quotas }),
  },
  {
    quota: "invitationsBaseMax",
    fits: 4,
    reason: "HANDSHAKE_RATE_LIMIT_EXCEEDED",
    call: (cell, quotas) => {
      for (let sent = 0; sent < 3; sent += 1) cell.act("CancelHandshake", { HandshakeId: invited(cell) });
      const manner = { quotas: { ...quotas, accountsMax: 3 } };
      return cell.refusal("InviteAccountToOrganization", byId(cell.outsider), manner);
    },
  },
  {
    quota: "allFeaturesAccountsMax",
    fits: 2,
    reason: "ALL_FEATURES_MIGRATION_ORGANIZATION_SIZE_LIMIT_EXCEEDED",
    call: (cell, quotas) => cell.refusal("EnableAllFeatures", {}, { as: billing(cell), quotas }),
  },
  {
    quota: "accountsMax",
    of: "an open invitation counts",
    fits: 4,
    reason: "ACCOUNT_NUMBER_LIMIT_EXCEEDED",
    call: (cell, quotas) => {
      invited(cell);
      const input = { AccountName: "b", Email: "b@acme.example" };
      return cell.refusal("CreateAccount", input, { quotas });
    },
  },
  {
    quota: "organizationalUnitsMax",
    fits: 3,
    reason: "OU_NUMBER_LIMIT_EXCEEDED",
    call: (cell, quotas) =>
      cell.refusal("CreateOrganizationalUnit", { ParentId: cell.root, Name: "New" }, { quotas }),
  },
  {
    quota: "organizationalUnitDepthMax",
    fits: 3,
    reason: "OU_DEPTH_LIMIT_EXCEEDED",
    call: (cell, quotas) =>
      cell.refusal("CreateOrganizationalUnit", { ParentId: cell.production, Name: "New" }, { quotas }),
  },
  {
    quota: "policiesPerTypeMax",
    fits: 3,
    reason: "POLICY_NUMBER_LIMIT_EXCEEDED",
    call: create(aiType, choice("lex", "optIn")),
  },
  {
    quota: "serviceControlPoliciesMax",
    of: "AWS's own beside",
    fits: 1,
    reason: "POLICY_NUMBER_LIMIT_EXCEEDED",
    call: create(scpType, denyAll),
  },
  {
    quota: "attachmentsMax",
    fits: 2,
    reason: "MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED",
    call: (cell, quotas) =>
      cell.refusal("AttachPolicy", { PolicyId: cell.spare, TargetId: cell.root }, { quotas }),
  },
  {
    quota: "attachmentsMax",
    of: "a service control policy beside FullAWSAccess",
    fits: 2,
    reason: "MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED",
    call: (cell, quotas) => {
      const PolicyId = cell.policy("Deny", denyAll, scpType);
      return cell.refusal("AttachPolicy", { PolicyId, TargetId: cell.app }, { quotas });
    },
  },
  {
    quota: "delegatedAdministratorsPerServiceMax",
    fits: 2,
    reason: "MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED",
    call: (cell, quotas) => {
      cell.register(cell.app);
      const input = { AccountId: cell.account("second"), ServicePrincipal: service };
      return cell.refusal("RegisterDelegatedAdministrator", input, { quotas });
    },
  },
  {
    quota: "inboundTransfersMax",
    of: "one taken over, one asked for and one declined",
    fits: 3,
    reason: "RESPONSIBILITY_TRANSFER_MAX_INBOUND_QUOTA_VIOLATION",
    call: (cell, quotas) => {
      handedOver(cell);
      ask(cell, neighbour(cell, "333333333333"));
      const { source: as, handshakeId: HandshakeId } = ask(cell, neighbour(cell, "444444444444"));
      cell.act("DeclineHandshake", { HandshakeId }, { as });
      const input = billOf("", { Target: { Type: "EMAIL", Id: "new@other.example" } });
      return cell.refusal("InviteOrganizationToTransferResponsibility", input, { quotas });
    },
  },
  ...(["above", "below"] as const).map((where): Edge => ({
    quota: "transferChainMax",
    of: `a transfer that others are ${where}`,
    fits: 2,
    reason: "RESPONSIBILITY_TRANSFER_MAX_LEVEL_VIOLATION",
    call: (cell, quotas) => {
      const { source } = handedOver(cell);
      const third = neighbour(cell, "333333333333");
      const { source: as, handshakeId: HandshakeId } =
        where === "above" ? ask(cell, third, source) : ask(cell, cell.management, third);
      return cell.refusal("AcceptHandshake", { HandshakeId }, { as, quotas });
    },
  })),
  {
    quota: "aggregateInboundTransfersMax",
    of: "those below count",
    fits: 2,
    reason: "RESPONSIBILITY_TRANSFER_MAX_TRANSFERS_QUOTA_VIOLATION",
    call: (cell, quotas) => {
      const { source } = handedOver(cell);
      const { source: as, handshakeId: HandshakeId } = ask(cell, neighbour(cell, "333333333333"), source);
      return cell.refusal("AcceptHandshake", { HandshakeId }, { as, quotas });
    },
  },
  {
    quota: "transferMonthsAheadMax",
    of: "a start",
    fits: 1,
    reason: "START_DATE_TOO_LATE",
    call: (cell, quotas) =>
      cell.refusal("InviteOrganizationToTransferResponsibility", billOf(cell.outsider), { quotas }),
  },
  {
    quota: "transferMonthsAheadMax",
    of: "an end",
    fits: 3,
    reason: "END_DATE_TOO_LATE",
    call: (cell, quotas) => {
      const input = { Id: handedOver(cell).transferId, EndTimestamp: new Date("2026-04-30T23:59:59.999Z") };
      return cell.refusal("TerminateResponsibilityTransfer", input, { quotas });
    },
  },
  attachedTo("TAG_POLICY"),
  attachedTo("BACKUP_POLICY"),
  {
    quota: "aiOptOutCharactersMax",
    of: "white space counts",
    fits: choice("lex", "optIn").length + 3,
    reason: "POLICY_CONTENT_LIMIT_EXCEEDED",
    call: create(aiType, `${choice("lex", "optIn")} \n `),
  },
  {
    quota: "aiOptOutCharactersMax",
    of: "an update",
    fits: choice("lex", "optIn").length,
    reason: "POLICY_CONTENT_LIMIT_EXCEEDED",
    call: (cell, quotas) =>
      cell.refusal("UpdatePolicy", { PolicyId: cell.spare, Content: choice("lex", "optIn") }, { quotas }),
  },
  {
    quota: "controlPolicyCharactersMax",
    fits: denyAll.length,
    reason: "POLICY_CONTENT_LIMIT_EXCEEDED",
    call: create(scpType, denyAll),
  },
  {
    quota: "otherPolicyCharactersMax",
    of: "a character outside the basic plane counts once",
    fits: emoji.length - 1,
    reason: "POLICY_CONTENT_LIMIT_EXCEEDED",
    call: create("TAG_POLICY", emoji),
  },
  {
    quota: "tagsMax",
    fits: 2,
    reason: "MAX_TAG_LIMIT_EXCEEDED",
    call: (cell, quotas) => {
      const input = { ParentId: cell.root, Name: "New", Tags: tags };
      return cell.refusal("CreateOrganizationalUnit", input, { quotas });
    },
  },
];

describe("quotas", () => {
  test.each(edges)("$quota ($of): $fits fits, the next does not", ({ quota, fits, reason, call }) => {
    const next = quota.endsWith("Min") ? fits + 1 : fits - 1;
    expect(call(new ExampleCell(), { [quota]: fits })).toBe("accepted");
    expect(call(new ExampleCell(), { [quota]: next })).toMatch(
      new RegExp(`^(?:(?:Handshake)?ConstraintViolation|InvalidInput)Exception: ${reason}$`),
    );
  });

  test("every quota has an edge above", () => {
    expect(new Set(edges.map(({ quota }) => quota))).toEqual(new Set(Object.keys(defaultQuotas)));
  });

  test("policies and attachments of other types do not count", () => {
    const cell = new ExampleCell();
    cell.enable("TAG_POLICY");
    const quotas = { policiesPerTypeMax: 1, tagAndBackupAttachmentsMax: 1, attachmentsMax: 1 };
    const input = { Type: "TAG_POLICY", Name: "Opt out", Description: "", Content: "{}" } as const;
    const PolicyId = cell.act("CreatePolicy", input, { quotas }).Policy?.PolicySummary?.Id ?? "";
    expect(cell.refusal("AttachPolicy", { PolicyId, TargetId: cell.root }, { quotas })).toBe("accepted");
  });

  test("inherited policies do not count toward an entity's maximum", () => {
    const cell = new ExampleCell();
    const quotas = { attachmentsMax: 1 };
    expect(cell.refusal("AttachPolicy", { PolicyId: cell.spare, TargetId: cell.app }, { quotas })).toBe(
      "accepted",
    );
  });

  test("a deleted policy and a detached one make room", () => {
    const cell = new ExampleCell();
    const quotas = { policiesPerTypeMax: 2, attachmentsMax: 1 };
    cell.detach(cell.optOut, cell.root);
    cell.act("AttachPolicy", { PolicyId: cell.spare, TargetId: cell.root }, { quotas });
    cell.act("DeletePolicy", { PolicyId: cell.optOut });
    expect(create(aiType, choice("lex", "optIn"))(cell, quotas)).toBe("accepted");
  });

  test("closures of the past 30 days count, and those before do not", () => {
    const cell = new ExampleCell();
    const [second, third] = [cell.account("second"), cell.account("third")];
    const closeAt = (AccountId: string, now: number): string =>
      cell.refusal("CloseAccount", { AccountId }, { now, quotas: { closuresBaseMax: 1 } });
    const first = cell.now + day;
    expect(closeAt(cell.app, first)).toBe("accepted");
    expect(closeAt(second, first + 30 * day - 1)).toBe(
      "ConstraintViolationException: CLOSE_ACCOUNT_QUOTA_EXCEEDED",
    );
    expect(closeAt(second, first + 30 * day)).toBe("accepted");
    expect(closeAt(third, first + 31 * day)).toBe(
      "ConstraintViolationException: CLOSE_ACCOUNT_QUOTA_EXCEEDED",
    );
  });

  test("a closed account counts like any other, and a removed one makes room", () => {
    const cell = new ExampleCell();
    const create = (): string => {
      const input = { AccountName: "b", Email: "b@acme.example" };
      return cell.refusal("CreateAccount", input, { quotas: { accountsMax: 2 } });
    };
    cell.act("CloseAccount", { AccountId: cell.app });
    expect(create()).toBe("ConstraintViolationException: ACCOUNT_NUMBER_LIMIT_EXCEEDED");
    const manner = { quotas: { closedAccountDaysMin: 0 } };
    cell.act("RemoveAccountFromOrganization", { AccountId: cell.app }, manner);
    expect(create()).toBe("accepted");
  });

  test("the documents' sizes are AWS's", () => {
    const sizes = Object.fromEntries(policyTypes.map((type) => [type, charactersMax(type, defaultQuotas)]));
    expect(sizes).toMatchObject({ [aiType]: 2500, [scpType]: 5120, [rcpType]: 5120, BACKUP_POLICY: 10_000 });
  });
});
