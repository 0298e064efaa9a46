// An account of the cell, inside an organization or outside any.

/** Times in milliseconds since the epoch. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly createdAt: number;
  /** Where it lives, if nowhere else: of GovCloud accounts, which share their address with a commercial one. */
  readonly partition: string | undefined;
  /** When it was closed, which is for good; a closed account may do nothing. */
  closedAt: number | undefined;
  /** The organization it is a member of, if any. */
  organizationId: string | undefined;
}
