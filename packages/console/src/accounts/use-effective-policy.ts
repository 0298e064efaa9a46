// The effective policy of an account as the API returns it.

import { DescribeEffectivePolicyCommand } from "@aws-sdk/client-organizations";
import type { EffectivePolicy, EffectivePolicyType } from "@aws-sdk/client-organizations";
import { useQuery } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";
import { useApi } from "../session/session-context.js";

/** The first word of the keys: what a change that reaches effective policies names in `changes`. */
export const effectiveKey = ["effective-policy"] as const;

export function useEffectivePolicy(
  type: string,
  accountId: string,
  isWanted = true,
): UseQueryResult<EffectivePolicy | null> {
  const api = useApi();
  return useQuery({
    queryKey: [...effectiveKey, type, accountId],
    queryFn: async () => {
      const { EffectivePolicy: policy } = await api.organizations((client) =>
        client.send(
          new DescribeEffectivePolicyCommand({
            PolicyType: type as EffectivePolicyType,
            TargetId: accountId,
          }),
        ),
      );
      return policy ?? null;
    },
    enabled: isWanted,
  });
}
