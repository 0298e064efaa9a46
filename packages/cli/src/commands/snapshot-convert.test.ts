// `withhold snapshot convert`: any input as a snapshot that reads back as it was.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { withhold } from "../withhold-process.fixture.js";

describe("a conversion", () => {
  test.each(["examples/terraform/plan.json", "packages/cli/fixtures/terraform/reading.json"])(
    "of %s reads back as it was",
    async (file) => {
      const { code, stdout } = await withhold(["snapshot", "convert", file]);
      const again = await withhold(["snapshot", "convert", "-"], { input: stdout });
      expect([code, again.code, again.stdout]).toEqual([0, 0, stdout]);
    },
  );

  test("tells on stderr what it could not read", async () => {
    const { stderr } = await withhold(["snapshot", "convert", "examples/terraform/state.json"]);
    expect(stderr).toBe(
      "unread: where account `Management` stands: the organization lists it, and no resource tells which OU holds it\n",
    );
  });

  test("of the example is the example", async () => {
    const { stdout } = await withhold(["snapshot", "convert", "examples/organization.json"]);
    expect(stdout).toBe(readFileSync("examples/organization.json", "utf8"));
  });
});
