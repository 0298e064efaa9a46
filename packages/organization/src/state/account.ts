// An account of the cell, inside an organization or outside any.

/** Times in milliseconds since the epoch. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly createdAt: number;
  /** The organization it is a member of, if any. */
  organizationId: string | undefined;
}
