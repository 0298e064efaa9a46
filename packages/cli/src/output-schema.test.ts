// Every command's real JSON against its published schema.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { schemaCommands, schemaProblems } from "./output-schema.fixture.js";
import { temporaryDirectory } from "./temporary-directory.fixture.js";
import { withhold } from "./withhold-process.fixture.js";

const files: Readonly<Record<string, string>> = {
  "good.json": '{"services":{"default":{"opt_out_policy":{"@@assign":"optOut"}}}}',
  "bad.json": '{"services":{"Lex":{"opt_out_policy":{"@@assign":"optout"}},"glue":{}}}',
  "empty.json": "",
  "share.json": '{"services":{"lex":{"opt_out_policy":{"@@assign":"optIn"}}}}',
  "organization.json": readFileSync(new URL("../../../examples/organization.json", import.meta.url), "utf8"),
  "locked.json": JSON.stringify({
    services: {
      "@@operators_allowed_for_child_policies": ["@@none"],
      default: {
        opt_out_policy: { "@@operators_allowed_for_child_policies": ["@@none"], "@@assign": "optOut" },
      },
    },
  }),
};

/** What to run so that every part of the document shows. */
const runs: Readonly<Record<string, readonly (readonly string[])[]>> = {
  lint: [
    ["lint", "good.json"],
    ["lint", "good.json", "bad.json", "empty.json"],
    ["lint", "bad.json", "--fix-unsafe"],
    ["lint", "--org", "organization.json"],
  ],
  format: [
    ["format", "--check", "good.json", "bad.json", "empty.json"],
    ["format", "--write", "good.json"],
  ],
  effective: [
    ["effective", "--chain", "good.json"],
    ["effective", "--chain", "none"],
    ["effective", "--chain", "bad.json"],
  ],
  explain: [
    ["explain", "--chain", "locked.json", "good.json,share.json", "--service", "lex", "future"],
    ["explain", "--chain", "good.json", "share.json", "share.json"],
    ["explain", "--chain", "bad.json"],
  ],
  "can-override": [
    ["can-override", "--chain", "good.json", "--remedy"],
    ["can-override", "--chain", "locked.json", "--all"],
    ["can-override", "--chain", "bad.json", "--remedy"],
  ],
  "what-if": [
    ["what-if", "--chain", "share.json", "--edit", "share.json=locked.json"],
    ["what-if", "--chain", "bad.json", "--create", "New=good.json", "--attach", "New=account"],
  ],
};

test("every schema is tried", () => {
  expect(schemaCommands.toSorted()).toEqual(Object.keys(runs).toSorted());
});

test.each(Object.entries(runs).flatMap(([command, all]) => all.map((words) => [command, words] as const)))(
  "%s: %j",
  async (command, words) => {
    const cwd = temporaryDirectory();
    for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
    const { stdout } = await withhold([...words, "--output", "json"], { cwd });
    const document: unknown = JSON.parse(stdout);
    expect(document).toMatchObject({ version: 1, command });
    expect(schemaProblems(command, document)).toBeUndefined();
    expect(schemaProblems(command, { ...(document as object), version: 2 })).toContain("/version");
    const [list = ""] = Object.entries(document as object)
      .filter(([, value]) => Array.isArray(value))
      .map(([key]) => key);
    const broken = list === "" ? { report: { groups: [{}] } } : { [list]: [{}] };
    expect(schemaProblems(command, { ...(document as object), ...broken })).toMatch(
      /\/(?:groups\/)?0? ?must|\/0/,
    );
  },
);
