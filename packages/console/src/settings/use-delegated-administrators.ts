// Which member accounts administer which services: a row for each pair.

import {
  ListDelegatedAdministratorsCommand,
  ListDelegatedServicesForAccountCommand,
} from "@aws-sdk/client-organizations";
import { useQuery } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";
import type { Api } from "../api/api.js";
import { allPages } from "../api/pages.js";
import { inParallel } from "../organization/in-parallel.js";
import { useApi } from "../session/session-context.js";

export const delegatedAdministratorsKey = ["delegated-administrators"] as const;

export interface DelegatedAdministratorRow {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly service: string;
  readonly since: Date | undefined;
}

export function useDelegatedAdministrators(): UseQueryResult<readonly DelegatedAdministratorRow[]> {
  const api = useApi();
  return useQuery({
    queryKey: delegatedAdministratorsKey,
    queryFn: async () => readDelegatedAdministrators(api),
  });
}

async function readDelegatedAdministrators(api: Api): Promise<readonly DelegatedAdministratorRow[]> {
  const accounts = await allPages(
    async (page) => api.organizations((client) => client.send(new ListDelegatedAdministratorsCommand(page))),
    ({ DelegatedAdministrators: found }) => found,
  );
  const rows: DelegatedAdministratorRow[] = [];
  await inParallel(accounts, async ({ Id: accountId = "", Name: name = "", Email: email = "" }) => {
    const services = await allPages(
      async (page) =>
        api.organizations((client) =>
          client.send(new ListDelegatedServicesForAccountCommand({ AccountId: accountId, ...page })),
        ),
      ({ DelegatedServices: found }) => found,
    );
    for (const { ServicePrincipal: service = "", DelegationEnabledDate: since } of services)
      rows.push({ accountId, name, email, service, since });
  });
  return rows;
}
