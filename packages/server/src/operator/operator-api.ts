// The endpoints of the operator's API, composed: one for every route.

import { askPermissions } from "../permissions/ask-permissions.js";
import type { PermissionsOptions } from "../permissions/ask-permissions.js";
import type { Authenticate } from "../requests/authenticate.js";
import { createSignInLink } from "../sign-in/create-sign-in-link.js";
import type { SignInLinkOptions } from "../sign-in/create-sign-in-link.js";
import { deleteRootPassword, putRootPassword } from "../sign-in/root-password.js";
import { signIn } from "../sign-in/sign-in.js";
import type { SignInOptions } from "../sign-in/sign-in.js";
import { createStandaloneAccount } from "./create-standalone-account.js";
import { openEndpoint, operatorEndpoint } from "./operator-endpoint.js";
import type { OperatorOperation } from "./operator-endpoint.js";
import type { OperatorEndpoints } from "./operator-routes.js";
import type { Caller } from "../requests/caller.js";
import type { Endpoint } from "../requests/organizations-endpoint.js";

export interface OperatorApiOptions extends SignInOptions, SignInLinkOptions, PermissionsOptions {
  readonly authenticate: Authenticate;
}

export function operatorApi(options: OperatorApiOptions): OperatorEndpoints {
  const { authenticate, writer, log } = options;
  const signed = <Input>(operation: OperatorOperation<Input, Caller>): Endpoint =>
    operatorEndpoint(authenticate, operation, log);
  return {
    createAccount: signed(createStandaloneAccount(writer)),
    askPermissions: signed(askPermissions(options)),
    putRootPassword: signed(putRootPassword(options)),
    deleteRootPassword: signed(deleteRootPassword(options)),
    signIn: openEndpoint(signIn(options), log),
    createSignInLink: signed(createSignInLink(options)),
  };
}
