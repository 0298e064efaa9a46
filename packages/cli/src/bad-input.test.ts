// What is no policy at all: each gets an answer that names the file, in bounded memory, and stays as it was.

import { chmodSync, closeSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { temporaryDirectory } from "./temporary-directory.fixture.js";
import { withhold } from "./withhold-process.fixture.js";
import type { Ended } from "./withhold-process.fixture.js";

const good = '{"services":{"default":{"opt_out_policy":{"@@assign":"optOut"}}}}';
/** Has the process say on stderr, when it ends, how much memory it took at most, in KiB. */
const measured = {
  NODE_OPTIONS: `--import=data:text/javascript,process.on('exit',()=>process.stderr.write('KiB='+process.resourceUsage().maxRSS))`,
};

let cwd = "";
beforeEach(() => {
  cwd = temporaryDirectory();
});

const commands = [
  ["lint", "bad.json"],
  ["lint", "--fix-unsafe", "bad.json"],
  ["format", "bad.json"],
  ["format", "--write", "bad.json"],
] as const;

describe.each(commands.map((words) => [words.join(" "), words] as const))("%s", (_, words) => {
  test.each<readonly [string, string | Uint8Array, string]>([
    ["empty", "", "the document is empty"],
    ["binary", Buffer.from([0, 1, 2, 255, 254]), "not UTF-8 text"],
    ["NUL bytes", Buffer.alloc(1000), "found character U+0000"],
    ["UTF-16", Buffer.from(`\ufeff${good}`, "utf16le"), "the file is UTF-16; save it as UTF-8"],
    ["Latin-1", Buffer.from(good.replace("default", "d\u00e9fault"), "latin1"), "not UTF-8 text"],
    ["deeply nested", '{"a":'.repeat(40_000), "nested deeper than 64 levels"],
    ["a list", "[]", "a policy is one JSON object"],
    ["another JSON file", readFileSync(new URL("../package.json", import.meta.url)), "unknown key `name`"],
  ])("of a file that is %s ends with 3, names it, and leaves it as it is", async (_, content, says) => {
    const bad = join(cwd, "bad.json");
    writeFileSync(bad, content);
    const { code, stdout, stderr } = await withhold(words, { cwd });
    expect(code).toBe(3);
    expect(stdout + stderr).toContain(says);
    expect(stdout + stderr).toContain("bad.json:1:");
    expect(readFileSync(bad).equals(Buffer.from(content))).toBe(true);
  });
});

describe("a file of 100 MB", () => {
  test.each([[["lint"]], [["format"]], [["format", "--write"]]])("%j reads its beginning", async (words) => {
    const peak = async (name: string): Promise<Ended & { readonly peak: number }> => {
      const ended = await withhold([...words, name], { cwd, env: measured });
      return { ...ended, peak: Number(/KiB=(\d+)$/.exec(ended.stderr)?.[1]) };
    };
    writeFileSync(join(cwd, "small.json"), good);
    const file = openSync(join(cwd, "large.json"), "w");
    const megabyte = good.padEnd(1_000_000);
    for (let written = 0; written < 100; written += 1) writeSync(file, megabyte);
    closeSync(file);
    const [small, large] = [await peak("small.json"), await peak("large.json")];
    expect(large.code).toBe(3);
    expect(large.stdout + large.stderr).toContain("more than 256 KiB, and 2,500 characters are allowed");
    expect(small.peak).toBeGreaterThan(1000);
    expect(large.peak).toBeLessThan(small.peak + 16 * 1024);
  });
});

describe("a file that cannot be read ends the command with 2", () => {
  const isRoot = process.getuid?.() === 0;
  test.each([["lint"], ["format"]])("%s of a directory says what to do", async (command) => {
    const { code, stderr } = await withhold([command, "."], { cwd });
    expect([code, stderr]).toEqual([2, "withhold: `.` cannot be read: it is a directory; name its files\n"]);
  });

  test.each([["lint"], ["format"]])("%s of somebody else's file", async (command) => {
    writeFileSync(join(cwd, "secret.json"), good);
    chmodSync(join(cwd, "secret.json"), 0o000);
    chmodSync(cwd, 0o755);
    // Root reads everything, so it steps down.
    const under = isRoot ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : [];
    const { code, stdout, stderr } = await withhold([command, "secret.json"], { cwd, under });
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: "",
      stderr: "withhold: `secret.json` cannot be read: this user has no permission\n",
    });
  });

  test("a name is shown, not obeyed", async () => {
    const { stderr } = await withhold(["lint", "\u001b[2Jx"], { cwd });
    expect(stderr).toBe("withhold: `\\u001b[2Jx` cannot be read: there is no such file\n");
  });
});

test("a file that cannot be written ends with 1 and keeps its text", async () => {
  const text = good.replace('"services"', '"Services"');
  writeFileSync(join(cwd, "policy.json"), text);
  chmodSync(join(cwd, "policy.json"), 0o644);
  chmodSync(cwd, 0o555);
  const under =
    process.getuid?.() === 0 ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : [];
  const { code, stderr } = await withhold(["lint", "--fix-unsafe", "policy.json"], { cwd, under });
  chmodSync(cwd, 0o755);
  expect(code).toBe(1);
  expect(stderr).toBe("withhold: `policy.json` cannot be written: this user has no permission\n");
  expect(readFileSync(join(cwd, "policy.json"), "utf8")).toBe(text);
});
