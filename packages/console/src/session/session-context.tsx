// The session and its API clients, for every screen.

import { useQueryClient } from "@tanstack/react-query";
import { createContext, use, useMemo, useState, useSyncExternalStore } from "react";
import type { ReactElement, ReactNode } from "react";
import { Api } from "../api/api.js";
import type { Session, SessionState } from "./session.js";
import { SessionStore } from "./session-store.js";

interface SessionContext {
  readonly store: SessionStore;
  readonly state: SessionState;
  readonly api: Api;
}

const Context = createContext<SessionContext | undefined>(undefined);

export function SessionProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [store] = useState(() => new SessionStore());
  const [api] = useState(() => new Api(store, location.origin));
  const state = useSyncExternalStore(store.subscribe, () => store.state);
  const value = useMemo(() => ({ store, state, api }), [store, state, api]);
  return <Context value={value}>{children}</Context>;
}

function useSessionContext(): SessionContext {
  const context = use(Context);
  if (context === undefined) throw new Error("no session around this");
  return context;
}

export function useSessionState(): SessionState {
  return useSessionContext().state;
}

/** Who is signed in. For screens, which are only shown then. */
export function useSession(): Session {
  const { state } = useSessionContext();
  if (state.status === "signed-out") throw new Error("nobody is signed in");
  return state.session;
}

/** The calls of the API, made as whoever is signed in. */
export function useApi(): Api {
  return useSessionContext().api;
}

/** What changes who one is. Another principal sees nothing of what was read before. */
export function useSessionChanges(): Pick<SessionStore, "signIn" | "signOut"> {
  const { store } = useSessionContext();
  const queries = useQueryClient();
  return useMemo(
    () => ({
      signIn: (session: Session): void => {
        const before = store.state;
        store.signIn(session);
        const isSame =
          before.status !== "signed-out" && before.session.principal.arn === session.principal.arn;
        if (isSame) void queries.invalidateQueries();
        else queries.clear();
      },
      signOut: (): void => {
        store.signOut();
        queries.clear();
      },
    }),
    [store, queries],
  );
}
