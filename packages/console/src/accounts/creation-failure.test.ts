import { CreateAccountFailureReason } from "@aws-sdk/client-organizations";
import { expect, test } from "vitest";
import { creationFailureText } from "./creation-failure.js";

test.each(Object.values(CreateAccountFailureReason))("%s has words of its own", (reason) => {
  expect(creationFailureText(reason)).not.toMatch(/the reason given/);
});

test("a reason of a later API is told as it came", () => {
  expect(creationFailureText("SOMETHING_NEW")).toBe("the reason given is SOMETHING_NEW");
  expect(creationFailureText(undefined)).toBe("no reason was given");
});
