// A handshake: an invitation, or a request for all features or for a transfer, from its first moment to its end.

import type { ActionType } from "@aws-sdk/client-organizations";
import type { Place } from "../roster.js";
import type { TagPair } from "./tags.js";
import type { Transfer } from "./transfer.js";

/**
 * `ENABLE_ALL_FEATURES` is what the organization asks for; an `APPROVE_ALL_FEATURES` under it asks one account to agree.
 * Source: AWS's guide; its API reference has the two the other way round.
 */
export type HandshakeAction = Exclude<ActionType, "ADD_ORGANIZATIONS_SERVICE_LINKED_ROLE">;

/** Whom a handshake was sent to: an account, or whichever account has the address. */
export interface Recipient {
  readonly type: "ACCOUNT" | "EMAIL";
  readonly id: string;
}

/** Times in milliseconds since the epoch. That it expired is no event: `expiresAt` says it to whoever has the time. */
export interface Handshake {
  readonly id: string;
  /** Grows with every handshake of the cell. */
  readonly place: Place;
  readonly organizationId: string;
  readonly action: HandshakeAction;
  /** Absent where an organization asks for all features: its accounts get requests of their own. */
  readonly recipient?: Recipient;
  /** Of an approval: what it approves. */
  readonly parentId?: string;
  readonly notes?: string;
  /** What the account gets when it joins, or the transfer when it is accepted. */
  readonly tags?: readonly TagPair[];
  /** What a `TRANSFER_RESPONSIBILITY` asks for. */
  readonly transfer?: Transfer;
  readonly requestedAt: number;
  readonly expiresAt: number;
  /** How it was answered or taken back, if it was. */
  ended?: { readonly state: "ACCEPTED" | "DECLINED" | "CANCELED"; readonly at: number };
}
