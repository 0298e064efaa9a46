import { expect, test } from "vitest";
import { invitedTarget } from "./invited-target.js";

test.each([
  ["111122223333", { Id: "111122223333", Type: "ACCOUNT" }],
  [" 1111-2222-3333 ", { Id: "111122223333", Type: "ACCOUNT" }],
  ["a@example.com", { Id: "a@example.com", Type: "EMAIL" }],
])("%s is read", (text, target) => {
  expect(invitedTarget(text)).toEqual({ ok: true, target });
});

test.each(["", "  ", "11112222333", "1111222233334", "someone", "a@b", "a b@example.com"])(
  "`%s` is refused with what is right",
  (text) => {
    expect(invitedTarget(text)).toMatchObject({ ok: false });
  },
);
