// Random calls on the example cell, sensible often enough to get somewhere, and their outcomes.

import fc from "fast-check";
import type { Manner } from "./cell-driver.fixture.js";
import {
  ExampleCell,
  aiType,
  choice,
  delegationTo,
  denyAll,
  nowhere,
  scpType,
  service,
} from "./example-cell.fixture.js";
import type { Input, OperationName } from "./operation-types.js";
import { concerned, randomHandshakes } from "./random-handshakes.fixture.js";
import { Organization } from "./state/organization.js";
import { neighbour } from "./transfers.fixture.js";

/** Numbers stand for things that exist when the call is made: the n-th policy, the n-th target, modulo. */
export interface Dice {
  readonly policy: number;
  readonly node: number;
  readonly parent: number;
  readonly account: number;
  readonly text: number;
  readonly type: number;
}

export interface RandomCall {
  readonly name: keyof typeof inputs;
  readonly dice: Dice;
  /** Rarely somebody else than the management account. */
  readonly caller: number;
}

const list = (operators: Record<string, unknown>): string => JSON.stringify({ tags: { stage: operators } });
const lock = "@@operators_allowed_for_child_policies";
const openLock = JSON.stringify({
  services: { [lock]: ["@@none"], lex: { opt_out_policy: { "@@assign": "optOut" } } },
});

export const randomTypes = [aiType, "TAG_POLICY", scpType] as const;
const contents = {
  [aiType]: [
    choice("default", "optOut"),
    choice("lex", "optIn"),
    choice("lex", "optOut", true),
    choice("polly", "optOut"),
    openLock,
    '{"services":{}}',
  ],
  TAG_POLICY: [
    "{}",
    list({ "@@assign": ["a", "b"] }),
    list({ "@@append": ["c"] }),
    list({ "@@remove": ["a"], [lock]: ["@@append"] }),
    list({ "@@remove": ["a", "b", "c"] }),
    "[]",
  ],
  [scpType]: [denyAll, "null"],
};
const services = [service, "polly.amazonaws.com", "Polly"];
const serviceOf = ({ type }: Dice): string => pick(services, type);
const delegations = (cell: ExampleCell, dice: Dice): readonly string[] => [
  delegationTo(memberOf(cell, dice), ["organizations:List*", "organizations:AttachPolicy"]),
  delegationTo(memberOf(cell, dice), "organizations:*", typeOf(dice)),
  delegationTo(memberOf(cell, dice), "organizations:CloseAccount"),
];
const words = ["Opt out", "Lex in", "Workloads", "Production", "one", "two", "three"];
const stage = { Key: "stage", Value: "test" };
const tags = [
  undefined,
  undefined,
  [stage],
  [stage, { Key: "one", Value: "" }],
  [{ Key: "aws:x", Value: "" }],
];

function pick<T>(items: Iterable<T>, index: number): T {
  const all = [...items];
  return all[index % all.length] as T;
}

/** Of the management account; it may have deleted one and founded another. Without any, there is nothing to name. */
const organizationOf = (cell: ExampleCell): Organization => {
  const account = cell.cell.accounts.get(cell.management);
  return (account && cell.cell.organizationOf(account)) ?? noOrganization;
};
const noOrganization = new Organization({
  id: "o-nowhere000",
  rootId: nowhere.root,
  partition: "aws",
  managementAccountId: nowhere.account,
  featureSet: "ALL",
});
const rootOf = (cell: ExampleCell): string => organizationOf(cell).root.id;
const memberOf = (cell: ExampleCell, { account }: Dice): string =>
  pick([...Array.from(organizationOf(cell).accounts.values(), ({ id }) => id), nowhere.account], account);
const unitOf = (cell: ExampleCell, { parent }: Dice): string =>
  pick([...organizationOf(cell).units.keys(), nowhere.unit], parent);
const resourceOf = (cell: ExampleCell, dice: Dice): string =>
  dice.policy % 11 === 0
    ? (Array.from(cell.cell.handshakes.values()).at(-1)?.transfer?.id ?? nowhere.policy)
    : dice.policy % 7 === 0
      ? (organizationOf(cell).resourcePolicy?.id ?? nowhere.policy)
      : dice.policy % 3 === 0
        ? policyOf(cell, dice)
        : targetOf(cell, dice);
