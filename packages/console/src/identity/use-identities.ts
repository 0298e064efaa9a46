// Users and roles of the account that is signed in, as IAM tells them.

import {
  GetRoleCommand,
  GetUserCommand,
  ListPoliciesCommand,
  ListRolesCommand,
  ListUsersCommand,
} from "@aws-sdk/client-iam";
import type { Policy, Role, User } from "@aws-sdk/client-iam";
import { useQuery } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";
import { useApi } from "../session/session-context.js";
import { allMarkedPages } from "./marked-pages.js";

/** The first words of the keys: what `useChange` names in `changes`. */
export const usersKey = ["users"] as const;
export const rolesKey = ["roles"] as const;
const managedPoliciesKey = ["managed-policies"] as const;

export function useUsers(): UseQueryResult<readonly User[]> {
  const api = useApi();
  return useQuery({
    queryKey: usersKey,
    queryFn: async () =>
      allMarkedPages(
        async (page) => api.iam((client) => client.send(new ListUsersCommand(page))),
        ({ Users: users }) => users,
      ),
  });
}

export function useUser(UserName: string): UseQueryResult<User | undefined> {
  const api = useApi();
  return useQuery({
    queryKey: [...usersKey, UserName],
    queryFn: async () =>
      api.iam((client) => client.send(new GetUserCommand({ UserName }))).then(({ User: user }) => user),
  });
}

export function useRoles(): UseQueryResult<readonly Role[]> {
  const api = useApi();
  return useQuery({
    queryKey: rolesKey,
    queryFn: async () =>
      allMarkedPages(
        async (page) => api.iam((client) => client.send(new ListRolesCommand(page))),
        ({ Roles: roles }) => roles,
      ),
  });
}

export function useRole(RoleName: string): UseQueryResult<Role | undefined> {
  const api = useApi();
  return useQuery({
    queryKey: [...rolesKey, RoleName],
    queryFn: async () =>
      api.iam((client) => client.send(new GetRoleCommand({ RoleName }))).then(({ Role: role }) => role),
  });
}

/** AWS's and the account's own. */
export function useManagedPolicies(): UseQueryResult<readonly Policy[]> {
  const api = useApi();
  return useQuery({
    queryKey: managedPoliciesKey,
    queryFn: async () =>
      allMarkedPages(
        async (page) => api.iam((client) => client.send(new ListPoliciesCommand({ Scope: "All", ...page }))),
        ({ Policies: policies }) => policies,
      ),
  });
}
