// Days between moments; moments are milliseconds since the epoch.

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/** Whole days that have passed. */
export function wholeDays(since: number, now: number): number {
  return Math.floor((now - since) / millisecondsPerDay);
}

export function daysAfter(now: number, days: number): number {
  return now + days * millisecondsPerDay;
}

export function daysBefore(now: number, days: number): number {
  return now - days * millisecondsPerDay;
}
