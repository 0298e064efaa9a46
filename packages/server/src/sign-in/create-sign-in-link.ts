// Another one-time link, for the operator.

import type { Writer } from "../cell/writer.js";
import type { OperatorOperation } from "../operator/operator-endpoint.js";
import { readBodyMembers } from "../operator/read-members.js";
import { requireOperator } from "../operator/require-operator.js";
import type { Caller } from "../requests/caller.js";
import { signInUrl } from "./sign-in-links.js";
import type { SignInLinks } from "./sign-in-links.js";

export interface SignInLinkOptions {
  readonly writer: Writer;
  readonly links: SignInLinks;
  /** Of this server, as clients on its machine reach it. */
  readonly endpoint: () => string;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

const noMembers = { required: [], properties: {} } as const;

/** `POST /v1/sign-in-links`. */
export function createSignInLink(options: SignInLinkOptions): OperatorOperation<object, Caller> {
  const { writer, links, endpoint, clock } = options;
  return {
    name: "CreateSignInLink",
    status: 201,
    read: (body) => readBodyMembers(body, noMembers),
    async run(_, caller) {
      await writer.read((state) => requireOperator(state, caller));
      const made = links.make(clock());
      return {
        version: 1,
        url: signInUrl(endpoint(), made),
        expiration: new Date(made.expiresAt).toISOString(),
      };
    },
  };
}
