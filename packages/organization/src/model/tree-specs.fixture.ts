// The model's rules for organizations, accounts, OUs and tags.

import { forget, levelsOf, modelQuotas } from "./model.fixture.js";
import type { Model, ModelOrganization } from "./model.fixture.js";
import { sorted } from "./spec.fixture.js";
import type { Dice, OwnCall, Specs } from "./spec.fixture.js";

const words = ["one", "two", "three"];
const nothing = "999999999999";
const noUnit = "ou-none-nowhere0";
export const organizationFor = (m: Model, as: string): ModelOrganization | undefined =>
  m.organizationOf(as) ?? [...m.organizations.values()].at(0);
export const accountFor = (dice: Dice, m: Model): string => dice.pick(m.accounts.keys(), nothing);
export const memberFor = (dice: Dice, m: Model, as: string): string =>
  dice.number(8) === 0
    ? accountFor(dice, m)
    : dice.pick(organizationFor(m, as)?.members.keys() ?? [], nothing);
const unitFor = (dice: Dice, m: Model, as: string): string =>
  dice.pick(organizationFor(m, as)?.units.keys() ?? [], noUnit);
const parentFor = (dice: Dice, m: Model, as: string): string => {
  const own = organizationFor(m, as);
  return dice.pick([...(own?.units.keys() ?? []), own?.root ?? noUnit], noUnit);
};
export const nodeFor = (dice: Dice, m: Model, as: string): string =>
  dice.number(2) === 0 ? memberFor(dice, m, as) : parentFor(dice, m, as);

const isParent = (own: ModelOrganization, id: string): boolean => id === own.root || own.units.has(id);
export const isNode = (own: ModelOrganization, id: string): boolean =>
  isParent(own, id) || own.members.has(id);
const unitsBelow = ({ units }: ModelOrganization, id: string): readonly string[] =>
  [...units].filter(([, { parent }]) => parent === id).map(([unit]) => unit);
const accountsBelow = ({ members }: ModelOrganization, id: string): readonly string[] =>
  [...members].filter(([, { parent }]) => parent === id).map(([account]) => account);
const hasUnitNamed = (own: ModelOrganization, parent: string, name: string): boolean =>
  unitsBelow(own, parent).some((id) => own.units.get(id)?.name === name);
const administers = ({ administrators }: ModelOrganization, account: string): boolean =>
  [...administrators].some((pair) => pair.endsWith(` ${account}`));

/** What keeps an account from leaving, apart from there being none. */
export const held = (own: ModelOrganization, account: string) => [
  account === own.management && "MasterCannotLeaveOrganizationException",
  administers(own, account) && "ConstraintViolationException",
];
const noSeat = (m: Model, own: ModelOrganization) =>
  m.seats(own) >= modelQuotas.accountsMax && "ConstraintViolationException";

const taggable = (m: Model, own: ModelOrganization, id: string): boolean =>
  isNode(own, id) ||
  own.policies.has(id) ||
  own.delegation?.id === id ||
  [...m.inbound(own), ...m.outbound(own)].some(({ transfer }) => transfer.id === id);
const taggableFor = (dice: Dice, m: Model, as: string): string => {
  const own = organizationFor(m, as);
  if (own === undefined || dice.number(3) > 0) return nodeFor(dice, m, as);
  const transfers = [...m.inbound(own), ...m.outbound(own)].map(({ transfer }) => transfer.id);
  return dice.pick([...own.policies.keys(), ...transfers], own.delegation?.id ?? noUnit);
};

