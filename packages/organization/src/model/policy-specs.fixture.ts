// The model's rules for policies, their attachments, and delegation.

import { choice, delegationTo } from "../example-cell.fixture.js";
import { forget, levelsOf, modelQuotas } from "./model.fixture.js";
import type { Model, ModelOrganization } from "./model.fixture.js";
import { sorted } from "./spec.fixture.js";
import type { Dice, Specs } from "./spec.fixture.js";
import { isNode, memberFor, nodeFor, organizationFor } from "./tree-specs.fixture.js";

const types = ["AISERVICES_OPT_OUT_POLICY", "TAG_POLICY"] as const;
const [aiType, tagType] = types;
const contents = { [aiType]: choice("lex", "optOut"), [tagType]: '{"tags":{}}' };
const malformed = "[]";
const words = ["one", "two", "three"];
const services = ["a.amazonaws.com", "b.amazonaws.com"];
const noService = "NoService";
const typeFor = (dice: Dice): (typeof types)[number] => dice.pick(types, aiType);
const policyFor = (dice: Dice, m: Model, as: string): string =>
  dice.pick(organizationFor(m, as)?.policies.keys() ?? [], "p-nowhere000");
const rootFor = (dice: Dice, m: Model, as: string): string =>
  dice.pick([organizationFor(m, as)?.root ?? "r-none"], "r-none");
const serviceFor = (dice: Dice): string => dice.pick(services, noService);

const ofType = ({ policies }: ModelOrganization, type: string): readonly string[] =>
  [...policies].filter(([, policy]) => policy.type === type).map(([id]) => id);
const nameTaken = ({ policies }: ModelOrganization, type: string, name: string, except = ""): boolean =>
  [...policies].some(([id, policy]) => id !== except && policy.type === type && policy.name === name);
const attachedTo = (own: ModelOrganization, target: string, type: string): readonly string[] =>
  ofType(own, type).filter((policy) => own.attached.has(`${policy} ${target}`));
const targetsOf = ({ attached }: ModelOrganization, policy: string): readonly string[] =>
  [...attached].filter((pair) => pair.startsWith(`${policy} `)).map((pair) => pair.split(" ")[1] ?? "");
const maxFor = (type: string): number =>
  type === aiType ? modelQuotas.attachmentsMax : modelQuotas.tagAndBackupAttachmentsMax;
/** Whether anything on the way from the root is attached. */
const hasEffective = (own: ModelOrganization, account: string, type: string): boolean =>
  levelsOf(own, account).some((level) => attachedTo(own, level, type).length > 0);
const administratorsOf = ({ administrators }: ModelOrganization, service: string): readonly string[] =>
  [...administrators]
    .filter((pair) => pair.startsWith(`${service} `))
    .map((pair) => pair.split(" ")[1] ?? "");
const servicesOf = ({ administrators }: ModelOrganization, account: string): readonly string[] =>
  [...administrators].filter((pair) => pair.endsWith(` ${account}`)).map((pair) => pair.split(" ")[0] ?? "");
const billingOnly = (own: ModelOrganization) => !own.allFeatures && "ConstraintViolationException";
const unknownService = (service: string) => service === noService && "InvalidInputException";

