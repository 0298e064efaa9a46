// The page that signs in, by password or by the one-time link that the server prints.

import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { colorBackgroundLayoutMain } from "@cloudscape-design/design-tokens";
import { useEffect, useEffectEvent, useState } from "react";
import type { ReactElement } from "react";
import { Navigate, useNavigate, useSearchParams } from "react-router";
import { apiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";
import { signIn } from "../api/sign-in.js";
import { ErrorAlert } from "../elements/error-alert.js";
import { paths } from "../paths.js";
import type { Session } from "./session.js";
import { useSessionChanges, useSessionState } from "./session-context.js";
import { SignInForm } from "./sign-in-form.js";

/** The token of a one-time link stands behind `#`, which browsers never send. It is taken out of the address at once. */
let linkToken: string | undefined = takeToken();

function takeToken(): string | undefined {
  const token = new URLSearchParams(location.hash.slice(1)).get("token");
  if (token !== null) history.replaceState(null, "", location.pathname + location.search);
  return token ?? undefined;
}

/** Only a path of this console: anything else could lead away from it, as `//` does, and much that browsers read as `//`. */
function ownPath(wanted: string | null): string {
  const { origin } = location;
  if (wanted === null || !wanted.startsWith("/") || !URL.canParse(wanted, origin)) return paths.overview;
  return new URL(wanted, origin).origin === origin ? wanted : paths.overview;
}

export function SignInPage(): ReactElement {
  const state = useSessionState();
  const { signIn: begin } = useSessionChanges();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const next = ownPath(search.get("to"));
  const link = useOneTimeLink((session) => {
    begin(session);
    void navigate(next, { replace: true });
  });
  useEffect(() => {
    document.title = "Sign in – Withhold";
  }, []);
  if (state.status === "signed-in") return <Navigate to={next} replace />;
  return (
    <main className="sign-in" style={{ background: colorBackgroundLayoutMain }}>
      <div className="sign-in-content">
        <SpaceBetween size="l">
          <Box textAlign="center">
            <img src={`${import.meta.env.BASE_URL}icon.svg`} width={48} height={48} alt="" />
            <Box variant="h1">Withhold</Box>
            <Box color="text-body-secondary">Organization-wide opt-out from AI content use</Box>
          </Box>
          {link.error !== undefined && (
            <ErrorAlert error={link.error} header="The one-time link does not work">
              It works once and for 15 minutes; another can be had.
            </ErrorAlert>
          )}
          {link.isBusy ? (
            <Box textAlign="center">
              <StatusIndicator type="loading">Signing in by the one-time link</StatusIndicator>
            </Box>
          ) : (
            <Container header={<Header variant="h2">Sign in</Header>}>
              <SignInForm
                onSignedIn={(session) => {
                  begin(session);
                  void navigate(next, { replace: true });
                }}
              />
            </Container>
          )}
          <Box textAlign="center" variant="small" color="text-body-secondary">
            No user or password yet? <Box variant="code">npx withhold sign-in-link</Box>, where the server
            runs, prints a link that signs in as its operator, once.
          </Box>
        </SpaceBetween>
      </div>
    </main>
  );
}

function useOneTimeLink(onSignedIn: (session: Session) => void): {
  readonly isBusy: boolean;
  readonly error: ApiError | undefined;
} {
  const [isBusy, setIsBusy] = useState(linkToken !== undefined);
  const [error, setError] = useState<ApiError>();
  const entered = useEffectEvent(onSignedIn);
  useEffect(() => {
    const enter = async (): Promise<void> => {
      const signInToken = linkToken ?? takeToken();
      linkToken = undefined;
      if (signInToken === undefined) return;
      setIsBusy(true);
      setError(undefined);
      try {
        const result = await signIn({ signInToken });
        if (result.kind === "signed-in") entered(result.session);
      } catch (thrown) {
        setError(apiError(thrown));
      } finally {
        setIsBusy(false);
      }
    };
    const follow = (): void => void enter();
    follow();
    // Another link opened in the same tab changes nothing but what stands behind `#`.
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return { isBusy, error };
}
