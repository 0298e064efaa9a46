// Inputs bent at random: whatever comes, the answer is a snapshot that holds together, or a problem in words.

import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseSnapshot, serializeSnapshot } from "@withhold/policy";
import type { OrganizationSnapshot } from "@withhold/policy";
import { readTemplate } from "./cloudformation/read-template.js";
import { InputProblem } from "./input-problem.js";
import { recordValue } from "./json-value.js";
import { readOrgFormation } from "./org-formation.js";
import { parseDocument } from "./parse-document.js";
import { parseJsonDocument } from "./parse-json-document.js";
import { readTerraform } from "./terraform/read-terraform.js";

const readAt = "2026-01-01T00:00:00Z";
const json = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../${path}`, import.meta.url), "utf8"));

const template = {
  Resources: {
    Org: { Type: "AWS::Organizations::Organization" },
    A: {
      Type: "AWS::Organizations::OrganizationalUnit",
      Properties: { Name: "A", ParentId: { "Fn::GetAtt": ["Org", "RootId"] } },
    },
    B: { Type: "AWS::Organizations::OrganizationalUnit", Properties: { Name: "B", ParentId: { Ref: "A" } } },
    P: {
      Type: "AWS::Organizations::Policy",
      Properties: {
        Name: "P",
        Type: "AISERVICES_OPT_OUT_POLICY",
        TargetIds: [{ Ref: "A" }, "r-abcd"],
        Content: { services: { default: { opt_out_policy: { "@@assign": "optOut" } } } },
      },
    },
  },
};
const organization = {
  Organization: {
    M: { Type: "OC::ORG::MasterAccount", Properties: { AccountName: "M", AccountId: "111111111111" } },
    A: {
      Type: "OC::ORG::OrganizationalUnit",
      Properties: { OrganizationalUnitName: "A", Accounts: [{ Ref: "C" }] },
    },
    C: { Type: "OC::ORG::Account", Properties: { AccountName: "C" } },
  },
};

/** Every place in a document, as the keys that lead there. */
function placesIn(value: unknown, keys: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [keys];
  return [keys, ...Object.entries(value).flatMap(([key, member]) => placesIn(member, [...keys, key]))];
}

function bent(document: unknown, keys: readonly string[], change: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return change;
  if (Array.isArray(document))
    return document.map((item: unknown, index) => (String(index) === key ? bent(item, rest, change) : item));
  const record = recordValue(document);
  return { ...record, [key]: bent(record[key], rest, change) };
}

const oddValue = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    "",
    0,
    true,
    [],
    {},
    "r-abcd",
    "r-efgh",
    "ou-abcd-12345678",
    "123456789012",
    "A",
    "B",
  ),
  fc.constantFrom<unknown>({ Ref: "A" }, { Ref: "B" }, { "Fn::Sub": "${A}" }, { "Fn::Join": ["", ["a"]] }),
  fc.jsonValue({ maxDepth: 2 }),
);

describe.each<readonly [string, unknown, (document: unknown) => OrganizationSnapshot]>([
  [
    "a plan",
    json("packages/cli/fixtures/terraform/reading.json"),
    (document) => readTerraform("x", recordValue(document), readAt),
  ],
  [
    "a state",
    json("examples/terraform/state.json"),
    (document) => readTerraform("x", recordValue(document), readAt),
  ],
  [
    "a template",
    template,
    (document) => readTemplate(parseJsonDocument("x", JSON.stringify(document)), new Map(), readAt),
  ],
  [
    "org-formation",
    organization,
    (document) => readOrgFormation(parseJsonDocument("x", JSON.stringify(document)), readAt),
  ],
])("%s", (_, document, read) => {
  const places = placesIn(document);

  test("bent anywhere", () => {
    const changes = fc.array(fc.tuple(fc.constantFrom(...places), oddValue), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(changes, (changes) => {
        const odd = changes.reduce((bending, [keys, value]) => bent(bending, keys, value), document);
        let snapshot: OrganizationSnapshot;
        try {
          snapshot = read(odd);
        } catch (error) {
          expect(error).toBeInstanceOf(InputProblem);
          return;
        }
        expect(parseSnapshot(serializeSnapshot(snapshot))).toMatchObject({ ok: true });
      }),
      { numRuns: 200 },
    );
  });
});

test("text of the signs of YAML and JSON is a document, or a problem", async () => {
  const unit = fc.constantFrom(...Array.from("::--[]{}&*!a0 \n\n\t\"'|>#?,%@<~.\\"));
  await fc.assert(
    fc.asyncProperty(fc.string({ unit, maxLength: 60 }), async (text) => {
      const problem: unknown = await parseDocument("x", text).then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(problem === undefined || problem instanceof InputProblem).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