const policyOf = (cell: ExampleCell, { policy }: Dice): string =>
  pick([...organizationOf(cell).policies.keys(), nowhere.policy], policy);
const parentsOf = (cell: ExampleCell): string[] => [
  rootOf(cell),
  ...organizationOf(cell).units.keys(),
  nowhere.unit,
];
const targetOf = (cell: ExampleCell, { node }: Dice): string =>
  pick([...Array.from(organizationOf(cell).nodes(), ({ id }) => id), nowhere.account], node);
const typeOf = ({ type }: Dice): (typeof randomTypes)[number] => pick(randomTypes, type);
const tagged = ({ node }: Dice): object => {
  const Tags = pick(tags, node);
  return Tags === undefined ? {} : { Tags };
};

type WriteInputs = {
  readonly [Name in OperationName]?: (cell: ExampleCell, dice: Dice) => Input<Name>;
};

const inputs = {
  ...randomHandshakes,
  AttachPolicy: (cell, dice) => ({ PolicyId: policyOf(cell, dice), TargetId: targetOf(cell, dice) }),
  DetachPolicy: (cell, dice) => {
    const target = organizationOf(cell).node(targetOf(cell, dice));
    const attached = randomTypes.flatMap((type) => target?.attachments(type) ?? []);
    const PolicyId = attached.length === 0 ? policyOf(cell, dice) : pick(attached, dice.policy).policy.id;
    return { PolicyId, TargetId: targetOf(cell, dice) };
  },
  CreateAccount: (_, { text, account, ...dice }) => ({
    AccountName: pick(words, text),
    Email: `mail-${account}@acme.example`,
    ...tagged({ text, account, ...dice }),
  }),
  CreateGovCloudAccount: (_, { text, account }) => ({
    AccountName: pick(words, text),
    Email: `mail-${account % 5}@acme.example`,
  }),
  CreateOrganization: (_, { text }) => ({
    FeatureSet: pick(["ALL", "CONSOLIDATED_BILLING"] as const, text),
  }),
  CreateOrganizationalUnit: (cell, dice) => ({
    ParentId: pick(parentsOf(cell), dice.parent),
    Name: pick(words, dice.text),
    ...tagged(dice),
  }),
  CreatePolicy: (_, dice) => ({
    Type: typeOf(dice),
    Name: pick(words, dice.text),
    Description: "",
    Content: pick(contents[typeOf(dice)], dice.policy),
    ...tagged(dice),
  }),
  UpdatePolicy: (cell, dice) => {
    const type = organizationOf(cell).policies.get(policyOf(cell, dice))?.type;
    const pool = contents[randomTypes.find((known) => known === type) ?? aiType];
    return {
      PolicyId: policyOf(cell, dice),
      ...(dice.parent % 2 === 0 ? { Content: pick(pool, dice.text) } : { Name: pick(words, dice.text) }),
      ...(dice.node % 3 === 0 ? { Description: pick(words, dice.account) } : {}),
    };
  },
  DeletePolicy: (cell, dice) => ({ PolicyId: policyOf(cell, dice) }),
  EnablePolicyType: (cell, dice) => ({ RootId: rootOf(cell), PolicyType: typeOf(dice) }),
  DisablePolicyType: (cell, dice) => ({ RootId: rootOf(cell), PolicyType: typeOf(dice) }),
  MoveAccount: (cell, dice) => {
    const AccountId = memberOf(cell, dice);
    const at = organizationOf(cell).accounts.get(AccountId)?.parent.id;
    const source = dice.node % 8 === 0 ? nowhere.unit : at;
    const DestinationParentId = pick(parentsOf(cell), dice.parent);
    return { AccountId, SourceParentId: source ?? nowhere.unit, DestinationParentId };
  },
  PutResourcePolicy: (cell, dice) => ({ Content: pick(delegations(cell, dice), dice.text), ...tagged(dice) }),
  DeleteResourcePolicy: () => ({}),
  EnableAWSServiceAccess: (_, dice) => ({ ServicePrincipal: serviceOf(dice) }),
  DisableAWSServiceAccess: (_, dice) => ({ ServicePrincipal: serviceOf(dice) }),
  RegisterDelegatedAdministrator: (cell, dice) => ({
    AccountId: memberOf(cell, dice),
    ServicePrincipal: serviceOf(dice),
  }),
  DeregisterDelegatedAdministrator: (cell, dice) => {
    const registered = [...organizationOf(cell).delegatedAdministrators.of(serviceOf(dice)).keys()];
    const AccountId = pick([...registered, memberOf(cell, dice)], dice.node);
    return { AccountId, ServicePrincipal: serviceOf(dice) };
  },
  CloseAccount: (cell, dice) => ({ AccountId: memberOf(cell, dice) }),
  RemoveAccountFromOrganization: (cell, dice) => ({ AccountId: memberOf(cell, dice) }),
  DeleteOrganization: () => ({}),
  UpdateOrganizationalUnit: (cell, dice) => ({
    OrganizationalUnitId: unitOf(cell, dice),
    ...(dice.node % 8 === 0 ? {} : { Name: pick(words, dice.text) }),
  }),
  DeleteOrganizationalUnit: (cell, dice) => ({ OrganizationalUnitId: unitOf(cell, dice) }),
  TagResource: (cell, dice) => ({
    ResourceId: resourceOf(cell, dice),
    Tags: pick(tags, dice.text) ?? [{ Key: pick(words, dice.account), Value: pick(words, dice.parent) }],
  }),
  UntagResource: (cell, dice) => ({
    ResourceId: resourceOf(cell, dice),
    TagKeys: [pick(words, dice.account), "stage"],
  }),
} satisfies WriteInputs;

