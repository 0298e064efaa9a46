// The policies of a type that are attached to each level above a node and to itself, in attachment order.

import { ListPoliciesCommand, ListPoliciesForTargetCommand } from "@aws-sdk/client-organizations";
import type { PolicySummary, PolicyType } from "@aws-sdk/client-organizations";
import { useQueries, useQuery } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";
import { apiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";
import { allPages } from "../api/pages.js";
import { policiesKey } from "../organization/use-organization.js";
import { useApi } from "../session/session-context.js";
import type { NodeRow } from "./node-rows.js";

export interface AttachedLevel {
  readonly node: NodeRow;
  /** Undefined while they are read, or where they cannot be. */
  readonly policies: readonly PolicySummary[] | undefined;
  readonly error: ApiError | undefined;
}

/** `nodes` root first, the node itself last. */
export function useAttached(type: string, nodes: readonly NodeRow[]): readonly AttachedLevel[] {
  const api = useApi();
  const answers = useQueries({
    queries: nodes.map(({ id }) => ({
      queryKey: [...policiesKey, type, "for", id],
      queryFn: async () =>
        allPages(
          async (page) =>
            api.organizations((client) =>
              client.send(
                new ListPoliciesForTargetCommand({ TargetId: id, Filter: type as PolicyType, ...page }),
              ),
            ),
          ({ Policies: policies }) => policies,
        ),
    })),
  });
  return nodes.map((node, index) => {
    const answer = answers[index];
    const error = answer?.error ?? undefined;
    return { node, policies: answer?.data, error: error === undefined ? undefined : apiError(error) };
  });
}

/** Every policy of a type, without its content. */
export function usePolicySummaries(type: string): UseQueryResult<readonly PolicySummary[]> {
  const api = useApi();
  return useQuery({
    queryKey: [...policiesKey, type, "summaries"],
    queryFn: async () =>
      allPages(
        async (page) =>
          api.organizations((client) =>
            client.send(new ListPoliciesCommand({ Filter: type as PolicyType, ...page })),
          ),
        ({ Policies: policies }) => policies,
      ),
  });
}
