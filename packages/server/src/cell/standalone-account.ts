// A new account outside any organization, with the access key of its root user.

import { randomBytes } from "node:crypto";
import { accessKeySecretName } from "@withhold/identity";
import { drawAccountId } from "@withhold/organization";
import { drawSecurely } from "../draw.js";
import type { RecordedEvent } from "./record.js";
import type { State } from "./state.js";

/** What is given; what is not is drawn. */
export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly accountId?: string | undefined;
  readonly rootAccessKey?: RootAccessKey | undefined;
}

export interface RootAccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface StandaloneAccount {
  readonly accountId: string;
  readonly rootAccessKey: RootAccessKey;
  readonly events: readonly RecordedEvent[];
  /** Becomes durable together with the events, in none of which it stands. */
  readonly secrets: ReadonlyMap<string, string>;
}

/** Whether the address is free is for the caller to ask. */
export function standaloneAccount(
  { cell, identity }: Pick<State, "cell" | "identity">,
  { name, email, ...given }: NewAccount,
): StandaloneAccount {
  const accountId = given.accountId ?? drawAccountId(drawSecurely, cell);
  const rootAccessKey = given.rootAccessKey ?? drawRootAccessKey((id) => identity.accessKeys.has(id));
  const { accessKeyId, secretAccessKey } = rootAccessKey;
  return {
    accountId,
    rootAccessKey,
    events: [
      { type: "account.created", accountId, email, name },
      { type: "access-key.created", accessKeyId, accountId },
    ],
    secrets: new Map([[accessKeySecretName(accessKeyId), secretAccessKey]]),
  };
}

const keyAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

export function drawRootAccessKey(used: (accessKeyId: string) => boolean): RootAccessKey {
  let accessKeyId: string;
  do accessKeyId = `AKIA${drawSecurely(keyAlphabet, 16)}`;
  while (used(accessKeyId));
  return { accessKeyId, secretAccessKey: randomBytes(30).toString("base64") };
}
