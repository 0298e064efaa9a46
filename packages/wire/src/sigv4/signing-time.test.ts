// Times of signing in their two forms.

import { expect, it } from "vitest";
import { formatSigningTime, readHttpTime, readSigningTime } from "./signing-time.js";

const at = Date.UTC(2026, 10, 23, 9, 47, 52);

it.each(["20261123T094752Z", "Mon, 23 Nov 2026 09:47:52 GMT"])("reads %s", (text) => {
  expect(readHttpTime(text)).toEqual({ text: "20261123T094752Z", at });
});

it.each([
  "",
  "20261123T094752",
  "20260229T000000Z",
  "20261301T000000Z",
  "20260100T000000Z",
  "19691231T235959Z",
])("refuses %j", (text) => {
  expect(readSigningTime(text)).toBeUndefined();
});

it.each(["Mon, 31 Nov 2026 09:47:52 GMT", "Mon, 23 Foo 2026 09:47:52 GMT", "Mon, 23 Nov 2026 09:47:52 CET"])(
  "refuses the Date header %j",
  (text) => {
    expect(readHttpTime(text)).toBeUndefined();
  },
);

it("reads a leap day and writes what it read", () => {
  expect(formatSigningTime(readSigningTime("20240229T235959Z")!.at + 999)).toBe("20240229T235959Z");
});
