// Inputs made to hurt: a process of its own reads each, and the memory it took is measured.

import { closeSync, ftruncateSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryDirectory } from "../temporary-directory.fixture.js";
import { withhold } from "../withhold-process.fixture.js";
import type { Ended } from "../withhold-process.fixture.js";

/** Prints the most memory that the process ever held, in KiB, as its last line on stderr. */
const measured = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => process.stderr.write(`\\n${process.resourceUsage().maxRSS}`))',
)}`;

async function read(file: string, input?: string): Promise<Ended & { readonly mebibytes: number }> {
  const env = { NODE_OPTIONS: `--import=${measured}` };
  const ended = await withhold(["effective", "--org", file], {
    env,
    ...(input === undefined ? {} : { input }),
  });
  const lines = ended.stderr.split("\n");
  return { ...ended, stderr: lines.slice(0, -1).join("\n"), mebibytes: Number(lines.at(-1)) / 1024 };
}

function bomb(levels: number): string {
  const lines = Array.from({ length: levels }, (_, level) => {
    const below = level === 0 ? "x" : `*a${level - 1}`;
    return `a${level}: &a${level} [${Array.from({ length: 9 }, () => below).join(", ")}]`;
  });
  return lines.join("\n");
}

describe("is refused within bounds:", () => {
  test("100 MB, of which no more than the limit is read", async () => {
    const file = join(temporaryDirectory(), "large.json");
    const handle = openSync(file, "w");
    ftruncateSync(handle, 100_000_000);
    closeSync(handle);
    const { code, stderr, mebibytes } = await read(file);
    expect([code, stderr]).toEqual([2, expect.stringContaining("large.json`: larger than 32 MiB")]);
    expect(mebibytes).toBeLessThan(250);
  });

  test("no end at all", async () => {
    const { code, stderr, mebibytes } = await read("/dev/zero");
    expect([code, stderr]).toEqual([2, expect.stringContaining("`/dev/zero`: larger than 32 MiB")]);
    expect(mebibytes).toBeLessThan(250);
  });

  test.each<readonly [string, string, string, number]>([
    [
      "aliases of aliases, nine to the tenth",
      bomb(10),
      "its aliases unfold to more than any template holds",
      400,
    ],
    ["brackets", `a: ${"[".repeat(1_000_000)}`, "nested deeper than any template", 250],
    ["dashes", `${"- ".repeat(1_000_000)}a`, "nested deeper than any template", 250],
    ["brackets of JSON", "[".repeat(10_000_000), "nested deeper than 64 levels", 1000],
    [
      "a hundred thousand keys",
      Array.from({ length: 100_000 }, (_, key) => `k${key}: 1`).join("\n"),
      "no kind of input",
      500,
    ],
  ])("%s", async (_, content, says, mebibytesMax) => {
    const file = join(temporaryDirectory(), "hostile");
    writeFileSync(file, content);
    const { code, stdout, stderr, mebibytes } = await read(file);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(mebibytes).toBeLessThan(mebibytesMax);
  });
});
