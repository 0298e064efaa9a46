// Whether whoever is signed in may make a call, asked of the server before a button invites to it.

import { useQueries, useQuery } from "@tanstack/react-query";
import { useApi, useSession } from "../session/session-context.js";
import type { Api } from "./api.js";
import { apiError } from "./api-error.js";

export interface Permission {
  /** `unknown` while it is being asked, or where it cannot be: then the call itself will say. */
  readonly verdict: "allowed" | "denied" | "unknown";
  readonly reason?: string;
}

interface Answered {
  readonly calls: readonly { readonly allowed: boolean; readonly reason?: string }[];
}

interface Asked {
  readonly operation: string;
  readonly input: object | undefined;
  readonly answer: (permission: Permission) => void;
}

const together = 50;
const waiting = new Map<Api, Asked[]>();

/** Questions of one moment go to the server together. */
async function ask(api: Api, operation: string, input: object | undefined): Promise<Permission> {
  return new Promise((answer) => {
    const queue = waiting.get(api);
    if (queue !== undefined) {
      queue.push({ operation, input, answer });
      return;
    }
    waiting.set(api, [{ operation, input, answer }]);
    setTimeout(() => {
      const asked = waiting.get(api) ?? [];
      waiting.delete(api);
      for (let at = 0; at < asked.length; at += together) void askAll(api, asked.slice(at, at + together));
    }, 0);
  });
}

async function askAll(api: Api, asked: readonly Asked[]): Promise<void> {
  try {
    const calls = asked.map(({ operation, input }) => ({
      operation,
      ...(input === undefined ? {} : { input }),
    }));
    const answered = await api.operator<Answered>("POST", "/v1/permissions", { calls });
    asked.forEach(({ answer }, index) => {
      const { allowed, reason } = answered.calls[index] ?? { allowed: true };
      answer({ verdict: allowed ? "allowed" : "denied", ...(reason === undefined ? {} : { reason }) });
    });
  } catch (error) {
    for (const { answer } of asked) answer({ verdict: "unknown", reason: apiError(error).message });
  }
}

function permissionQuery(api: Api, principal: string, { operation, input }: PermissionCall) {
  return {
    queryKey: ["permission", principal, operation, input],
    queryFn: async () => ask(api, operation, input),
    staleTime: 60_000,
  };
}

/** `operation` by the API's name (`CreatePolicy`); `input` as the call would have it, as far as it is known. */
interface PermissionCall {
  readonly operation: string;
  readonly input?: object | undefined;
}

/** For buttons, see `elements/action-button.tsx`. */
export function usePermission(operation: string, input?: object): Permission {
  const api = useApi();
  const { principal } = useSession();
  const { data } = useQuery(permissionQuery(api, principal.arn, { operation, input }));
  return data ?? { verdict: "unknown" };
}

/** Of several calls, in their order. */
export function usePermissions(calls: readonly PermissionCall[]): readonly Permission[] {
  const api = useApi();
  const { principal } = useSession();
  const answers = useQueries({ queries: calls.map((call) => permissionQuery(api, principal.arn, call)) });
  return answers.map(({ data }) => data ?? { verdict: "unknown" });
}

/** Why a call cannot be made: nobody allows it, or what the screen says; undefined where nothing is known against it. */
export function reasonAgainst(
  permission: Permission,
  operation: string,
  because: string | undefined,
): string | undefined {
  return permission.verdict === "denied" ? (permission.reason ?? `you may not call ${operation}`) : because;
}
