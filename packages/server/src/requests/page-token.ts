// Page tokens: a place in a list, sealed so that a token works only for the call and the caller that got it.

import { createHmac, timingSafeEqual } from "node:crypto";
import type { KeyObject } from "node:crypto";
import type { Place } from "@withhold/organization";

/** What a token is bound to: the account that lists, the operation, and its input without the paging members. */
export interface Listing {
  readonly accountId: string;
  readonly operation: string;
  readonly input: { readonly [member: string]: unknown };
}

const placeBytes = 6;
const sealBytes = 18;

/** 32 characters of base64url. The key derives from the sealing key, so tokens survive a restart. */
export function sealPage(key: KeyObject, listing: Listing, place: Place): string {
  const bytes = Buffer.alloc(placeBytes);
  bytes.writeUIntBE(place, 0, placeBytes);
  return Buffer.concat([bytes, sealOf(key, listing, bytes)]).toString("base64url");
}

/** The place, or undefined for a token that was not made for this listing. */
export function openPage(key: KeyObject, listing: Listing, token: string): Place | undefined {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== placeBytes + sealBytes || bytes.toString("base64url") !== token) return undefined;
  const place = bytes.subarray(0, placeBytes);
  if (!timingSafeEqual(bytes.subarray(placeBytes), sealOf(key, listing, place))) return undefined;
  return place.readUIntBE(0, placeBytes);
}

function sealOf(key: KeyObject, { accountId, operation, input }: Listing, place: Buffer): Buffer {
  const { NextToken: _, MaxResults: __, ...filter } = input;
  // Inputs come from the constraint table, which copies members in one order: equal inputs have equal text.
  const bound = JSON.stringify([accountId, operation, filter]);
  return createHmac("sha256", key).update(place).update(bound).digest().subarray(0, sealBytes);
}
