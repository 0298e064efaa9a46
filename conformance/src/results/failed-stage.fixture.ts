// A journey whose file cannot set its stage, for the test of what is told of it.

import { beforeAll, expect, test } from "vitest";
import { journeyBy } from "../journeys/journey-by.js";

beforeAll(() => {
  throw new Error("no server");
});

journeyBy({ journey: "throttled", client: "boto3" }, () => {
  test("is never run", () => expect(1).toBe(1));
});
