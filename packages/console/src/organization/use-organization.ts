// What the screens know of the organization, read once and shared.

import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";
import { evaluateSnapshot } from "@withhold/policy";
import type { Evaluation, OrganizationSnapshot } from "@withhold/policy";
import { useMemo } from "react";
import { useApi } from "../session/session-context.js";
import { aiOptOutType } from "../paths.js";
import { readPolicies } from "./read-policies.js";
import type { Policies } from "./read-policies.js";
import { readTree } from "./read-tree.js";
import type { Progress } from "./read-tree.js";
import { snapshotOf } from "./snapshot-of.js";
import type { Tree } from "./tree.js";

/** The first words of the keys: what `useChange` names in `changes`. */
export const treeKey = ["tree"] as const;
export const policiesKey = ["policies"] as const;
const progressKey = ["tree-progress"] as const;

export function useTree(): UseQueryResult<Tree> {
  const api = useApi();
  const queries = useQueryClient();
  return useQuery({
    queryKey: treeKey,
    queryFn: async () =>
      readTree(
        api,
        nowAndThen((progress: Progress) => queries.setQueryData(progressKey, progress)),
      ),
    staleTime: 60_000,
  });
}

/** Milliseconds between two words on progress: each has the page drawn anew, and there is one for every OU. */
const progressPause = 200;

function nowAndThen<Told>(tell: (told: Told) => void): (told: Told) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (told) => {
    const now = performance.now();
    if (now - last < progressPause) return;
    last = now;
    tell(told);
  };
}

/** Of the reading of the tree that is under way. */
export function useTreeProgress(): Progress | undefined {
  return useQuery<Progress>({
    queryKey: progressKey,
    queryFn: () => ({ accounts: 0, units: 0 }),
    enabled: false,
  }).data;
}

export function usePolicies(type: string, isWanted = true): UseQueryResult<Policies> {
  const api = useApi();
  return useQuery({
    queryKey: [...policiesKey, type],
    queryFn: async () => readPolicies(api, type),
    staleTime: 60_000,
    enabled: isWanted,
  });
}

export interface EvaluatedOrganization {
  readonly tree: Tree;
  readonly policies: Policies;
  readonly snapshot: OrganizationSnapshot;
  readonly evaluation: Evaluation;
}

export interface OrganizationResult {
  readonly organization: EvaluatedOrganization | undefined;
  readonly error: unknown;
  readonly isLoading: boolean;
}

/** Tree and opt-out policies together, evaluated by the same engine as the server's, in the page. */
export function useOrganization(): OrganizationResult {
  const tree = useTree();
  const policies = usePolicies(aiOptOutType);
  const organization = useMemo(() => {
    if (tree.data === undefined || policies.data === undefined) return undefined;
    return evaluated(tree.data, policies.data);
  }, [tree.data, policies.data]);
  return {
    organization,
    error: tree.error ?? policies.error ?? undefined,
    isLoading: tree.isPending || policies.isPending,
  };
}

/** Several parts of a screen ask, and each screen again: what was read is evaluated once, and kept as long as it is. */
const evaluations = new WeakMap<Tree, EvaluatedOrganization>();

function evaluated(tree: Tree, policies: Policies): EvaluatedOrganization {
  const known = evaluations.get(tree);
  if (known?.policies === policies) return known;
  const start = performance.now();
  const snapshot = snapshotOf(tree, policies);
  const result = evaluateSnapshot(snapshot);
  // For profiles, and for the bench.
  performance.measure("evaluate the organization", { start });
  if (!result.ok) throw new Error(`what the API returned does not hold together: ${result.problem.message}`);
  const organization = { tree, policies, snapshot, evaluation: result.evaluation };
  evaluations.set(tree, organization);
  return organization;
}
