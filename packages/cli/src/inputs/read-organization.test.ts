// The one door for inputs: what a file is shows from its content, and what cannot be read is said with its place.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { OrganizationSnapshot } from "@withhold/policy";
import { temporaryDirectory } from "../temporary-directory.fixture.js";
import type { InputFormat } from "./input-format.js";
import { readOrganization } from "./read-organization.js";

const readAt = "2026-01-01T00:00:00Z";
const snapshot = {
  version: 1,
  provenance: { source: "by hand", readAt },
  root: { id: "r-1" },
  units: [],
  accounts: [{ id: "111111111111", name: "Only", parentId: "r-1" }],
  policies: [],
  attachments: [],
  attachmentOrder: "known",
  unread: [],
};
const template = { Resources: { Org: { Type: "AWS::Organizations::Organization" } } };
const yaml = "Resources:\n\tOrg: {}\n";

async function read(
  content: string | Uint8Array,
  { name = "input", format }: { name?: string; format?: InputFormat } = {},
): Promise<OrganizationSnapshot> {
  const file = join(temporaryDirectory(), name);
  writeFileSync(file, content);
  return readOrganization({ file, format, parameters: new Map(), standardInput: nothing(), readAt });
}

async function* nothing(): AsyncIterable<Uint8Array> {}

/** The message of the problem, with the folder taken out. */
async function problem(
  content: string | Uint8Array,
  options: { format?: InputFormat } = {},
): Promise<string> {
  const error: unknown = await read(content, options).then(
    () => "read",
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ name: expect.stringMatching(/^(?:Input|Syntax)Problem$/) as string });
  return (error as Error).message.replace(/`[^`]*\/input`/, "`input`");
}

describe("what a file is", () => {
  test.each([
    ["a snapshot", JSON.stringify(snapshot), 1],
    ["a template in JSON", JSON.stringify(template), 1],
    ["a template in JSON, indented with tabs", JSON.stringify(template, undefined, "\t"), 1],
    ["a template in YAML", "Resources: { Org: { Type: AWS::Organizations::Organization } }", 1],
    [
      "org-formation",
      "Organization: { A: { Type: OC::ORG::MasterAccount, Properties: { AccountId: '111111111111' } } }",
      1,
    ],
    [
      "a configuration of the accelerator, without its folder",
      "enable: true\norganizationalUnits: [{ name: A }]",
      0,
    ],
  ])("shows from its content: %s", async (_, content, accounts) => {
    // A name that says something else.
    expect((await read(content, { name: "input.txt" })).accounts).toHaveLength(accounts);
  });

  test("shows from its content on standard input too", async () => {
    const standardInput = (async function* () {
      yield Buffer.from(JSON.stringify(snapshot));
    })();
    const parameters = new Map<string, string>();
    const read = await readOrganization({ file: "-", format: undefined, parameters, standardInput, readAt });
    expect(read).toEqual(snapshot);
  });

  test("may be told", async () => {
    expect(await problem(JSON.stringify(template), { format: "snapshot" })).toContain("`input`: $.Resources");
    expect(await problem(JSON.stringify(template), { format: "terraform" })).toContain("holds no resource");
    expect(await problem("a: 1", { format: "terraform" })).toContain("not JSON; give the output of");
    expect(await problem("a: 1", { format: "landing-zone" })).toContain("expected `enable`");
    expect(await problem("a: 1", { format: "org-formation" })).toContain("no section `Organization`");
  });
});

describe("bad input", () => {
  const known = /; understood are:\n(?: {2}[\w-]+ {2,}.*\n?){5}$/;

  test.each<readonly [string, string | Uint8Array, string]>([
    ["empty", "", "`input`: the file is empty"],
    ["blank", " \n ", "`input`: the document is empty"],
    [
      "a saved plan",
      Buffer.from("504b0304140000", "hex"),
      "give the output of `terraform show -json PLAN` instead",
    ],
    ["gzip", Buffer.from("1f8b0800", "hex"), "`input`: compressed with gzip; give it unpacked"],
    ["UTF-16", Buffer.from("\ufeff{}", "utf16le"), "`input`: UTF-16; save it as UTF-8"],
    ["Latin-1", Buffer.from('{"ü":1}', "latin1"), "`input`: not UTF-8 text; save it as such"],
    ["with NUL", "a: \0", "`input`: holds NUL characters"],
    ["broken JSON", '{\n  "a": ,\n}', "`input`, line 2, column 8: found `,` where a value belongs"],
    [
      "JSON with a key twice",
      '{"a":1,\n"a":2}',
      "`input`, line 2, column 1: key `a` stands here twice; keep one",
    ],
    ["JSON too deep", "[".repeat(100_000), "`input`, line 1, column 66: nested deeper than 64 levels"],
    ["YAML with a key twice", "a: 1\na: 2", "`input`, line 2, column 1: key `a` stands here twice; keep one"],
    ["YAML of several documents", "a: 1\n---\nb: 2", "holds several YAML documents; give one per file"],
    [
      "YAML too deep by brackets",
      `a: ${"[".repeat(100_000)}`,
      "`input`, line 1, column 68: nested deeper than any template",
    ],
    ["YAML too deep by dashes", `${"- ".repeat(100_000)}a`, "nested deeper than any template"],
    [
      "YAML too deep by indentation",
      Array.from({ length: 1000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"),
      "`input`, line 258, column 1: nested deeper than any template",
    ],
    ["an alias that holds itself", "a: &a [*a]", "`input`, line 1, column 8: alias `*a` holds itself"],
    ["an alias of nothing", "a: *b", "`input`, line 1, column 4: alias `*b` has no anchor above it"],
    [
      "a state file of Terraform",
      '{"version":4,"terraform_version":"1.11.4","lineage":"x","resources":[]}',
      "give the output of `terraform show -json`",
    ],
    [
      "a policy",
      '{"services":{}}',
      "this is a policy, not an organization; give policies with --chain, root first",
    ],
    [
      "a snapshot with a mistake",
      JSON.stringify({ ...snapshot, units: 3 }),
      "`input`: $.units (line 1, column ",
    ],
    [
      "a snapshot of another version",
      JSON.stringify({ ...snapshot, version: 2 }),
      "this release reads version",
    ],
  ])("%s is told with its place", async (_, content, says) => {
    expect(await problem(content)).toContain(says);
  });

  test.each([
    ["prose", "Hello there"],
    ["a list", "[1, 2]"],
    ["YAML that is none", yaml],
    ["some other JSON", '{"Accounts": []}'],
    ["some other YAML", "on: push\njobs: {}"],
  ])("%s is told with a list of what is understood", async (_, content) => {
    expect(await problem(content)).toMatch(known);
  });

  test("a folder without a configuration is told with a list of what is understood", async () => {
    const file = temporaryDirectory();
    mkdirSync(join(file, "inside"));
    const read = readOrganization({
      file,
      format: undefined,
      parameters: new Map(),
      standardInput: nothing(),
      readAt,
    });
    await expect(read).rejects.toThrow(
      /: a folder with none of organization-config\.yaml, organization\.yml/,
    );
  });

  test("a file that is not there is told", async () => {
    const file = join(temporaryDirectory(), "gone");
    const read = readOrganization({
      file,
      format: undefined,
      parameters: new Map(),
      standardInput: nothing(),
      readAt,
    });
    await expect(read).rejects.toThrow("cannot be read: there is no such file");
  });
});
