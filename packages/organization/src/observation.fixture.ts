// All that clients can see of a cell, as one value to compare.

import type { CreateAccountState } from "@aws-sdk/client-organizations";
import { CellDriver } from "./cell-driver.fixture.js";
import { evolve } from "./evolve.js";
import type { Recorded } from "./cell-driver.fixture.js";
import type { DomainEvent } from "./events.js";
import { Fault } from "./fault.js";
import { policyTypes } from "./policy-type-names.js";
import { mergeablePolicyTypes } from "@withhold/policy";
import { Cell } from "./state/cell.js";
import type { Organization } from "./state/organization.js";
import { inboundTransfers, outboundTransfers } from "./transfer-rules.js";

const creationStates: readonly CreateAccountState[][] = [[], ["SUCCEEDED"], ["FAILED"]];

/** What every list and describe operation answers, for every organization and account, refusals included. */
export function observe(cell: Cell): unknown {
  const outside = [...cell.accounts.values()].filter(({ organizationId }) => organizationId === undefined);
  return {
    outside,
    handshakesTo: Array.from(cell.accounts.keys(), (as) => {
      const driver = new CellDriver(cell);
      return answerOf(() => driver.act("ListHandshakesForAccount", {}, { as, page: { count: 10_000 } }));
    }),
    organizations: [...cell.organizations.values()].map((organization) => observeOne(cell, organization)),
  };
}

function observeOne(cell: Cell, organization: Organization): unknown {
  const driver = new CellDriver(cell);
  driver.usual = organization.managementAccountId;
  const page = { page: { count: 10_000 } };
  const parents = [organization.root, ...organization.units.values()].map(({ id }) => id);
  const nodes = Array.from(organization.nodes(), ({ id }) => id);
  const services = organization.serviceAccess.keys();
  const resourcePolicies = organization.resourcePolicy === undefined ? [] : [organization.resourcePolicy.id];
  const transfers = [...inboundTransfers(cell, organization), ...outboundTransfers(cell, organization)].map(
    ({ transfer }) => transfer.id,
  );
  return {
    organization: driver.act("DescribeOrganization", {}),
    roots: driver.act("ListRoots", {}),
    accounts: driver.act("ListAccounts", {}, page),
    handshakes: driver.act("ListHandshakesForOrganization", {}, page),
    inbound: driver.act("ListInboundResponsibilityTransfers", { Type: "BILLING" }, page),
    outbound: driver.act("ListOutboundResponsibilityTransfers", { Type: "BILLING" }, page),
    units: parents.map((ParentId) => driver.act("ListOrganizationalUnitsForParent", { ParentId }, page)),
    creations: creationStates.map((States) => driver.act("ListCreateAccountStatus", { States }, page)),
    policies: policyTypes.map((Filter) => driver.act("ListPolicies", { Filter }, page)),
    contents: Array.from(organization.policies.keys(), (PolicyId) =>
      driver.act("DescribePolicy", { PolicyId }),
    ),
    attached: nodes.map((TargetId) =>
      policyTypes.map((Filter) => driver.act("ListPoliciesForTarget", { TargetId, Filter }, page)),
    ),
    effective: Array.from(organization.accounts.values(), ({ id }) =>
      mergeablePolicyTypes.map((PolicyType) =>
        answerOf(() => driver.act("DescribeEffectivePolicy", { PolicyType, TargetId: id })),
      ),
    ),
    children: parents.map((ParentId) => [
      driver.act("ListAccountsForParent", { ParentId }, page),
      driver.act("ListChildren", { ParentId, ChildType: "ORGANIZATIONAL_UNIT" }, page),
    ]),
    targets: Array.from(organization.policies.keys(), (PolicyId) =>
      driver.act("ListTargetsForPolicy", { PolicyId }, page),
    ),
    resourcePolicy: answerOf(() => driver.act("DescribeResourcePolicy", {})),
    services: answerOf(() => driver.act("ListAWSServiceAccessForOrganization", {}, page)),
    administrators: [undefined, ...services].map((ServicePrincipal) =>
      driver.act(
        "ListDelegatedAdministrators",
        ServicePrincipal === undefined ? {} : { ServicePrincipal },
        page,
      ),
    ),
    administered: Array.from(organization.accounts.values(), ({ id }) =>
      answerOf(() => driver.act("ListDelegatedServicesForAccount", { AccountId: id }, page)),
    ),
    tags: [...nodes, ...organization.policies.keys(), ...resourcePolicies, ...transfers].map((ResourceId) =>
      driver.act("ListTagsForResource", { ResourceId }),
    ),
    // No operation shows these.
    closures: organization.closures.since(0),
    tagged: organization.tags.size,
  };
}

function answerOf(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return [error.code, error.message];
  }
}

/** A new cell from the same events, read back from their text as a journal reads them. */
export function replayed(recorded: readonly Recorded[]): Cell {
  const cell = new Cell();
  for (const { event, at } of recorded) evolve(cell, JSON.parse(JSON.stringify(event)) as DomainEvent, at);
  return cell;
}
