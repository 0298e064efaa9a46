// Operations of AWS Organizations that are not built here yet. The list only ever shrinks.

import type * as built from "@withhold/organization";
import type * as wire from "@withhold/wire";

/** Fails to compile when it names what is built or what is no operation, and when it leaves out what is neither. */
export const notBuilt = [
  "CreateGovCloudAccount",
  "DescribeResponsibilityTransfer",
  "InviteOrganizationToTransferResponsibility",
  "ListInboundResponsibilityTransfers",
  "ListOutboundResponsibilityTransfers",
  "TerminateResponsibilityTransfer",
  "UpdateResponsibilityTransfer",
] as const satisfies readonly Exclude<wire.OperationName, built.OperationName>[];

export type NotBuilt = (typeof notBuilt)[number];

type Unaccounted = Exclude<wire.OperationName, built.OperationName | NotBuilt>;
true satisfies [Unaccounted] extends [never] ? true : never;

const names: ReadonlySet<string> = new Set(notBuilt);

export function isNotBuilt(name: wire.OperationName): name is NotBuilt {
  return names.has(name);
}
