// Every command's real JSON against its published schema.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { schemaCommands, schemaProblems } from "./output-schema.fixture.js";
import { temporaryDirectory } from "./temporary-directory.fixture.js";
import { withhold } from "./withhold-process.fixture.js";

const files: Readonly<Record<string, string>> = {
  "good.json": '{"services":{"default":{"opt_out_policy":{"@@assign":"optOut"}}}}',
  "bad.json": '{"services":{"Lex":{"opt_out_policy":{"@@assign":"optout"}},"glue":{}}}',
  "empty.json": "",
};

/** What to run so that every part of the document shows. */
const runs: Readonly<Record<string, readonly (readonly string[])[]>> = {
  lint: [
    ["lint", "good.json"],
    ["lint", "good.json", "bad.json", "empty.json"],
    ["lint", "bad.json", "--fix-unsafe"],
  ],
  format: [
    ["format", "--check", "good.json", "bad.json", "empty.json"],
    ["format", "--write", "good.json"],
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
    expect(schemaProblems(command, { ...(document as object), files: [{}] })).toContain("/files/0");
  },
);