export const policySpecs = {
  CreatePolicy: {
    who: "delegated",
    reads: false,
    input: (dice) => {
      const Type = typeFor(dice);
      const Content = dice.number(6) === 0 ? malformed : contents[Type];
      return { Type, Name: dice.pick(words, "four"), Description: "", Content };
    },
    broken: ({ own, input: { Type, Name, Content } }) => [
      !own.allFeatures && "PolicyTypeNotAvailableForOrganizationException",
      Content === malformed && "MalformedPolicyDocumentException",
      nameTaken(own, Type, Name) && "DuplicatePolicyException",
      ofType(own, Type).length >= modelQuotas.policiesPerTypeMax && "ConstraintViolationException",
    ],
    effect: ({ own, input: { Type, Name } }, { Policy }) => {
      own.policies.set(Policy?.PolicySummary?.Id ?? "", { type: Type, name: Name });
    },
  },
  UpdatePolicy: {
    who: "delegated",
    reads: false,
    input: (dice, m, as) => {
      const PolicyId = policyFor(dice, m, as);
      return dice.number(4) === 0
        ? { PolicyId, Content: malformed }
        : { PolicyId, Name: dice.pick(words, "four") };
    },
    broken: ({ own, input: { PolicyId: id, Name, Content } }) => [
      !own.policies.has(id) && "PolicyNotFoundException",
      Content === malformed && "MalformedPolicyDocumentException",
      nameTaken(own, own.policies.get(id)?.type ?? "", Name ?? "", id) && "DuplicatePolicyException",
    ],
    effect: ({ own, input: { PolicyId: id, Name } }) => {
      const policy = own.policies.get(id);
      if (policy !== undefined && Name !== undefined) policy.name = Name;
    },
  },
  DeletePolicy: {
    who: "delegated",
    reads: false,
    input: (dice, m, as) => ({ PolicyId: policyFor(dice, m, as) }),
    broken: ({ own, input: { PolicyId: id } }) => [
      !own.policies.has(id) && "PolicyNotFoundException",
      targetsOf(own, id).length > 0 && "PolicyInUseException",
    ],
    effect: ({ own, input: { PolicyId: id } }) => {
      own.policies.delete(id);
      forget(own, id);
    },
  },
  DescribePolicy: {
    who: "delegated",
    reads: true,
    input: (dice, m, as) => ({ PolicyId: policyFor(dice, m, as) }),
    broken: ({ own, input: { PolicyId: id } }) => [!own.policies.has(id) && "PolicyNotFoundException"],
    says: ({ own, input: { PolicyId: id } }, { Policy }) => [
      own.policies.get(id)?.name,
      Policy?.PolicySummary?.Name,
    ],
  },
  ListPolicies: {
    who: "delegated",
    reads: true,
    input: (dice) => ({ Filter: typeFor(dice) }),
    says: ({ own, input: { Filter } }, { Policies = [] }) => [
      ofType(own, Filter),
      Policies.map(({ Id }) => Id),
    ],
  },
  AttachPolicy: {
    who: "delegated",
    reads: false,
    input: (dice, m, as) => ({ PolicyId: policyFor(dice, m, as), TargetId: nodeFor(dice, m, as) }),
    broken: ({ own, input: { PolicyId, TargetId } }) => {
      const type = own.policies.get(PolicyId)?.type ?? "";
      return [
        !own.policies.has(PolicyId) && "PolicyNotFoundException",
        !isNode(own, TargetId) && "TargetNotFoundException",
        !own.types.has(type) && "PolicyTypeNotEnabledException",
        own.attached.has(`${PolicyId} ${TargetId}`) && "DuplicatePolicyAttachmentException",
        attachedTo(own, TargetId, type).length >= maxFor(type) && "ConstraintViolationException",
      ];
    },
    effect: ({ own, input: { PolicyId, TargetId } }) => own.attached.add(`${PolicyId} ${TargetId}`),
  },
  DetachPolicy: {
    who: "delegated",
    reads: false,
    input: (dice, m, as) => {
      const pair = dice.pick(organizationFor(m, as)?.attached ?? [], "").split(" ");
      const [PolicyId = "", TargetId = ""] = pair;
      return PolicyId === "" || dice.number(4) === 0
        ? { PolicyId: policyFor(dice, m, as), TargetId: nodeFor(dice, m, as) }
        : { PolicyId, TargetId };
    },
    broken: ({ own, input: { PolicyId, TargetId } }) => [
      !own.policies.has(PolicyId) && "PolicyNotFoundException",
      !isNode(own, TargetId) && "TargetNotFoundException",
      !own.attached.has(`${PolicyId} ${TargetId}`) && "PolicyNotAttachedException",
    ],
    effect: ({ own, input: { PolicyId, TargetId } }) => own.attached.delete(`${PolicyId} ${TargetId}`),
  },
  ListPoliciesForTarget: {
    who: "delegated",
    reads: true,
    input: (dice, m, as) => ({ TargetId: nodeFor(dice, m, as), Filter: typeFor(dice) }),
    broken: ({ own, input }) => [!isNode(own, input.TargetId) && "TargetNotFoundException"],
    says: ({ own, input: { TargetId, Filter } }, { Policies = [] }) => [
      sorted(attachedTo(own, TargetId, Filter)),
      sorted(Policies.map(({ Id }) => Id)),
    ],
  },
  ListTargetsForPolicy: {
    who: "delegated",
    reads: true,
    input: (dice, m, as) => ({ PolicyId: policyFor(dice, m, as) }),
    broken: ({ own, input }) => [!own.policies.has(input.PolicyId) && "PolicyNotFoundException"],
    says: ({ own, input }, { Targets = [] }) => [
      sorted(targetsOf(own, input.PolicyId)),
      sorted(Targets.map(({ TargetId }) => TargetId)),
    ],
  },
  EnablePolicyType: {
    who: "delegated",
    reads: false,
    input: (dice, m, as) => ({ RootId: rootFor(dice, m, as), PolicyType: typeFor(dice) }),
    broken: ({ own, input: { RootId, PolicyType } }) => [
      RootId !== own.root && "RootNotFoundException",
      !own.allFeatures && "PolicyTypeNotAvailableForOrganizationException",
      own.types.has(PolicyType) && "PolicyTypeAlreadyEnabledException",
    ],
    effect: ({ own, input }) => own.types.add(input.PolicyType),
  },
  DisablePolicyType: {
    who: "delegated",
    reads: false,
    input: (dice, m, as) => ({ RootId: rootFor(dice, m, as), PolicyType: typeFor(dice) }),
    broken: ({ own, input: { RootId, PolicyType } }) => [
      RootId !== own.root && "RootNotFoundException",
      !own.types.has(PolicyType) && "PolicyTypeNotEnabledException",
    ],
    effect: ({ own, input: { PolicyType } }) => {
      own.types.delete(PolicyType);
      for (const id of ofType(own, PolicyType))
        for (const target of targetsOf(own, id)) own.attached.delete(`${id} ${target}`);
    },
  },
  DescribeEffectivePolicy: {
    who: "delegated",
    reads: true,
    isOwn: ({ as, input }) => input.TargetId === as,
    input: (dice, m, as) => ({
      PolicyType: aiType,
      TargetId: dice.number(3) === 0 ? as : memberFor(dice, m, as),
    }),
    broken: ({ own, input: { TargetId = "" } }) => [
      !own.members.has(TargetId) && "TargetNotFoundException",
      !hasEffective(own, TargetId, aiType) && "EffectivePolicyNotFoundException",
    ],
    says: (_, { EffectivePolicy }) => [
      '{"services":{"lex":{"opt_out_policy":"optOut"}}}',
      EffectivePolicy?.PolicyContent,
    ],
  },
  ListAccountsWithInvalidEffectivePolicy: {
    who: "delegated",
    reads: true,
    input: () => ({ PolicyType: aiType }),
    broken: ({ own }) => [!own.types.has(aiType) && "EffectivePolicyNotFoundException"],
    says: (_, { Accounts }) => [[], Accounts],
  },
  ListEffectivePolicyValidationErrors: {
    who: "delegated",
    reads: true,
    input: (dice, m, as) => ({ PolicyType: aiType, AccountId: memberFor(dice, m, as) }),
    broken: ({ own, input: { AccountId } }) => [
      !own.members.has(AccountId) && "AccountNotFoundException",
      !hasEffective(own, AccountId, aiType) && "EffectivePolicyNotFoundException",
    ],
    says: (_, { EffectivePolicyValidationErrors }) => [[], EffectivePolicyValidationErrors],
  },
  PutResourcePolicy: {
    who: "management",
    input: (dice, m, as) => {
      const action = dice.pick(["organizations:*", "organizations:List*"], "organizations:CloseAccount");
      return { Content: delegationTo(memberFor(dice, m, as), action) };
    },
    broken: ({ own, input }) => [
      billingOnly(own),
      input.Content.includes("CloseAccount") && "InvalidInputException",
    ],
    effect: ({ own, input }, { ResourcePolicy }) => {
      const [, to = ""] = /iam::(\d{12}):root/.exec(input.Content) ?? [];
      const id = ResourcePolicy?.ResourcePolicySummary?.Id ?? "";
      own.delegation = { id, to, listsOnly: input.Content.includes("List*") };
    },
  },
  DescribeResourcePolicy: {
    who: "delegated",
    reads: true,
    input: () => ({}),
    broken: ({ own }) => [own.delegation === undefined && "ResourcePolicyNotFoundException"],
    says: ({ own }, { ResourcePolicy }) => [own.delegation?.id, ResourcePolicy?.ResourcePolicySummary?.Id],
  },
  DeleteResourcePolicy: {
    who: "management",
    input: () => ({}),
    broken: ({ own }) => [own.delegation === undefined && "ResourcePolicyNotFoundException"],
    effect: ({ own }) => {
      own.tags.delete(own.delegation?.id ?? "");
      own.delegation = undefined;
    },
  },
  EnableAWSServiceAccess: {
    who: "management",
    input: (dice) => ({ ServicePrincipal: serviceFor(dice) }),
    broken: ({ own, input }) => [unknownService(input.ServicePrincipal), billingOnly(own)],
    effect: ({ own, input }) => own.services.add(input.ServicePrincipal),
  },
  DisableAWSServiceAccess: {
    who: "management",
    input: (dice) => ({ ServicePrincipal: serviceFor(dice) }),
    broken: ({ own, input: { ServicePrincipal: service } }) => [
      unknownService(service),
      administratorsOf(own, service).length > 0 && "ConstraintViolationException",
    ],
    effect: ({ own, input }) => own.services.delete(input.ServicePrincipal),
  },
  ListAWSServiceAccessForOrganization: {
    who: "delegated",
    reads: true,
    input: () => ({}),
    broken: ({ own }) => [billingOnly(own)],
    says: ({ own }, { EnabledServicePrincipals = [] }) => [
      [...own.services],
      EnabledServicePrincipals.map(({ ServicePrincipal }) => ServicePrincipal),
    ],
  },
  RegisterDelegatedAdministrator: {
    who: "management",
    input: (dice, m, as) => ({ AccountId: memberFor(dice, m, as), ServicePrincipal: serviceFor(dice) }),
    broken: ({ m, own, input: { AccountId, ServicePrincipal: service } }) => [
      unknownService(service),
      !own.members.has(AccountId) && "AccountNotFoundException",
      billingOnly(own),
      (AccountId === own.management ||
        m.accounts.get(AccountId)?.closed === true ||
        !own.services.has(service) ||
        administratorsOf(own, service).length >= modelQuotas.delegatedAdministratorsPerServiceMax) &&
        "ConstraintViolationException",
      own.administrators.has(`${service} ${AccountId}`) && "AccountAlreadyRegisteredException",
    ],
    effect: ({ own, input }) => own.administrators.add(`${input.ServicePrincipal} ${input.AccountId}`),
  },
  DeregisterDelegatedAdministrator: {
    who: "management",
    input: (dice, m, as) => {
      const pair = dice.pick(organizationFor(m, as)?.administrators ?? [], "").split(" ");
      const [ServicePrincipal = "", AccountId = ""] = pair;
      return AccountId === ""
        ? { AccountId: memberFor(dice, m, as), ServicePrincipal: serviceFor(dice) }
        : { AccountId, ServicePrincipal };
    },
    broken: ({ own, input: { AccountId, ServicePrincipal: service } }) => [
      unknownService(service),
      !own.members.has(AccountId) && "AccountNotFoundException",
      billingOnly(own),
      !own.administrators.has(`${service} ${AccountId}`) && "AccountNotRegisteredException",
    ],
    effect: ({ own, input }) => own.administrators.delete(`${input.ServicePrincipal} ${input.AccountId}`),
  },
  ListDelegatedAdministrators: {
    who: "delegated",
    reads: true,
    input: (dice) => ({ ServicePrincipal: serviceFor(dice) }),
    broken: ({ input }) => [unknownService(input.ServicePrincipal ?? "")],
    says: ({ own, input }, { DelegatedAdministrators = [] }) => [
      sorted(administratorsOf(own, input.ServicePrincipal ?? "")),
      sorted(DelegatedAdministrators.map(({ Id }) => Id)),
    ],
  },
  ListDelegatedServicesForAccount: {
    who: "delegated",
    reads: true,
    input: (dice, m, as) => ({ AccountId: memberFor(dice, m, as) }),
    broken: ({ own, input: { AccountId } }) => [
      !own.members.has(AccountId) && "AccountNotFoundException",
      servicesOf(own, AccountId).length === 0 && "AccountNotRegisteredException",
    ],
    says: ({ own, input }, { DelegatedServices = [] }) => [
      sorted(servicesOf(own, input.AccountId)),
      sorted(DelegatedServices.map(({ ServicePrincipal }) => ServicePrincipal)),
    ],
  },
} satisfies Specs;
