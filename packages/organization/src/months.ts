// Months of the calendar, in UTC; moments are milliseconds since the epoch.

/** The first moment of the month that holds `moment`, or of one so many months later. */
export function monthStart(moment: number, monthsLater = 0): number {
  const date = new Date(moment);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + monthsLater);
}

/** The last millisecond of the month that holds `moment`. */
export function monthEnd(moment: number): number {
  return monthStart(moment, 1) - 1;
}

/** Whether it is the first moment of a day. */
export function isDayStart(moment: number): boolean {
  return moment % (24 * 60 * 60 * 1000) === 0;
}
