// Who is signed in, as the page holds it: in memory only, so that closing or reloading the page signs out.

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: Date;
}

export interface Principal {
  readonly kind: "user" | "root" | "role";
  readonly arn: string;
  readonly accountId: string;
  /** What to call them in the navigation: the user's name, the root user's e-mail address, the role's name. */
  readonly name: string;
}

export interface Session {
  readonly credentials: Credentials;
  readonly principal: Principal;
  readonly region: string;
  /** Of a switched role: who switched, to whom one can go back. */
  readonly from?: Session;
}

/** `expired`: the page stays as it is, with what was typed, and asks to sign in again over it. */
export type SessionState =
  | { readonly status: "signed-out" }
  | { readonly status: "signed-in"; readonly session: Session }
  | { readonly status: "expired"; readonly session: Session };
