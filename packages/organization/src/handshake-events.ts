// What can happen to handshakes: facts in the past tense, as the journal keeps them.

import type { Recipient } from "./state/handshake.js";
import type { TagPair } from "./state/tags.js";

interface OfHandshake {
  readonly organizationId: string;
  readonly handshakeId: string;
}

interface Request extends OfHandshake {
  /** Milliseconds since the epoch; from then on it is expired, without an event. */
  readonly expiresAt: number;
}

export type HandshakeEvent =
  | (Request & {
      readonly type: "invitation.sent";
      readonly recipient: Recipient;
      readonly notes?: string;
      readonly tags?: readonly TagPair[];
    })
  /** Cancels the open invitations, which offered another organization. */
  | (Request & {
      readonly type: "all-features.requested";
      /** Who has to agree, each with a handshake of its own under this one. */
      readonly approvals: readonly (readonly [handshakeId: string, accountId: string])[];
    })
  | (OfHandshake & { readonly type: "handshake.accepted" })
  | (OfHandshake & { readonly type: "handshake.declined" })
  /** A canceled request for all features takes the approvals under it with it. */
  | (OfHandshake & { readonly type: "handshake.canceled" })
  | { readonly type: "all-features.enabled"; readonly organizationId: string };
