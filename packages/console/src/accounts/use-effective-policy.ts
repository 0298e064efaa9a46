// The effective policy of an account as the API returns it.

import { DescribeEffectivePolicyCommand } from "@aws-sdk/client-organizations";
import type { EffectivePolicy, EffectivePolicyType } from "@aws-sdk/client-organizations";
import { useQuery } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";
import { policiesKey } from "../organization/use-organization.js";
import { useApi } from "../session/session-context.js";

/** Under the key of the policies, so that whatever changes those has effective policies read anew. */
export const effectiveKey = [...policiesKey, "effective"] as const;

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