export const treeSpecs = {
  CreateOrganization: {
    who: "anyone",
    input: (dice) => ({ FeatureSet: dice.number(3) === 0 ? "CONSOLIDATED_BILLING" : "ALL" }),
    broken: ({ m, as }) => [m.organizationOf(as) !== undefined && "AlreadyInOrganizationException"],
    effect: ({ m, as, input }, { Organization }, look) => {
      const id = Organization?.Id ?? "";
      const made: ModelOrganization = {
        id,
        root: look("ListRoots", {}).Roots?.[0]?.Id ?? "",
        management: as,
        allFeatures: input.FeatureSet !== "CONSOLIDATED_BILLING",
        units: new Map(),
        members: new Map(),
        policies: new Map(),
        attached: new Set(),
        types: new Set(),
        services: new Set(),
        administrators: new Set(),
        delegation: undefined,
        tags: new Map(),
        requests: [],
      };
      m.organizations.set(id, made);
      m.join(made, as, false);
    },
  },
  DeleteOrganization: {
    who: "management",
    input: () => ({}),
    broken: ({ m, own }) => [
      own.members.size > 1 && "OrganizationNotEmptyException",
      (m.inbound(own).some((one) => m.isPending(one) || m.isRunning(one)) ||
        m.outbound(own).some((one) => m.isRunning(one))) &&
        "ConstraintViolationException",
    ],
    effect: ({ m, as, own }) => {
      m.leave(own, as);
      m.organizations.delete(own.id);
      const gone = m.handshakes.filter(({ organization }) => organization === own.id);
      for (const one of gone) m.handshakes.splice(m.handshakes.indexOf(one), 1);
      for (const other of m.organizations.values())
        for (const { transfer } of gone) other.tags.delete(transfer?.id ?? "");
    },
  },
  DescribeOrganization: {
    who: "member",
    input: () => ({}),
    says: ({ own }, { Organization: said }) => [
      [own.id, own.management, own.allFeatures ? "ALL" : "CONSOLIDATED_BILLING"],
      [said?.Id, said?.MasterAccountId, said?.FeatureSet],
    ],
  },
  ListRoots: {
    who: "delegated",
    reads: true,
    input: () => ({}),
    says: ({ own }, { Roots: [root] = [] }) => [
      [own.root, sorted(own.types)],
      [root?.Id, sorted(root?.PolicyTypes?.map(({ Type }) => Type) ?? [])],
    ],
  },
  CreateOrganizationalUnit: {
    who: "management",
    input: (dice, m, as) => ({ ParentId: parentFor(dice, m, as), Name: dice.pick(words, "four") }),
    broken: ({ own, input: { ParentId, Name } }) => [
      !isParent(own, ParentId) && "ParentNotFoundException",
      hasUnitNamed(own, ParentId, Name) && "DuplicateOrganizationalUnitException",
      (levelsOf(own, ParentId).length > modelQuotas.organizationalUnitDepthMax ||
        own.units.size >= modelQuotas.organizationalUnitsMax) &&
        "ConstraintViolationException",
    ],
    effect: ({ own, input: { ParentId, Name } }, { OrganizationalUnit }) => {
      own.units.set(OrganizationalUnit?.Id ?? "", { parent: ParentId, name: Name });
    },
  },
  UpdateOrganizationalUnit: {
    who: "management",
    input: (dice, m, as) => ({ OrganizationalUnitId: unitFor(dice, m, as), Name: dice.pick(words, "four") }),
    broken: ({ own, input: { OrganizationalUnitId: id, Name = "" } }) => {
      const unit = own.units.get(id);
      const isTaken = unit !== undefined && unit.name !== Name && hasUnitNamed(own, unit.parent, Name);
      return [
        unit === undefined && "OrganizationalUnitNotFoundException",
        isTaken && "DuplicateOrganizationalUnitException",
      ];
    },
    effect: ({ own, input: { OrganizationalUnitId: id, Name = "" } }) => {
      const unit = own.units.get(id);
      if (unit !== undefined) unit.name = Name;
    },
  },
  DeleteOrganizationalUnit: {
    who: "management",
    input: (dice, m, as) => ({ OrganizationalUnitId: unitFor(dice, m, as) }),
    broken: ({ own, input: { OrganizationalUnitId: id } }) => [
      !own.units.has(id) && "OrganizationalUnitNotFoundException",
      unitsBelow(own, id).length + accountsBelow(own, id).length > 0 && "OrganizationalUnitNotEmptyException",
    ],
    effect: ({ own, input: { OrganizationalUnitId: id } }) => {
      own.units.delete(id);
      forget(own, id);
    },
  },
  DescribeOrganizationalUnit: {
    who: "delegated",
    reads: true,
    input: (dice, m, as) => ({ OrganizationalUnitId: unitFor(dice, m, as) }),
    broken: ({ own, input }) => [
      !own.units.has(input.OrganizationalUnitId) && "OrganizationalUnitNotFoundException",
    ],
    says: ({ own, input }, { OrganizationalUnit }) => [
      own.units.get(input.OrganizationalUnitId)?.name,
      OrganizationalUnit?.Name,
    ],
  },
  ListOrganizationalUnitsForParent: {
    who: "delegated",
    reads: true,
    input: (dice, m, as) => ({ ParentId: parentFor(dice, m, as) }),
    broken: ({ own, input }) => [!isParent(own, input.ParentId) && "ParentNotFoundException"],
    says: ({ own, input }, { OrganizationalUnits = [] }) => [
      sorted(unitsBelow(own, input.ParentId)),
      sorted(OrganizationalUnits.map(({ Id }) => Id)),
    ],
  },
  ListAccountsForParent: {
    who: "delegated",
    reads: true,
    input: (dice, m, as) => ({ ParentId: parentFor(dice, m, as) }),
    broken: ({ own, input }) => [!isParent(own, input.ParentId) && "ParentNotFoundException"],
    says: ({ own, input }, { Accounts = [] }) => [
      sorted(accountsBelow(own, input.ParentId)),
      sorted(Accounts.map(({ Id }) => Id)),
    ],
  },
  ListChildren: {
    who: "delegated",
    reads: true,
    input: (dice, m, as) => ({ ParentId: parentFor(dice, m, as), ChildType: "ACCOUNT" }),
    broken: ({ own, input }) => [!isParent(own, input.ParentId) && "ParentNotFoundException"],
    says: ({ own, input }, { Children = [] }) => [
      sorted(accountsBelow(own, input.ParentId)),
      sorted(Children.map(({ Id }) => Id)),
    ],
  },
  ListParents: {
    who: "delegated",
    reads: true,
    input: (dice, m, as) => ({
      ChildId: dice.number(2) === 0 ? unitFor(dice, m, as) : memberFor(dice, m, as),
    }),
    broken: ({ own, input: { ChildId: id } }) => [
      !own.units.has(id) && !own.members.has(id) && "ChildNotFoundException",
    ],
    says: ({ own, input: { ChildId: id } }, { Parents }) => [
      [levelsOf(own, id)[1]],
      Parents?.map((parent) => parent.Id),
    ],
  },
  CreateAccount: {
    who: "management",
    input: (dice) => ({ AccountName: "made", Email: `mail-${dice.number(9)}@acme.example` }),
    broken: ({ m, own }) => [noSeat(m, own)],
    says: ({ m, input }, { CreateAccountStatus: said }) => [
      m.hasEmail(input.Email) ? ["FAILED", "EMAIL_ALREADY_EXISTS"] : ["SUCCEEDED", undefined],
      [said?.State, said?.FailureReason],
    ],
    effect: ({ m, own, input }, { CreateAccountStatus: made }) => {
      own.requests.push(made?.Id ?? "");
      if (made?.AccountId !== undefined) addMember(m, own, made.AccountId, input.Email);
    },
  },
  CreateGovCloudAccount: {
    who: "management",
    input: (dice) => ({ AccountName: "made", Email: `mail-${dice.number(9)}@acme.example` }),
    broken: ({ m, own }) => [noSeat(m, own)],
    says: ({ m, input }, { CreateAccountStatus: said }) => [
      m.hasEmail(input.Email),
      said?.GovCloudAccountId === undefined,
    ],
    effect: ({ m, own, input }, { CreateAccountStatus: made }) => {
      own.requests.push(made?.Id ?? "");
      if (made?.AccountId !== undefined) addMember(m, own, made.AccountId, input.Email);
      const alone = { email: undefined, closed: false, organization: undefined };
      if (made?.GovCloudAccountId !== undefined) m.accounts.set(made.GovCloudAccountId, alone);
    },
  },
  DescribeCreateAccountStatus: {
    who: "delegated",
    reads: true,
    input: (dice, m, as) => ({
      CreateAccountRequestId: dice.pick(organizationFor(m, as)?.requests ?? [], "car-nowhere0"),
    }),
    broken: ({ own, input: { CreateAccountRequestId: id } }) => [
      !own.requests.includes(id) && "CreateAccountStatusNotFoundException",
    ],
  },
  ListCreateAccountStatus: {
    who: "delegated",
    reads: true,
    input: () => ({}),
    says: ({ own }, { CreateAccountStatuses = [] }) => [
      own.requests,
      CreateAccountStatuses.map(({ Id }) => Id),
    ],
  },
  DescribeAccount: {
    who: "delegated",
    reads: true,
    input: (dice, m, as) => ({ AccountId: memberFor(dice, m, as) }),
    broken: ({ own, input }) => [!own.members.has(input.AccountId) && "AccountNotFoundException"],
    says: ({ m, input }, { Account }) => [
      m.accounts.get(input.AccountId)?.closed === true ? "SUSPENDED" : "ACTIVE",
      Account?.Status,
    ],
  },
  ListAccounts: {
    who: "delegated",
    reads: true,
    input: () => ({}),
    says: ({ own }, { Accounts = [] }) => [[...own.members.keys()], Accounts.map(({ Id }) => Id)],
  },
  MoveAccount: {
    who: "management",
    input: (dice, m, as) => {
      const AccountId = memberFor(dice, m, as);
      const at = organizationFor(m, as)?.members.get(AccountId)?.parent ?? noUnit;
      return {
        AccountId,
        SourceParentId: dice.number(4) === 0 ? parentFor(dice, m, as) : at,
        DestinationParentId: parentFor(dice, m, as),
      };
    },
    broken: ({ own, input: { AccountId, SourceParentId, DestinationParentId } }) => [
      own.members.get(AccountId)?.parent !== SourceParentId && "AccountNotFoundException",
      !isParent(own, SourceParentId) && "SourceParentNotFoundException",
      !isParent(own, DestinationParentId) && "DestinationParentNotFoundException",
      own.members.get(AccountId)?.parent === DestinationParentId && "DuplicateAccountException",
    ],
    effect: ({ own, input: { AccountId, DestinationParentId } }) => {
      const member = own.members.get(AccountId);
      if (member !== undefined) member.parent = DestinationParentId;
    },
  },
  RemoveAccountFromOrganization: {
    who: "management",
    input: (dice, m, as) => ({ AccountId: memberFor(dice, m, as) }),
    broken: ({ own, input: { AccountId } }) => [
      !own.members.has(AccountId) && "AccountNotFoundException",
      ...held(own, AccountId),
    ],
    effect: ({ m, own, input }) => m.leave(own, input.AccountId),
  },
  LeaveOrganization: {
    who: "member",
    input: () => ({}),
    broken: ({ own, as }) => held(own, as),
    effect: ({ m, own, as }) => m.leave(own, as),
  },
  CloseAccount: {
    who: "management",
    input: (dice, m, as) => ({ AccountId: memberFor(dice, m, as) }),
    broken: ({ m, own, input: { AccountId: id } }) => [
      !own.members.has(id) && "AccountNotFoundException",
      m.accounts.get(id)?.closed === true && "AccountAlreadyClosedException",
      (id === own.management || !own.allFeatures || administers(own, id)) && "ConstraintViolationException",
    ],
    effect: ({ m, input: { AccountId: id } }) => {
      const account = m.accounts.get(id);
      if (account !== undefined) account.closed = true;
    },
  },
  TagResource: {
    who: "delegated",
    reads: false,
    input: (dice, m, as) => ({
      ResourceId: taggableFor(dice, m, as),
      Tags: [{ Key: dice.pick(words, "aws:four"), Value: dice.pick(words, "") }],
    }),
    broken: ({ m, own, input: { ResourceId: id, Tags } }) => {
      const tags = own.tags.get(id) ?? new Map<string, string>();
      const keys = new Set([...tags.keys(), ...Tags.map(({ Key = "" }) => Key)]);
      return [
        !taggable(m, own, id) && "TargetNotFoundException",
        Tags.some(({ Key }) => Key === "aws:four") && "InvalidInputException",
        keys.size > modelQuotas.tagsMax && "ConstraintViolationException",
      ];
    },
    effect: ({ own, input: { ResourceId: id, Tags } }) => {
      const tags = own.tags.get(id) ?? new Map<string, string>();
      for (const { Key = "", Value = "" } of Tags) tags.set(Key, Value);
      own.tags.set(id, tags);
    },
  },
  UntagResource: {
    who: "delegated",
    reads: false,
    input: (dice, m, as) => ({
      ResourceId: taggableFor(dice, m, as),
      TagKeys: [dice.pick(words, "aws:four")],
    }),
    broken: ({ m, own, input: { ResourceId: id, TagKeys } }) => [
      !taggable(m, own, id) && "TargetNotFoundException",
      TagKeys.includes("aws:four") && "InvalidInputException",
    ],
    effect: ({ own, input: { ResourceId: id, TagKeys } }) => {
      for (const key of TagKeys) own.tags.get(id)?.delete(key);
    },
  },
  ListTagsForResource: {
    who: "delegated",
    reads: true,
    input: (dice, m, as) => ({ ResourceId: taggableFor(dice, m, as) }),
    broken: ({ m, own, input }) => [!taggable(m, own, input.ResourceId) && "TargetNotFoundException"],
    says: ({ own, input }, { Tags = [] }) => [
      Object.fromEntries(own.tags.get(input.ResourceId) ?? []),
      Object.fromEntries(Tags.map(({ Key, Value }) => [Key, Value])),
    ],
  },
} satisfies Specs;

function addMember(m: Model, own: OwnCall<"CreateAccount">["own"], id: string, email: string): void {
  m.accounts.set(id, { email: email.toLowerCase(), closed: false, organization: own.id });
  m.join(own, id, false);
}
