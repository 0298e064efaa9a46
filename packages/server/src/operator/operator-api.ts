// The endpoints of the operator's API, composed: one for every route.

import type { Authenticate } from "../requests/authenticate.js";
import { signIn } from "../sign-in/sign-in.js";
import type { SignInOptions } from "../sign-in/sign-in.js";
import { createStandaloneAccount } from "./create-standalone-account.js";
import { openEndpoint, operatorEndpoint } from "./operator-endpoint.js";
import type { OperatorEndpoints } from "./operator-routes.js";

export interface OperatorApiOptions extends SignInOptions {
  readonly authenticate: Authenticate;
}

export function operatorApi(options: OperatorApiOptions): OperatorEndpoints {
  const { authenticate, writer, log } = options;
  return {
    createAccount: operatorEndpoint(authenticate, createStandaloneAccount(writer), log),
    signIn: openEndpoint(signIn(options), log),
  };
}
