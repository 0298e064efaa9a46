// The handshakes that the organization sent, and those that the account received.

import {
  ListHandshakesForAccountCommand,
  ListHandshakesForOrganizationCommand,
} from "@aws-sdk/client-organizations";
import { useQuery } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";
import { allPages } from "../api/pages.js";
import { useApi } from "../session/session-context.js";
import { handshakeRow } from "./handshake-row.js";
import type { HandshakeRow } from "./handshake-row.js";

export const handshakesKey = ["handshakes"] as const;

export type HandshakesOf = "organization" | "account";

export function useHandshakes(of: HandshakesOf): UseQueryResult<readonly HandshakeRow[]> {
  const api = useApi();
  return useQuery({
    queryKey: [...handshakesKey, of],
    queryFn: async () => {
      const handshakes = await allPages(
        async (page) =>
          api.organizations((client) =>
            of === "organization"
              ? client.send(new ListHandshakesForOrganizationCommand(page))
              : client.send(new ListHandshakesForAccountCommand(page)),
          ),
        ({ Handshakes: found }) => found,
      );
      return handshakes.map(handshakeRow);
    },
  });
}
