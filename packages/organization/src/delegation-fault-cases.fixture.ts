// For every fault that services, their administrators and the delegation policy raise, the call that makes it occur.

import { delegationTo, nowhere, service } from "./example-cell.fixture.js";
import type { ExampleCell } from "./example-cell.fixture.js";
import type { Cases } from "./fault-cases.fixture.js";

const twice = [
  { Key: "team", Value: "a" },
  { Key: "team", Value: "b" },
];
const billing = "ConstraintViolationException: ORGANIZATION_NOT_IN_ALL_FEATURES_MODE";
const unrecognized = "InvalidInputException: UNRECOGNIZED_SERVICE_PRINCIPAL";
const misspelt = "Transcribe";

/** The management account of an organization for consolidated billing alone. */
const billingOnly = (c: ExampleCell): string => {
  c.act("CreateOrganization", { FeatureSet: "CONSOLIDATED_BILLING" }, { as: c.outsider });
  return c.outsider;
};

const put = (c: ExampleCell, changes: object): string => {
  const statement = {
    Effect: "Allow",
    Principal: "*",
    Action: "organizations:List*",
    Resource: "*",
    ...changes,
  };
  const Content = JSON.stringify({ Version: "2012-10-17", Statement: statement });
  return c.refusal("PutResourcePolicy", { Content });
};

/** The names for which both operations on a registration are refused alike. */
const registering = (name: "RegisterDelegatedAdministrator" | "DeregisterDelegatedAdministrator"): Cases => ({
  [unrecognized]: (c) => c.refusal(name, { AccountId: c.app, ServicePrincipal: misspelt }),
  AccountNotFoundException: (c) => c.refusal(name, { AccountId: nowhere.account, ServicePrincipal: service }),
  [billing]: (c) => {
    const as = billingOnly(c);
    const input = { AccountName: "b", Email: "b@acme.example" };
    const AccountId = c.act("CreateAccount", input, { as }).CreateAccountStatus?.AccountId ?? "";
    return c.refusal(name, { AccountId, ServicePrincipal: service }, { as });
  },
});

export const delegationFaultCases = {
  DeleteResourcePolicy: {
    ResourcePolicyNotFoundException: (c) => c.refusal("DeleteResourcePolicy", {}),
  },
  DeregisterDelegatedAdministrator: {
    ...registering("DeregisterDelegatedAdministrator"),
    AccountNotRegisteredException: (c) =>
      c.refusal("DeregisterDelegatedAdministrator", { AccountId: c.app, ServicePrincipal: service }),
  },
  DescribeResourcePolicy: {
    ResourcePolicyNotFoundException: (c) => c.refusal("DescribeResourcePolicy", {}),
  },
  DisableAWSServiceAccess: {
    [unrecognized]: (c) => c.refusal("DisableAWSServiceAccess", { ServicePrincipal: misspelt }),
    "ConstraintViolationException: DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE": (c) => {
      c.register(c.app);
      return c.refusal("DisableAWSServiceAccess", { ServicePrincipal: service });
    },
  },
  EnableAWSServiceAccess: {
    [unrecognized]: (c) => c.refusal("EnableAWSServiceAccess", { ServicePrincipal: misspelt }),
    [billing]: (c) =>
      c.refusal("EnableAWSServiceAccess", { ServicePrincipal: service }, { as: billingOnly(c) }),
  },
  ListAWSServiceAccessForOrganization: {
    [billing]: (c) => c.refusal("ListAWSServiceAccessForOrganization", {}, { as: billingOnly(c) }),
  },
  ListDelegatedAdministrators: {
    [unrecognized]: (c) => c.refusal("ListDelegatedAdministrators", { ServicePrincipal: misspelt }),
  },
  ListDelegatedServicesForAccount: {
    AccountNotFoundException: (c) =>
      c.refusal("ListDelegatedServicesForAccount", { AccountId: nowhere.account }),
    AccountNotRegisteredException: (c) => c.refusal("ListDelegatedServicesForAccount", { AccountId: c.app }),
  },
  PutResourcePolicy: {
    "InvalidInputException: DUPLICATE_TAG_KEY": (c) =>
      c.refusal("PutResourcePolicy", { Content: delegationTo(c.app), Tags: twice }),
    "InvalidInputException: INVALID_SYSTEM_TAGS_PARAMETER": (c) =>
      c.refusal("PutResourcePolicy", { Content: delegationTo(c.app), Tags: [{ Key: "aws:a", Value: "" }] }),
    "ConstraintViolationException: MAX_TAG_LIMIT_EXCEEDED": (c) => {
      const input = { Content: delegationTo(c.app), Tags: twice.slice(0, 1) };
      return c.refusal("PutResourcePolicy", input, { quotas: { tagsMax: 0 } });
    },
    "InvalidInputException: TARGET_NOT_SUPPORTED": (c) => {
      c.act("PutResourcePolicy", { Content: delegationTo(c.app) });
      return c.refusal("PutResourcePolicy", { Content: delegationTo(c.app), Tags: twice.slice(0, 1) });
    },
    [billing]: (c) =>
      c.refusal("PutResourcePolicy", { Content: delegationTo(c.app) }, { as: billingOnly(c) }),
    "InvalidInputException: INVALID_RESOURCE_POLICY_JSON": (c) =>
      c.refusal("PutResourcePolicy", { Content: "{}" }),
    "InvalidInputException: INVALID_PRINCIPAL": (c) => put(c, { Principal: { AWS: "everybody" } }),
    "InvalidInputException: UNSUPPORTED_ACTION_IN_RESOURCE_POLICY": (c) =>
      put(c, { Action: "organizations:CloseAccount" }),
    "InvalidInputException: UNSUPPORTED_RESOURCE_IN_RESOURCE_POLICY": (c) =>
      put(c, { Resource: "arn:aws:s3:::bucket" }),
    "InvalidInputException: UNSUPPORTED_POLICY_TYPE_IN_RESOURCE_POLICY": (c) =>
      put(c, { Condition: { StringEquals: { "organizations:PolicyType": "OPT_OUT" } } }),
  },
  RegisterDelegatedAdministrator: {
    ...registering("RegisterDelegatedAdministrator"),
    "ConstraintViolationException: CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR": (c) =>
      c.refusal("RegisterDelegatedAdministrator", { AccountId: c.management, ServicePrincipal: service }),
    "ConstraintViolationException: CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR": (c) => {
      c.act("CloseAccount", { AccountId: c.app });
      return c.refusal("RegisterDelegatedAdministrator", { AccountId: c.app, ServicePrincipal: service });
    },
    "ConstraintViolationException: SERVICE_ACCESS_NOT_ENABLED": (c) =>
      c.refusal("RegisterDelegatedAdministrator", { AccountId: c.app, ServicePrincipal: service }),
    AccountAlreadyRegisteredException: (c) => {
      c.register(c.app);
      return c.refusal("RegisterDelegatedAdministrator", { AccountId: c.app, ServicePrincipal: service });
    },
    "ConstraintViolationException: MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED": (c) => {
      c.register(c.app);
      const input = { AccountId: c.account("second"), ServicePrincipal: service };
      const manner = { quotas: { delegatedAdministratorsPerServiceMax: 1 } };
      return c.refusal("RegisterDelegatedAdministrator", input, manner);
    },
  },
} satisfies Readonly<Record<string, Cases>>;
