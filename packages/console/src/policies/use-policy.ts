// One policy, and what it is attached to, for the screen that shows it.

import { DescribePolicyCommand, ListTargetsForPolicyCommand } from "@aws-sdk/client-organizations";
import type { Policy, PolicyTargetSummary } from "@aws-sdk/client-organizations";
import { useQuery } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";
import { allPages } from "../api/pages.js";
import { policiesKey } from "../organization/use-organization.js";
import { useApi } from "../session/session-context.js";

export function usePolicy(id: string): UseQueryResult<Policy> {
  const api = useApi();
  return useQuery({
    queryKey: [...policiesKey, "policy", id],
    queryFn: async () => {
      const { Policy: policy } = await api.organizations((client) =>
        client.send(new DescribePolicyCommand({ PolicyId: id })),
      );
      if (policy === undefined) throw new Error(`the answer holds no policy ${id}`);
      return policy;
    },
  });
}

export function usePolicyTargets(id: string): UseQueryResult<readonly PolicyTargetSummary[]> {
  const api = useApi();
  return useQuery({
    queryKey: [...policiesKey, "targets", id],
    queryFn: async () =>
      allPages(
        async (page) =>
          api.organizations((client) =>
            client.send(new ListTargetsForPolicyCommand({ PolicyId: id, MaxResults: 20, ...page })),
          ),
        ({ Targets: targets }) => targets,
      ),
  });
}
