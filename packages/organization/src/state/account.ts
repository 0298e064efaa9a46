// An account of the cell, inside an organization or outside any.

/** Times in milliseconds since the epoch. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly createdAt: number;
  /** When it was closed, which is for good; a closed account may do nothing. */
  closedAt: number | undefined;
  /** The organization it is a member of, if any. */
  organizationId: string | undefined;
}
