import { expect, test } from "vitest";
import { accountProblems } from "./account-problems.js";

const good = { AccountName: "Web", Email: "web@example.com" };

test("a good account has no problem", () => {
  expect(accountProblems(good).first).toBeUndefined();
  expect(accountProblems({ ...good, RoleName: "Admin@acme" }).first).toBeUndefined();
});

const bad = [
  [{ AccountName: "" }, /Enter a name/],
  [{ AccountName: "x".repeat(51) }, /51 characters, 50/],
  [{ AccountName: "Bücher" }, /without accents/],
  [{ Email: "" }, /Enter an e-mail/],
  [{ Email: "a@b.c" }, /6 to 64/],
  [{ Email: "web example.com" }, /name@example.com/],
  [{ RoleName: "not a role" }, /up to 64/],
] as const;

test.each(bad)("%j is refused before it is sent", (change, problem) => {
  expect(accountProblems({ ...good, ...change }).first).toMatch(problem);
});
