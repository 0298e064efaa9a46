// The services that may work with the organization.

import { ListAWSServiceAccessForOrganizationCommand } from "@aws-sdk/client-organizations";
import type { EnabledServicePrincipal } from "@aws-sdk/client-organizations";
import { useQuery } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";
import { allPages } from "../api/pages.js";
import { useApi } from "../session/session-context.js";

export const trustedServicesKey = ["trusted-services"] as const;

export function useTrustedServices(): UseQueryResult<readonly EnabledServicePrincipal[]> {
  const api = useApi();
  return useQuery({
    queryKey: trustedServicesKey,
    queryFn: async () =>
      allPages(
        async (page) =>
          api.organizations((client) => client.send(new ListAWSServiceAccessForOrganizationCommand(page))),
        ({ EnabledServicePrincipals: services }) => services,
      ),
  });
}
