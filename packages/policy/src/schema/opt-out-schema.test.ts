// The schema against the parser: they agree on everything that a schema can say.

import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extendCatalogue } from "../catalogue.js";
import { parseJson } from "../json.js";
import type { JsonNode } from "../json.js";
import { anyPolicyText, optOutText } from "../lint/opt-out-text.fixture.js";
import { parsePolicy } from "../parse-policy.js";
import { optOutSchema } from "./opt-out-schema.js";

const ajv = new Ajv2020({ strict: true });
ajv.addKeyword("defaultSnippets");
const isValid = ajv.compile(optOutSchema());
const type = "AISERVICES_OPT_OUT_POLICY";

test("the published file is this schema", async () => {
  await expect(`${JSON.stringify(optOutSchema(), undefined, 2)}\n`).toMatchFileSnapshot(
    "../../schema/ai-opt-out-policy.schema.json",
  );
});

test("a catalogue of one's own counts", () => {
  const extended = extendCatalogue('{"services":{"acme-summaries":"Acme Summaries"}}');
  const policy = { services: { "acme-summaries": { opt_out_policy: { "@@assign": "optIn" } } } };
  expect(isValid(policy)).toBe(false);
  const schema = { ...optOutSchema(extended.ok ? extended.catalogue : undefined), $id: "urn:withhold:test" };
  expect(ajv.compile(schema)(policy)).toBe(true);
});

describe("valid for the schema means accepted by the parser, and the reverse", () => {
  const hasDuplicate = (node: JsonNode): boolean =>
    (node.kind === "array" && node.items.some(hasDuplicate)) ||
    (node.kind === "object" &&
      (new Set(node.members.map(({ key }) => key)).size < node.members.length ||
        node.members.some(({ value }) => hasDuplicate(value))));

  /** Undefined where the text says what no schema sees. */
  function agreed(text: string): boolean | undefined {
    const json = parseJson(text);
    if (!json.ok || hasDuplicate(json.root)) return undefined;
    const valid = parsePolicy(text, { type }).valid;
    expect({ text, valid: isValid(JSON.parse(text)) }).toEqual({ text, valid });
    return valid;
  }

  test("for policies and what people make of them", () => {
    const seen = { true: 0, false: 0, undefined: 0 };
    fc.assert(
      fc.property(fc.oneof(optOutText, anyPolicyText), (text) => {
        seen[`${agreed(text)}`] += 1;
      }),
      { numRuns: 3000 },
    );
    expect(Math.min(seen.true, seen.false)).toBeGreaterThan(300);
  });

  test("for anything made of the language's words", () => {
    const word = fc.constantFrom(
      ..."services default lex glue opt_out_policy @@assign @@append @@operators_allowed_for_child_policies".split(
        " ",
      ),
      "@@none",
      "@@all",
      "optOut",
      "optIn",
      "__proto__",
      "constructor",
      "",
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        word,
        fc.constantFrom(null, true, 1),
        fc.array(tie("value"), { maxLength: 2 }),
        fc.dictionary(word, tie("value"), { maxKeys: 3 }),
      ),
    }));
    let seen = 0;
    fc.assert(
      fc.property(value, (value) => {
        if (agreed(JSON.stringify(value)) !== undefined) seen += 1;
      }),
      { numRuns: 3000 },
    );
    expect(seen).toBe(3000);
  });

  test.each([
    '{"services":{"@@operators_allowed_for_child_policies":["@@none"]}}',
    '{"services":{"default":{"opt_out_policy":{"@@operators_allowed_for_child_policies":["@@none"]}}}}',
    '{"services":{"default":{"opt_out_policy":{"@@operators_allowed_for_child_policies":[]}}}}',
    '{"services":{"default":{"opt_out_policy":{"@@operators_allowed_for_child_policies":"@@none"}}}}',
    '{"services":{"default":{"@@operators_allowed_for_child_policies":["@@none"]}}}',
    '{"services":{"__proto__":{"opt_out_policy":{"@@assign":"optIn"}}}}',
    '{"@@operators_allowed_for_child_policies":["@@none"],"services":{"lex":{"opt_out_policy":{"@@assign":"optIn"}}}}',
    "[]",
    "null",
  ])("for %s", (text) => {
    expect(agreed(text)).toBeDefined();
  });
});
