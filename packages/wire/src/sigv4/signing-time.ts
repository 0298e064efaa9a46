// The time of signing, read from `X-Amz-Date` or the older `Date`.

import type { SigningTime } from "./signature-claim.js";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const basicForm = /^\d{8}T\d{6}Z$/;
const httpForm = /^[A-Z][a-z]{2}, (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/;

/** Milliseconds since the epoch as `YYYYMMDDTHHMMSSZ`, whole seconds, cut not rounded. */
export function formatSigningTime(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, "");
}

/** Reads `YYYYMMDDTHHMMSSZ`; `undefined` for another form or a date that no calendar has. */
export function readSigningTime(text: string): SigningTime | undefined {
  if (!basicForm.test(text)) return undefined;
  const [year, month, day] = [number(text, 0, 4), number(text, 4, 6), number(text, 6, 8)];
  const [hour, minute, second] = [number(text, 9, 11), number(text, 11, 13), number(text, 13, 15)];
  if (year < 1970 || hour > 23 || minute > 59 || second > 59) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  // An impossible day such as 31 April rolls over, and then the parts no longer agree.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return { text, at: date.getTime() };
}

/** Reads a `Date` header: the form above, or `Mon, 23 Nov 2026 09:47:52 GMT`. */
export function readHttpTime(text: string): SigningTime | undefined {
  const parts = httpForm.exec(text);
  if (parts === null) return readSigningTime(text);
  const [, day = "", monthName = "", year = "", hour = "", minute = "", second = ""] = parts;
  const month = String(months.indexOf(monthName) + 1).padStart(2, "0");
  return readSigningTime(`${year}${month}${day}T${hour}${minute}${second}Z`);
}

function number(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index += 1) value = value * 10 + text.charCodeAt(index) - 0x30;
  return value;
}
