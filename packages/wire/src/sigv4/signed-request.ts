// The shape in which a request reaches signature verification: raw, as received.

/** A request as it came over the wire, before anything was decoded, sorted or merged. */
export interface SignedRequest {
  readonly method: string;
  /** The path as received, undecoded, beginning with `/`. */
  readonly path: string;
  /** The query string as received, without `?`; empty where there is none. */
  readonly query: string;
  /** Node's `rawHeaders`: name, value, name, value… with every repetition, one character per byte. */
  readonly rawHeaders: readonly string[];
  readonly body: Uint8Array;
}
