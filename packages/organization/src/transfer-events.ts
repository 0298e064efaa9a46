// What can happen to transfers of responsibility: facts in the past tense, as the journal keeps them.

import type { Recipient } from "./state/handshake.js";
import type { TagPair } from "./state/tags.js";

interface OfTransfer {
  /** Of the target, which sent the handshake. */
  readonly organizationId: string;
  readonly handshakeId: string;
}

/** Times in milliseconds since the epoch. */
export type TransferEvent =
  | (OfTransfer & {
      readonly type: "responsibility-transfer.requested";
      readonly expiresAt: number;
      readonly recipient: Recipient;
      readonly notes?: string;
      readonly tags?: readonly TagPair[];
      readonly transferId: string;
      readonly name: string;
      readonly startsAt: number;
    })
  /** Follows the acceptance of the handshake. */
  | (OfTransfer & { readonly type: "responsibility-transfer.agreed"; readonly sourceOrganizationId: string })
  | (OfTransfer & { readonly type: "responsibility-transfer.renamed"; readonly name: string })
  | (OfTransfer & { readonly type: "responsibility-transfer.withdrawn"; readonly endsAt: number });
