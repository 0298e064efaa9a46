// The hooks for pre-commit and the GitHub Action: that they parse, and that the command lines in them run.

import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { temporaryDirectory } from "./temporary-directory.fixture.js";
import { withhold } from "./withhold-process.fixture.js";

const top = fileURLToPath(new URL("../../../", import.meta.url));
const yaml = (name: string): unknown => parse(readFileSync(join(top, name), "utf8"), { strict: true });

const good = '{"services":{"default":{"opt_out_policy":{"@@assign":"optOut"}}}}';
const bad = good.replace("default", "Lex");

function policies(files: Readonly<Record<string, string>>): string {
  const cwd = temporaryDirectory();
  mkdirSync(join(cwd, "policies", "deep er"), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  return cwd;
}

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
  readonly language: string;
}

describe("hooks", () => {
  const hooks = yaml(".pre-commit-hooks.yaml") as readonly Hook[];
  test("are two", () => {
    expect(hooks.map(({ id }) => id)).toEqual(["withhold-lint", "withhold-format"]);
  });
  test.each(hooks.map((hook) => [hook.id, hook] as const))(
    "%s runs as it says",
    async (_, { entry, files }) => {
      const [command, ...words] = entry.split(" ");
      expect(command).toBe("withhold");
      expect(new RegExp(files).test("infra/policies/root.json")).toBe(true);
      expect(new RegExp(files).test("package.json")).toBe(false);
      const cwd = policies({ "policies/a.json": good, "policies/b.json": bad });
      expect((await withhold([...words, "policies/a.json"], { cwd })).code).toBe(0);
      expect((await withhold([...words, "policies/b.json"], { cwd })).code).toBe(3);
    },
  );
});

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
}

describe("the action", () => {
  const action = yaml("action.yml") as {
    readonly inputs: Readonly<Record<string, { readonly default: string }>>;
    readonly runs: { readonly steps: readonly Step[] };
  };
  const script = action.runs.steps.find(({ name }) => name === "Lint policies")?.run ?? "";

  async function run(cwd: string, env: Readonly<Record<string, string>>): Promise<readonly [number, string]> {
    const environment = { PATH: process.env["PATH"], GITHUB_ACTION_PATH: top, FAIL_ON: "error", ...env };
    return new Promise((done) => {
      // As the runner calls bash.
      const child = execFile(
        "bash",
        ["--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        { cwd, env: environment },
        (_, stdout) => done([child.exitCode ?? -1, stdout]),
      );
    });
  }

  test.each<readonly [string, Readonly<Record<string, string>>, number, string]>([
    ["clean", { FILES: "policies/a.json" }, 0, ""],
    [
      "its default pattern",
      { FILES: action.inputs["files"]?.default ?? "" },
      3,
      "::error file=policies/deep er/b.json,line=1,",
    ],
    ["never to fail", { FILES: "policies/**/*.json", FAIL_ON: "never" }, 0, "::error file="],
    ["the form as well", { FILES: "policies/a.json", CHECK_FORMAT: "true" }, 3, "not in its form"],
    ["no file", { FILES: "nowhere/*.json" }, 2, "::error::no file matches"],
    ["an input that would be code", { FILES: "$(touch injected) policies/a.json" }, 2, ""],
  ])("with %s", async (_, env, code, says) => {
    const cwd = policies({ "policies/a.json": good, "policies/deep er/b.json": bad });
    const [ended, stdout] = await run(cwd, env);
    expect({ ended, stdout }).toEqual({ ended: code, stdout: expect.stringContaining(says) });
  });

  test("is called by the example with inputs that it has", () => {
    const workflow = yaml("examples/github/lint-policies.yml") as {
      readonly jobs: {
        readonly lint: { readonly steps: readonly { readonly with?: Readonly<Record<string, string>> }[] };
      };
    };
    const given = workflow.jobs.lint.steps.flatMap((step) => Object.keys(step.with ?? {}));
    expect(given.length).toBeGreaterThan(0);
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(given));
  });
});
