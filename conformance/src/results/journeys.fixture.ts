// Journeys of every outcome, for the test of what is told of them. Run by nobody else.
/* oxlint-disable vitest/no-standalone-expect -- a fixture of tests */

import { describe, expect, test } from "vitest";
import { journeyBy } from "../journeys/journey-by.js";

journeyBy({ journey: "life", client: "boto3" }, () => {
  describe("an act", () => {
    test("goes well", () => expect(1).toBe(1));
  });
  describe("another act", () => {
    test("goes wrong", () => expect("found").toBe("expected"));
  });
});

journeyBy({ journey: "accounts", client: "aws-cli" }, () => {
  test("goes well, too", () => expect(1).toBe(1));
});

journeyBy({ journey: "stack", client: "terraform", missing: "skipped: none here" }, () => {
  test("is never run", () => expect(1).toBe(2));
});
