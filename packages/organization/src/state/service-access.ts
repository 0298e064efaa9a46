// The AWS services that may work with an organization.

/** Milliseconds since the epoch. */
export interface ServiceAccess {
  readonly servicePrincipal: string;
  readonly enabledAt: number;
}
