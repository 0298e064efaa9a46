// The transfer of a responsibility: an organization lets the management account of another pay its bill.

/**
 * `source` is the organization that hands over, `target` the one that takes over, whose management account asked for it.
 * Times in milliseconds since the epoch. How far it has come is told by its handshake, until it is withdrawn.
 */
export interface Transfer {
  readonly id: string;
  name: string;
  /** The first moment of a month. */
  readonly startsAt: number;
  /** The organization that accepted it. */
  sourceOrganizationId?: string;
  /** Once one of the two has withdrawn it: its last moment. */
  endsAt?: number;
}
