// What a change that has not been made would do, account by account and service by service.

import { describeServiceRow, whatIf } from "@withhold/policy";
import type { AccountName, Change, Choice, Flip, OrganizationSnapshot, WhatIfReport } from "@withhold/policy";

export type Impact =
  | { readonly ok: true; readonly report: WhatIfReport; readonly groups: readonly ImpactGroup[] }
  | { readonly ok: false; readonly message: string };

/** Accounts for which the same happens, and what happens: services that flip alike are told together. */
interface ImpactGroup {
  readonly accounts: readonly AccountName[];
  readonly directions: readonly Direction[];
}

export interface Direction {
  readonly before: Choice;
  readonly after: Choice;
  readonly services: readonly string[];
}

export function impactOf(snapshot: OrganizationSnapshot, changes: readonly Change[]): Impact {
  const result = whatIf(snapshot, changes);
  if (!result.ok) return result;
  const groups = result.report.groups.map(({ accounts, flips }) => ({
    accounts,
    directions: directionsOf(flips),
  }));
  return { ok: true, report: result.report, groups };
}

function directionsOf(flips: readonly Flip[]): readonly Direction[] {
  const alike = new Map<string, Direction & { services: string[] }>();
  for (const { before, after, service } of flips) {
    const key = `${before} ${after}`;
    const direction = alike.get(key) ?? { before, after, services: [] };
    direction.services.push(
      service.kind === "service" ? (service.name ?? service.key) : describeServiceRow(service),
    );
    alike.set(key, direction);
  }
  return [...alike.values()];
}

/** Those that are not there yet. */
export function moveChanges(
  accounts: readonly { readonly id: string; readonly parentId: string | undefined }[],
  parentId: string,
): readonly Change[] {
  return accounts
    .filter((account) => account.parentId !== parentId)
    .map(({ id }) => ({ kind: "account-moved", accountId: id, parentId }));
}
