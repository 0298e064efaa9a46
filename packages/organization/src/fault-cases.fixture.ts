// For every fault that an operation raises here, the call that makes it occur.

import { delegationFaultCases } from "./delegation-fault-cases.fixture.js";
import { aiType, choice, denyAll, nowhere, rcpType, scpType } from "./example-cell.fixture.js";
import type { ExampleCell } from "./example-cell.fixture.js";
import { handshakeFaultCases } from "./handshake-fault-cases.fixture.js";
import type { Input, OperationName } from "./operation-types.js";
import { transferAcceptanceFaultCases, transferFaultCases } from "./transfer-fault-cases.fixture.js";
import { handedOver } from "./transfers.fixture.js";

/** By what is expected, `Code` or `Code: REASON`: the call that makes it occur. */
export type Cases = Readonly<Record<string, (cell: ExampleCell) => string>>;

const aws = "p-FullAWSAccess";
const twice = [
  { Key: "team", Value: "a" },
  { Key: "team", Value: "b" },
];
const reserved = [{ Key: "AWS:team", Value: "a" }];
const many = [...twice.slice(0, 1), { Key: "stage", Value: "" }];
const ours = { Type: aiType, Name: "New", Description: "", Content: choice("lex", "optOut") } as const;

const moving = (AccountId: string, from: string, to: string): Input<"MoveAccount"> => ({
  AccountId,
  SourceParentId: from,
  DestinationParentId: to,
});

