// What a request says about its own signature, read but not yet believed.

/** The credential scope: what a signing key is derived for. */
export interface CredentialScope {
  readonly accessKeyId: string;
  /** `YYYYMMDD` as sent, not yet compared with the time of signing. */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly terminator: string;
}

/** The instant of signing, as text for the string to sign and as a number for comparisons. */
export interface SigningTime {
  /** `YYYYMMDDTHHMMSSZ`. */
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** The authentication that a request carries, well-formed, wherever it came from. */
export interface SignatureClaim {
  readonly scope: CredentialScope;
  /** In the order sent. */
  readonly signedHeaders: readonly string[];
  /** The same, joined by `;` as sent. */
  readonly signedHeadersText: string;
  /** 64 lower-case hexadecimal digits. */
  readonly signature: string;
  readonly time: SigningTime;
  /** How long a presigned query says it holds, in seconds; `undefined` for header authentication. */
  readonly expiresSeconds: number | undefined;
  readonly sessionToken: string | undefined;
}
