// What temporary credentials say of themselves. They are sealed into their session token; the server keeps nothing.

/** Whoever acts by a session, by ids that no other ever has: a session ends with who it is of. */
type SessionOf =
  | { readonly kind: "role"; readonly roleId: string; readonly sessionName: string }
  /** Ends with the key that asked for it, too. Without one it was made by signing in, and may do all that its user may. */
  | { readonly kind: "user"; readonly userId: string; readonly madeBy?: string }
  | { readonly kind: "root"; readonly madeBy?: string };

/** Times in milliseconds since the epoch. */
export interface SessionClaims {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly accountId: string;
  readonly of: SessionOf;
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** Of a role session: what is not in them too, it may not. */
  readonly policy?: string;
  /** Ids of managed policies that limit the session like `policy`. */
  readonly policyIds?: readonly string[];
}

/** Whether somebody signed in for it, instead of asking with a key or from a role. */
export function isConsoleSession({ of }: SessionClaims): boolean {
  return of.kind !== "role" && of.madeBy === undefined;
}
