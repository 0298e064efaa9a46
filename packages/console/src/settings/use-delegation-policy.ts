// The delegation policy, which AWS's API calls the resource policy of the organization.

import { DescribeResourcePolicyCommand } from "@aws-sdk/client-organizations";
import type { ResourcePolicy } from "@aws-sdk/client-organizations";
import { useQuery } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";
import { apiError } from "../api/api-error.js";
import { useApi } from "../session/session-context.js";

export const delegationPolicyKey = ["delegation-policy"] as const;

/** Null where there is none. */
export function useDelegationPolicy(): UseQueryResult<ResourcePolicy | null> {
  const api = useApi();
  return useQuery({
    queryKey: delegationPolicyKey,
    queryFn: async () => {
      try {
        const { ResourcePolicy: policy } = await api.organizations((client) =>
          client.send(new DescribeResourcePolicyCommand({})),
        );
        return policy ?? null;
      } catch (error) {
        if (apiError(error).code === "ResourcePolicyNotFoundException") return null;
        throw error;
      }
    },
  });
}
