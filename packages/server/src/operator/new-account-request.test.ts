import { validateInput } from "@withhold/wire";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readNewAccountRequest } from "./new-account-request.js";

const takes = (name: string, email: string): boolean => {
  try {
    readNewAccountRequest(Buffer.from(JSON.stringify({ name, email })));
    return true;
  } catch {
    return false;
  }
};
const createAccountTakes = (AccountName: string, Email: string): boolean =>
  validateInput("CreateAccount", { AccountName, Email }).ok;

describe("names and addresses", () => {
  const unit = fc.constantFrom("grapheme-ascii", "binary", "grapheme");
  const nearly = unit.chain((unit) => fc.string({ unit, maxLength: 70 }));
  const name = fc.oneof(nearly, fc.string({ minLength: 48, maxLength: 52 }));
  const email = fc.oneof(
    nearly,
    fc.emailAddress(),
    fc.string({ minLength: 1, maxLength: 60 }).map((text) => `${text}@b.c`),
  );

  test("are those that CreateAccount takes, and no other", () => {
    let taken = 0;
    fc.assert(
      fc.property(name, email, (name, email) => {
        expect(takes(name, "a@b.cc")).toBe(createAccountTakes(name, "a@b.cc"));
        expect(takes("a", email)).toBe(createAccountTakes("a", email));
        if (takes(name, email)) taken += 1;
      }),
      { numRuns: 2000 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  test.each([
    ["a".repeat(50), `${"a".repeat(60)}@b.c`, true],
    ["a".repeat(51), "a@b.cc", false],
    ["a", `${"a".repeat(61)}@b.c`, false],
    ["a", "a@b.c", false],
    ["a", "🦊🦊@b.c", true],
    ["é", "a@b.cc", false],
  ])("%s, %s: %s", (name, email, taken) => {
    expect([takes(name, email), createAccountTakes(name, email)]).toEqual([taken, taken]);
  });
});
