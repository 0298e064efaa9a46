// The root alone, for screens that need no tree: which policy types are enabled.

import { ListRootsCommand } from "@aws-sdk/client-organizations";
import type { PolicyType, PolicyTypeStatus, Root } from "@aws-sdk/client-organizations";
import { useQuery } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";
import { useApi } from "../session/session-context.js";
import { treeKey } from "./use-organization.js";

/** Under the key of the tree, so that whatever reads that anew reads this anew. */
export function useRoot(): UseQueryResult<Root> {
  const api = useApi();
  return useQuery({
    queryKey: [...treeKey, "root"],
    queryFn: async () => {
      const { Roots: roots } = await api.organizations((client) => client.send(new ListRootsCommand({})));
      const [root] = roots ?? [];
      if (root === undefined) throw new Error("the organization has no root");
      return root;
    },
    staleTime: 60_000,
  });
}

/** `DISABLED` where the root does not name the type. */
export type TypeStatus = PolicyTypeStatus | "DISABLED";

export function typeStatus({ PolicyTypes: types }: Root, type: PolicyType): TypeStatus {
  return types?.find(({ Type: one }) => one === type)?.Status ?? "DISABLED";
}
