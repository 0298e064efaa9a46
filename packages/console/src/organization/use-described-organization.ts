// The organization's own facts, which every account in it may read.

import { DescribeOrganizationCommand } from "@aws-sdk/client-organizations";
import type { Organization } from "@aws-sdk/client-organizations";
import { useQuery } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";
import { useApi } from "../session/session-context.js";
import { treeKey } from "./use-organization.js";

/** Under the key of the tree, so that whatever reads that anew reads this anew. */
export function useDescribedOrganization(): UseQueryResult<Organization> {
  const api = useApi();
  return useQuery({
    queryKey: [...treeKey, "organization"],
    queryFn: async () => {
      const { Organization: organization } = await api.organizations((client) =>
        client.send(new DescribeOrganizationCommand({})),
      );
      if (organization === undefined) throw new Error("the answer holds no organization");
      return organization;
    },
    staleTime: 60_000,
  });
}