export const randomWrites = Object.keys(inputs) as RandomCall["name"][];

/** Small, so that their edges are met. */
const manner: Manner = {
  quotas: {
    accountsMax: 5,
    organizationalUnitsMax: 5,
    organizationalUnitDepthMax: 3,
    policiesPerTypeMax: 7,
    attachmentsMax: 3,
    tagAndBackupAttachmentsMax: 3,
    closuresBaseMax: 2,
    closedAccountDaysMin: 0,
    delegatedAdministratorsPerServiceMax: 2,
    tagsMax: 2,
  },
};

// Attaching and what changes content more often than what ends everything.
const weights: Partial<Record<RandomCall["name"], number>> = {
  AcceptHandshake: 5,
  AttachPolicy: 12,
  CreatePolicy: 3,
  DeregisterDelegatedAdministrator: 3,
  DetachPolicy: 6,
  EnableAWSServiceAccess: 2,
  InviteAccountToOrganization: 3,
  InviteOrganizationToTransferResponsibility: 4,
  TerminateResponsibilityTransfer: 3,
  RegisterDelegatedAdministrator: 4,
  MoveAccount: 3,
  TagResource: 2,
  UpdatePolicy: 4,
};
const nat = fc.nat({ max: 999 });

export const randomCalls: fc.Arbitrary<RandomCall[]> = fc.array(
  fc.record({
    name: fc.oneof(
      ...randomWrites.map((name) => ({ arbitrary: fc.constant(name), weight: weights[name] ?? 1 })),
    ),
    dice: fc.record({ policy: nat, node: nat, parent: nat, account: nat, text: nat, type: nat }),
    caller: fc.nat({ max: 19 }),
  }),
  { maxLength: 40, size: "max" },
);

/** The example cell with a neighbour, and with enough policies that a short sequence makes a difference. */
export function busyCell(): ExampleCell {
  const cell = new ExampleCell();
  cell.enable("TAG_POLICY");
  cell.act("EnableAWSServiceAccess", { ServicePrincipal: service });
  neighbour(cell, "333333333333", "CONSOLIDATED_BILLING");
  for (const [index, content] of contents[aiType].slice(2, 5).entries()) cell.policy(`ai ${index}`, content);
  for (const [index, content] of contents.TAG_POLICY.slice(1, 5).entries())
    cell.policy(`tags ${index}`, content, "TAG_POLICY");
  return cell;
}

/** `accepted`, or the fault. */
export function perform(cell: ExampleCell, { name, dice, caller }: RandomCall): string {
  const stranger = caller === 0 || name === "CreateOrganization";
  const input = inputs[name](cell, dice);
  const usual = concerned(cell, name, input, dice) ?? cell.management;
  const as = stranger ? pick(cell.cell.accounts.keys(), dice.account) : usual;
  return cell.refusal(name, input, { ...manner, as });
}
