// For every fault that a handshake operation raises here, the call that makes it occur.

import type { Cases } from "./fault-cases.fixture.js";
import { billing, byAddress, byId, day, invited, migrating } from "./handshakes.fixture.js";

const nowhere = { HandshakeId: "h-nowhere000" };
const twice = [
  { Key: "team", Value: "a" },
  { Key: "team", Value: "b" },
];
const reserved = [{ Key: "AWS:team", Value: "a" }];
const two = [...twice.slice(0, 1), { Key: "stage", Value: "" }];

export const handshakeFaultCases = {
  AcceptHandshake: {
    HandshakeNotFoundException: (c) => c.refusal("AcceptHandshake", nowhere, { as: c.outsider }),
    AccessDeniedException: (c) => c.refusal("AcceptHandshake", { HandshakeId: invited(c) }),
    HandshakeAlreadyInStateException: (c) => {
      const HandshakeId = invited(c);
      c.act("AcceptHandshake", { HandshakeId }, { as: c.outsider });
      return c.refusal("AcceptHandshake", { HandshakeId }, { as: c.outsider });
    },
    InvalidHandshakeTransitionException: (c) => {
      const HandshakeId = invited(c);
      c.act("CancelHandshake", { HandshakeId });
      return c.refusal("AcceptHandshake", { HandshakeId }, { as: c.outsider });
    },
    "HandshakeConstraintViolationException: ORGANIZATION_FROM_DIFFERENT_SELLER_OF_RECORD": (c) =>
      c.refusal("AcceptHandshake", { HandshakeId: invited(c) }, { as: c.outsider, partition: "aws-cn" }),
    "HandshakeConstraintViolationException: ALREADY_IN_AN_ORGANIZATION": (c) => {
      // Invited by an address that nobody had yet, and then created with it.
      const Email = "late@acme.example";
      const HandshakeId = invited(c, byAddress(Email));
      const created = c.act("CreateAccount", { AccountName: "late", Email }).CreateAccountStatus;
      return c.refusal("AcceptHandshake", { HandshakeId }, { as: created?.AccountId ?? "" });
    },
    MasterCannotLeaveOrganizationException: (c) => {
      const as = billing(c);
      return c.refusal("AcceptHandshake", { HandshakeId: invited(c, byId(as)) }, { as });
    },
    "HandshakeConstraintViolationException: ACCOUNT_NUMBER_LIMIT_EXCEEDED": (c) => {
      const manner = { as: c.outsider, quotas: { accountsMax: 2 } };
      return c.refusal("AcceptHandshake", { HandshakeId: invited(c) }, manner);
    },
    "ConstraintViolationException: CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG": (c) => {
      const as = c.outsider;
      c.act("CreateOrganization", {}, { as });
      c.register(c.app);
      const { Handshake } = c.act("InviteAccountToOrganization", byId(c.app), { as });
      return c.refusal("AcceptHandshake", { HandshakeId: Handshake?.Id ?? "" }, { as: c.app });
    },
    "ConstraintViolationException: WAIT_PERIOD_ACTIVE": (c) => {
      const as = c.outsider;
      c.act("CreateOrganization", {}, { as });
      const { Handshake } = c.act("InviteAccountToOrganization", byId(c.app), { as });
      const manner = { as: c.app, quotas: { createdAccountDaysMin: 4 } };
      return c.refusal("AcceptHandshake", { HandshakeId: Handshake?.Id ?? "" }, manner);
    },
  },
  CancelHandshake: {
    HandshakeNotFoundException: (c) => c.refusal("CancelHandshake", nowhere),
    AccessDeniedException: (c) =>
      c.refusal("CancelHandshake", { HandshakeId: invited(c) }, { as: c.outsider }),
    HandshakeAlreadyInStateException: (c) => {
      const HandshakeId = invited(c);
      c.act("CancelHandshake", { HandshakeId });
      return c.refusal("CancelHandshake", { HandshakeId });
    },
    InvalidHandshakeTransitionException: (c) => {
      const HandshakeId = invited(c);
      return c.refusal("CancelHandshake", { HandshakeId }, { now: c.now + 15 * day });
    },
  },
  DeclineHandshake: {
    HandshakeNotFoundException: (c) => c.refusal("DeclineHandshake", nowhere, { as: c.outsider }),
    AccessDeniedException: (c) => c.refusal("DeclineHandshake", { HandshakeId: invited(c) }),
    HandshakeAlreadyInStateException: (c) => {
      const HandshakeId = invited(c);
      c.act("DeclineHandshake", { HandshakeId }, { as: c.outsider });
      return c.refusal("DeclineHandshake", { HandshakeId }, { as: c.outsider });
    },
    InvalidHandshakeTransitionException: (c) => {
      const HandshakeId = invited(c);
      c.act("AcceptHandshake", { HandshakeId }, { as: c.outsider });
      return c.refusal("DeclineHandshake", { HandshakeId }, { as: c.outsider });
    },
  },
  DescribeHandshake: {
    AccessDeniedException: (c) => {
      const HandshakeId = invited(c, byId(c.outsider));
      c.act("CloseAccount", { AccountId: c.app });
      return c.refusal("DescribeHandshake", { HandshakeId }, { as: c.app });
    },
    HandshakeNotFoundException: (c) =>
      c.refusal("DescribeHandshake", { HandshakeId: invited(c) }, { as: c.app }),
  },
  EnableAllFeatures: {
    "HandshakeConstraintViolationException: ORGANIZATION_ALREADY_HAS_ALL_FEATURES": (c) =>
      c.refusal("EnableAllFeatures", {}),
    "HandshakeConstraintViolationException: ORGANIZATION_IS_ALREADY_PENDING_ALL_FEATURES_MIGRATION": (c) =>
      c.refusal("EnableAllFeatures", {}, { as: migrating(c).as }),
    "ConstraintViolationException: ALL_FEATURES_MIGRATION_ORGANIZATION_SIZE_LIMIT_EXCEEDED": (c) =>
      c.refusal("EnableAllFeatures", {}, { as: billing(c), quotas: { allFeaturesAccountsMax: 1 } }),
  },
  InviteAccountToOrganization: {
    "InvalidInputException: INVALID_EMAIL_ADDRESS_TARGET": (c) =>
      c.refusal("InviteAccountToOrganization", byAddress("nobody")),
    "InvalidInputException: INVALID_PARTY_TYPE_TARGET": (c) =>
      c.refusal("InviteAccountToOrganization", { Target: { Type: "ORGANIZATION", Id: "o-other00000" } }),
    "InvalidInputException: INVALID_PATTERN_TARGET_ID": (c) =>
      c.refusal("InviteAccountToOrganization", byId("solo@other.example")),
    "InvalidInputException: TARGET_NOT_SUPPORTED": (c) =>
      c.refusal("InviteAccountToOrganization", byId("999999999999")),
    "InvalidInputException: DUPLICATE_TAG_KEY": (c) =>
      c.refusal("InviteAccountToOrganization", { ...byId(c.outsider), Tags: twice }),
    "InvalidInputException: INVALID_SYSTEM_TAGS_PARAMETER": (c) =>
      c.refusal("InviteAccountToOrganization", { ...byId(c.outsider), Tags: reserved }),
    "ConstraintViolationException: MAX_TAG_LIMIT_EXCEEDED": (c) => {
      const input = { ...byId(c.outsider), Tags: two };
      return c.refusal("InviteAccountToOrganization", input, { quotas: { tagsMax: 1 } });
    },
    "HandshakeConstraintViolationException: INVITE_DISABLED_DURING_ENABLE_ALL_FEATURES": (c) =>
      c.refusal("InviteAccountToOrganization", byAddress("new@other.example"), { as: migrating(c).as }),
    "HandshakeConstraintViolationException: ALREADY_IN_AN_ORGANIZATION": (c) =>
      c.refusal("InviteAccountToOrganization", byAddress("APP@acme.example")),
    DuplicateHandshakeException: (c) => {
      invited(c);
      return c.refusal("InviteAccountToOrganization", byAddress("Solo@other.example"));
    },
    "HandshakeConstraintViolationException: ACCOUNT_NUMBER_LIMIT_EXCEEDED": (c) => {
      invited(c);
      const input = byAddress("new@other.example");
      return c.refusal("InviteAccountToOrganization", input, { quotas: { accountsMax: 3 } });
    },
    "HandshakeConstraintViolationException: HANDSHAKE_RATE_LIMIT_EXCEEDED": (c) => {
      const quotas = { accountsMax: 3, invitationsBaseMax: 3 };
      for (let sent = 0; sent < 3; sent += 1) c.act("CancelHandshake", { HandshakeId: invited(c) });
      return c.refusal("InviteAccountToOrganization", byId(c.outsider), { quotas });
    },
  },
  LeaveOrganization: {
    "ConstraintViolationException: CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG": (c) => {
      c.register(c.app);
      return c.refusal("LeaveOrganization", {}, { as: c.app });
    },
    AccessDeniedException: (c) => {
      c.act("CloseAccount", { AccountId: c.app });
      return c.refusal("LeaveOrganization", {}, { as: c.app });
    },
    MasterCannotLeaveOrganizationException: (c) => c.refusal("LeaveOrganization", {}),
    "ConstraintViolationException: WAIT_PERIOD_ACTIVE": (c) =>
      c.refusal("LeaveOrganization", {}, { as: c.app, quotas: { createdAccountDaysMin: 4 } }),
  },
  ListHandshakesForAccount: {
    AccessDeniedException: (c) => {
      c.act("CloseAccount", { AccountId: c.app });
      return c.refusal("ListHandshakesForAccount", {}, { as: c.app });
    },
    "InvalidInputException: MAX_LIMIT_EXCEEDED_FILTER": (c) =>
      c.refusal("ListHandshakesForAccount", {
        Filter: { ActionType: "INVITE", ParentHandshakeId: "h-nowhere000" },
      }),
  },
  ListHandshakesForOrganization: {
    "InvalidInputException: MAX_LIMIT_EXCEEDED_FILTER": (c) =>
      c.refusal("ListHandshakesForOrganization", {
        Filter: { ActionType: "INVITE", ParentHandshakeId: "h-nowhere000" },
      }),
  },
} satisfies Record<string, Cases>;
