// A query string split into pairs, each decoded for reading and re-encoded for signing.

import { decodeBytes } from "./percent-encoding.js";

/** One name and value, decoded to one character per byte. */
interface QueryPair {
  readonly name: string;
  readonly value: string;
}

export interface QueryTable {
  readonly pairs: readonly QueryPair[];
  /** False where an escape is broken or a character is no byte; such pairs are kept undecoded. */
  readonly wellFormed: boolean;
}

const emptyTable: QueryTable = { pairs: [], wellFormed: true };

/**
 * Splits a query string received without `?`. A `+` is a blank, as the Query protocol reads it:
 * were it a plus here and a blank there, a signed value could be changed under its signature.
 */
export function queryTable(query: string): QueryTable {
  if (query === "") return emptyTable;
  let wellFormed = true;
  const decode = (text: string): string => {
    const decoded = decodeBytes(text);
    if (decoded === undefined) wellFormed = false;
    return decoded ?? text;
  };
  const pairs = query
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const at = part.indexOf("=");
      return at < 0
        ? { name: decode(part), value: "" }
        : { name: decode(part.slice(0, at)), value: decode(part.slice(at + 1)) };
    });
  return { pairs, wellFormed };
}