export const faultCases: { readonly [Name in OperationName]: Cases } = {
  ...delegationFaultCases,
  ...handshakeFaultCases,
  ...transferFaultCases,
  AcceptHandshake: { ...handshakeFaultCases.AcceptHandshake, ...transferAcceptanceFaultCases },
  AttachPolicy: {
    PolicyNotFoundException: (c) => c.refusal("AttachPolicy", { PolicyId: nowhere.policy, TargetId: c.root }),
    TargetNotFoundException: (c) =>
      c.refusal("AttachPolicy", { PolicyId: c.spare, TargetId: nowhere.account }),
    PolicyTypeNotEnabledException: (c) => {
      c.disable(aiType);
      return c.refusal("AttachPolicy", { PolicyId: c.spare, TargetId: c.root });
    },
    DuplicatePolicyAttachmentException: (c) =>
      c.refusal("AttachPolicy", { PolicyId: c.optOut, TargetId: c.root }),
    "ConstraintViolationException: MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED": (c) =>
      c.refusal("AttachPolicy", { PolicyId: c.spare, TargetId: c.root }, { quotas: { attachmentsMax: 1 } }),
  },
  CloseAccount: {
    AccountNotFoundException: (c) => c.refusal("CloseAccount", { AccountId: nowhere.account }),
    AccountAlreadyClosedException: (c) => {
      c.act("CloseAccount", { AccountId: c.app });
      return c.refusal("CloseAccount", { AccountId: c.app });
    },
    "ConstraintViolationException: CANNOT_CLOSE_MANAGEMENT_ACCOUNT": (c) =>
      c.refusal("CloseAccount", { AccountId: c.management }),
    "ConstraintViolationException: ORGANIZATION_NOT_IN_ALL_FEATURES_MODE": (c) => {
      const as = c.outsider;
      c.act("CreateOrganization", { FeatureSet: "CONSOLIDATED_BILLING" }, { as });
      const input = { AccountName: "b", Email: "b@acme.example" };
      const AccountId = c.act("CreateAccount", input, { as }).CreateAccountStatus?.AccountId ?? "";
      return c.refusal("CloseAccount", { AccountId }, { as });
    },
    "ConstraintViolationException: CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG": (c) => {
      c.register(c.app);
      return c.refusal("CloseAccount", { AccountId: c.app });
    },
    "ConstraintViolationException: CLOSE_ACCOUNT_QUOTA_EXCEEDED": (c) =>
      c.refusal("CloseAccount", { AccountId: c.app }, { quotas: { closuresBaseMax: 0 } }),
  },
  CreateAccount: {
    "InvalidInputException: DUPLICATE_TAG_KEY": (c) =>
      c.refusal("CreateAccount", { AccountName: "b", Email: "b@acme.example", Tags: twice }),
    "InvalidInputException: INVALID_SYSTEM_TAGS_PARAMETER": (c) =>
      c.refusal("CreateAccount", { AccountName: "b", Email: "b@acme.example", Tags: reserved }),
    "ConstraintViolationException: MAX_TAG_LIMIT_EXCEEDED": (c) => {
      const input = { AccountName: "b", Email: "b@acme.example", Tags: many };
      return c.refusal("CreateAccount", input, { quotas: { tagsMax: 1 } });
    },
    "ConstraintViolationException: ACCOUNT_NUMBER_LIMIT_EXCEEDED": (c) => {
      const input = { AccountName: "b", Email: "b@acme.example" };
      return c.refusal("CreateAccount", input, { quotas: { accountsMax: 2 } });
    },
  },
  CreateOrganization: {
    AccessDeniedException: (c) => {
      c.act("CloseAccount", { AccountId: c.app });
      const manner = { quotas: { closedAccountDaysMin: 0 } };
      c.act("RemoveAccountFromOrganization", { AccountId: c.app }, manner);
      return c.refusal("CreateOrganization", {}, { as: c.app });
    },
    AlreadyInOrganizationException: (c) => c.refusal("CreateOrganization", {}),
  },
  CreateOrganizationalUnit: {
    ParentNotFoundException: (c) =>
      c.refusal("CreateOrganizationalUnit", { ParentId: nowhere.unit, Name: "New" }),
    DuplicateOrganizationalUnitException: (c) =>
      c.refusal("CreateOrganizationalUnit", { ParentId: c.root, Name: "Workloads" }),
    "ConstraintViolationException: OU_DEPTH_LIMIT_EXCEEDED": (c) => {
      const input = { ParentId: c.workloads, Name: "New" };
      return c.refusal("CreateOrganizationalUnit", input, { quotas: { organizationalUnitDepthMax: 1 } });
    },
    "ConstraintViolationException: OU_NUMBER_LIMIT_EXCEEDED": (c) => {
      const input = { ParentId: c.root, Name: "New" };
      return c.refusal("CreateOrganizationalUnit", input, { quotas: { organizationalUnitsMax: 2 } });
    },
    "ConstraintViolationException: MAX_TAG_LIMIT_EXCEEDED": (c) => {
      const input = { ParentId: c.root, Name: "New", Tags: many };
      return c.refusal("CreateOrganizationalUnit", input, { quotas: { tagsMax: 1 } });
    },
    "InvalidInputException: DUPLICATE_TAG_KEY": (c) =>
      c.refusal("CreateOrganizationalUnit", { ParentId: c.root, Name: "New", Tags: twice }),
    "InvalidInputException: INVALID_SYSTEM_TAGS_PARAMETER": (c) =>
      c.refusal("CreateOrganizationalUnit", { ParentId: c.root, Name: "New", Tags: reserved }),
  },
  CreatePolicy: {
    PolicyTypeNotAvailableForOrganizationException: (c) => {
      c.act("CreateOrganization", { FeatureSet: "CONSOLIDATED_BILLING" }, { as: c.outsider });
      return c.refusal("CreatePolicy", ours, { as: c.outsider });
    },
    "ConstraintViolationException: POLICY_CONTENT_LIMIT_EXCEEDED": (c) =>
      c.refusal("CreatePolicy", ours, { quotas: { aiOptOutCharactersMax: ours.Content.length - 1 } }),
    MalformedPolicyDocumentException: (c) => c.refusal("CreatePolicy", { ...ours, Content: "{}" }),
    DuplicatePolicyException: (c) => c.refusal("CreatePolicy", { ...ours, Name: "Lex in" }),
    "ConstraintViolationException: POLICY_NUMBER_LIMIT_EXCEEDED": (c) =>
      c.refusal("CreatePolicy", ours, { quotas: { policiesPerTypeMax: 2 } }),
    "ConstraintViolationException: MAX_TAG_LIMIT_EXCEEDED": (c) =>
      c.refusal("CreatePolicy", { ...ours, Tags: many }, { quotas: { tagsMax: 1 } }),
    "InvalidInputException: DUPLICATE_TAG_KEY": (c) => c.refusal("CreatePolicy", { ...ours, Tags: twice }),
    "InvalidInputException: INVALID_SYSTEM_TAGS_PARAMETER": (c) =>
      c.refusal("CreatePolicy", { ...ours, Tags: reserved }),
  },
  DeleteOrganization: {
    OrganizationNotEmptyException: (c) => c.refusal("DeleteOrganization", {}),
    "ConstraintViolationException: ACTIVE_RESPONSIBILITY_TRANSFER_PROCESS": (c) =>
      c.refusal("DeleteOrganization", {}, { as: handedOver(c).source }),
  },
  DeleteOrganizationalUnit: {
    OrganizationalUnitNotFoundException: (c) =>
      c.refusal("DeleteOrganizationalUnit", { OrganizationalUnitId: nowhere.unit }),
    OrganizationalUnitNotEmptyException: (c) =>
      c.refusal("DeleteOrganizationalUnit", { OrganizationalUnitId: c.workloads }),
  },
  DeletePolicy: {
    PolicyNotFoundException: (c) => c.refusal("DeletePolicy", { PolicyId: nowhere.policy }),
    PolicyInUseException: (c) => c.refusal("DeletePolicy", { PolicyId: c.optOut }),
    "InvalidInputException: IMMUTABLE_POLICY": (c) => c.refusal("DeletePolicy", { PolicyId: aws }),
  },
  DescribeAccount: {
    AccountNotFoundException: (c) => c.refusal("DescribeAccount", { AccountId: c.outsider }),
  },
  DescribeCreateAccountStatus: {
    CreateAccountStatusNotFoundException: (c) =>
      c.refusal("DescribeCreateAccountStatus", { CreateAccountRequestId: nowhere.request }),
  },
  DescribeEffectivePolicy: {
    AccessDeniedException: (c) =>
      c.refusal("DescribeEffectivePolicy", { PolicyType: aiType, TargetId: c.management }, { as: c.app }),
    TargetNotFoundException: (c) =>
      c.refusal("DescribeEffectivePolicy", { PolicyType: aiType, TargetId: nowhere.account }),
    EffectivePolicyNotFoundException: (c) =>
      c.refusal("DescribeEffectivePolicy", { PolicyType: "TAG_POLICY" }),
    "InvalidInputException: TARGET_NOT_SUPPORTED": (c) =>
      c.refusal("DescribeEffectivePolicy", { PolicyType: aiType, TargetId: c.root }),
  },
  DescribeOrganization: {
    AccessDeniedException: (c) => {
      c.act("CloseAccount", { AccountId: c.app });
      return c.refusal("DescribeOrganization", {}, { as: c.app });
    },
  },
  DescribeOrganizationalUnit: {
    OrganizationalUnitNotFoundException: (c) =>
      c.refusal("DescribeOrganizationalUnit", { OrganizationalUnitId: nowhere.unit }),
  },
  DescribePolicy: {
    PolicyNotFoundException: (c) => c.refusal("DescribePolicy", { PolicyId: nowhere.policy }),
  },
  DetachPolicy: {
    PolicyNotFoundException: (c) => c.refusal("DetachPolicy", { PolicyId: nowhere.policy, TargetId: c.root }),
    TargetNotFoundException: (c) => c.refusal("DetachPolicy", { PolicyId: c.optOut, TargetId: nowhere.unit }),
    PolicyNotAttachedException: (c) => c.refusal("DetachPolicy", { PolicyId: c.spare, TargetId: c.root }),
    "ConstraintViolationException: MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED": (c) =>
      c.refusal("DetachPolicy", { PolicyId: aws, TargetId: c.app }),
    "InvalidInputException: NON_DETACHABLE_POLICY": (c) => {
      c.enable(rcpType);
      return c.refusal("DetachPolicy", { PolicyId: "p-RCPFullAWSAccess", TargetId: c.app });
    },
  },
  DisablePolicyType: {
    RootNotFoundException: (c) =>
      c.refusal("DisablePolicyType", { RootId: nowhere.root, PolicyType: aiType }),
    PolicyTypeNotEnabledException: (c) =>
      c.refusal("DisablePolicyType", { RootId: c.root, PolicyType: "TAG_POLICY" }),
  },
  EnablePolicyType: {
    RootNotFoundException: (c) =>
      c.refusal("EnablePolicyType", { RootId: nowhere.root, PolicyType: "TAG_POLICY" }),
    PolicyTypeAlreadyEnabledException: (c) =>
      c.refusal("EnablePolicyType", { RootId: c.root, PolicyType: scpType }),
    PolicyTypeNotAvailableForOrganizationException: (c) => {
      const as = c.outsider;
      c.act("CreateOrganization", { FeatureSet: "CONSOLIDATED_BILLING" }, { as });
      const RootId = c.act("ListRoots", {}, { as }).Roots?.[0]?.Id ?? "";
      return c.refusal("EnablePolicyType", { RootId, PolicyType: aiType }, { as });
    },
  },
  ListAccounts: {},
  ListAccountsForParent: {
    ParentNotFoundException: (c) => c.refusal("ListAccountsForParent", { ParentId: nowhere.unit }),
  },
  ListAccountsWithInvalidEffectivePolicy: {
    EffectivePolicyNotFoundException: (c) =>
      c.refusal("ListAccountsWithInvalidEffectivePolicy", { PolicyType: "TAG_POLICY" }),
  },
  ListChildren: {
    ParentNotFoundException: (c) =>
      c.refusal("ListChildren", { ParentId: nowhere.unit, ChildType: "ACCOUNT" }),
  },
  ListCreateAccountStatus: {},
  ListEffectivePolicyValidationErrors: {
    AccountNotFoundException: (c) => {
      const input = { AccountId: nowhere.account, PolicyType: "TAG_POLICY" } as const;
      return c.refusal("ListEffectivePolicyValidationErrors", input);
    },
    EffectivePolicyNotFoundException: (c) =>
      c.refusal("ListEffectivePolicyValidationErrors", { AccountId: c.app, PolicyType: "TAG_POLICY" }),
  },
  ListOrganizationalUnitsForParent: {
    ParentNotFoundException: (c) => c.refusal("ListOrganizationalUnitsForParent", { ParentId: nowhere.unit }),
  },
  ListParents: {
    ChildNotFoundException: (c) => c.refusal("ListParents", { ChildId: c.outsider }),
  },
  ListPolicies: {},
  ListPoliciesForTarget: {
    TargetNotFoundException: (c) =>
      c.refusal("ListPoliciesForTarget", { TargetId: nowhere.unit, Filter: aiType }),
  },
  ListRoots: {},
  ListTagsForResource: {
    TargetNotFoundException: (c) => c.refusal("ListTagsForResource", { ResourceId: c.outsider }),
  },
  ListTargetsForPolicy: {
    PolicyNotFoundException: (c) => c.refusal("ListTargetsForPolicy", { PolicyId: nowhere.policy }),
  },
  MoveAccount: {
    AccountNotFoundException: (c) => c.refusal("MoveAccount", moving(nowhere.account, c.root, c.root)),
    SourceParentNotFoundException: (c) => c.refusal("MoveAccount", moving(c.app, nowhere.unit, c.root)),
    DestinationParentNotFoundException: (c) =>
      c.refusal("MoveAccount", moving(c.app, c.production, nowhere.unit)),
    DuplicateAccountException: (c) => c.refusal("MoveAccount", moving(c.app, c.production, c.production)),
  },
  RemoveAccountFromOrganization: {
    AccountNotFoundException: (c) => c.refusal("RemoveAccountFromOrganization", { AccountId: c.outsider }),
    MasterCannotLeaveOrganizationException: (c) =>
      c.refusal("RemoveAccountFromOrganization", { AccountId: c.management }),
    "ConstraintViolationException: CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG": (c) => {
      c.register(c.app);
      return c.refusal("RemoveAccountFromOrganization", { AccountId: c.app });
    },
    "ConstraintViolationException: WAIT_PERIOD_ACTIVE": (c) => {
      const manner = { quotas: { createdAccountDaysMin: 4 } };
      return c.refusal("RemoveAccountFromOrganization", { AccountId: c.app }, manner);
    },
    "ConstraintViolationException: ACCOUNT_CANNOT_LEAVE_ORGANIZATION": (c) => {
      c.act("CloseAccount", { AccountId: c.app });
      return c.refusal("RemoveAccountFromOrganization", { AccountId: c.app });
    },
  },
  TagResource: {
    TargetNotFoundException: (c) => c.refusal("TagResource", { ResourceId: nowhere.unit, Tags: many }),
    "InvalidInputException: DUPLICATE_TAG_KEY": (c) =>
      c.refusal("TagResource", { ResourceId: c.root, Tags: twice }),
    "InvalidInputException: INVALID_SYSTEM_TAGS_PARAMETER": (c) =>
      c.refusal("TagResource", { ResourceId: c.root, Tags: reserved }),
    "InvalidInputException: IMMUTABLE_POLICY": (c) =>
      c.refusal("TagResource", { ResourceId: aws, Tags: many }),
    "ConstraintViolationException: MAX_TAG_LIMIT_EXCEEDED": (c) =>
      c.refusal("TagResource", { ResourceId: c.root, Tags: many }, { quotas: { tagsMax: 1 } }),
  },
  UntagResource: {
    TargetNotFoundException: (c) =>
      c.refusal("UntagResource", { ResourceId: nowhere.unit, TagKeys: ["team"] }),
    "InvalidInputException: INVALID_SYSTEM_TAGS_PARAMETER": (c) =>
      c.refusal("UntagResource", { ResourceId: c.root, TagKeys: ["aws:team"] }),
    "InvalidInputException: IMMUTABLE_POLICY": (c) =>
      c.refusal("UntagResource", { ResourceId: aws, TagKeys: ["team"] }),
  },
  UpdateOrganizationalUnit: {
    OrganizationalUnitNotFoundException: (c) =>
      c.refusal("UpdateOrganizationalUnit", { OrganizationalUnitId: nowhere.unit, Name: "New" }),
    DuplicateOrganizationalUnitException: (c) => {
      c.unit(c.root, "Sandbox");
      return c.refusal("UpdateOrganizationalUnit", { OrganizationalUnitId: c.workloads, Name: "Sandbox" });
    },
  },
  UpdatePolicy: {
    PolicyNotFoundException: (c) => c.refusal("UpdatePolicy", { PolicyId: nowhere.policy }),
    "InvalidInputException: IMMUTABLE_POLICY": (c) =>
      c.refusal("UpdatePolicy", { PolicyId: aws, Content: denyAll }),
    "ConstraintViolationException: POLICY_CONTENT_LIMIT_EXCEEDED": (c) => {
      const input = { PolicyId: c.spare, Content: ours.Content };
      return c.refusal("UpdatePolicy", input, { quotas: { aiOptOutCharactersMax: 10 } });
    },
    MalformedPolicyDocumentException: (c) =>
      c.refusal("UpdatePolicy", { PolicyId: c.spare, Content: '{"services":{}}' }),
    DuplicatePolicyException: (c) => c.refusal("UpdatePolicy", { PolicyId: c.spare, Name: "Opt out" }),
  },
};
