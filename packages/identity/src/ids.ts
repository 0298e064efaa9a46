// Ids of users, roles, policies and access keys: their forms, and how new ones are drawn.

import { createHash } from "node:crypto";
import type { Draw } from "@withhold/organization";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/**
 * What an id begins with says what it is of. Source: "IAM identifiers" in the IAM user guide. As far as we know, AWS's
 * ids of users, roles and policies are of 21 characters; ours are of 20.
 */
const prefixes = { user: "AIDA", role: "AROA", policy: "ANPA", accessKey: "AKIA", session: "ASIA" } as const;

/** One that `isUsed` does not know. */
export function drawId(draw: Draw, of: keyof typeof prefixes, isUsed: (id: string) => boolean): string {
  for (;;) {
    const id = `${prefixes[of]}${draw(alphabet, 16)}`;
    if (!isUsed(id)) return id;
  }
}

const secretAlphabet = `${alphabet}abcdefghijklmnopqrstuvwxyz0189+/`;

/** 40 characters, 240 bits. */
export function drawSecretAccessKey(draw: Draw): string {
  return draw(secretAlphabet, 40);
}

/** Of a role that no operation drew an id for, because an organization made its account: the same on every replay. */
export function accessRoleId(accountId: string): string {
  const hash = createHash("sha256").update(`access-role/${accountId}`).digest();
  return `${prefixes.role}${Array.from(hash.subarray(0, 16), (byte) => alphabet[byte % 32]).join("")}`;
}
