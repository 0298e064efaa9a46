// Whom to invite, as it is typed: an account id or an e-mail address.

import type { HandshakeParty } from "@aws-sdk/client-organizations";

export type InvitedTarget =
  | { readonly ok: true; readonly target: HandshakeParty }
  | { readonly ok: false; readonly message: string };

/** Spaces and hyphens, with which people write account ids, do not count. */
export function invitedTarget(text: string): InvitedTarget {
  const typed = text.trim();
  if (typed === "") return { ok: false, message: "Enter an account ID or an e-mail address" };
  if (typed.includes("@")) {
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed)
      ? { ok: true, target: { Id: typed, Type: "EMAIL" } }
      : { ok: false, message: "This is no e-mail address; write one such as name@example.com" };
  }
  const digits = typed.replaceAll(/[\s-]/g, "");
  return /^\d{12}$/.test(digits)
    ? { ok: true, target: { Id: digits, Type: "ACCOUNT" } }
    : { ok: false, message: "An account ID has 12 digits; an e-mail address has an @" };
}
