import { describe, expect, test } from "vitest";
import { parsePolicyDocument } from "./parse-policy-document.js";
import { policyKinds } from "./policy-kind.js";
import type { PolicyKind } from "./policy-kind.js";

const parse = (text: string, kind: PolicyKind = "managed") => parsePolicyDocument(text, { kind, name: "it" });

test("a finding names its place in the text", () => {
  const text = [
    "{",
    '  "Version": "2012-10-17",',
    '  "Statement": [',
    '    { "Effect": "Allow", "Action": "*", "Resource": "*" },',
    '    { "Effect": "Allow", "Action": ["iam:*", "nothing"],',
    '      "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "maybe" } } }',
    "  ]",
    "}",
  ].join("\r\n");
  expect(parse(text)).toEqual({
    ok: false,
    findings: [
      {
        path: "$.Statement[1].Action[1]",
        position: { line: 5, column: 46 },
        message: "`nothing` is no action; write the service and the name, such as `organizations:List*`",
      },
      {
        path: "$.Statement[1].Condition.Bool['aws:SecureTransport']",
        position: { line: 6, column: 72 },
        message: "`maybe` does not fit `Bool`, which takes `true` or `false`",
      },
    ],
  });
});

test("a document that is nothing but wrong has a bounded list of findings", () => {
  const statements = Array.from({ length: 400 }, () => ({}));
  const parsed = parse(JSON.stringify({ Statement: statements }));
  expect(!parsed.ok && parsed.findings.length).toBe(50);
});

test("statements know their policy and their place", () => {
  const parsed = parse(
    '{"Statement":[{"Effect":"Deny","Action":"iam:*","Resource":"*"},{"Sid":"Two","Effect":"Allow","Action":"*","Resource":"*"}]}',
  );
  expect(parsed).toMatchObject({
    ok: true,
    policy: {
      name: "it",
      denies: [{ policy: "it", sid: "", index: 0 }],
      allows: [{ policy: "it", sid: "Two", index: 1 }],
    },
  });
});

describe("sizes", () => {
  const smallest: Readonly<Record<string, object>> = {
    absent: { Effect: "Deny", Action: "sts:X", Resource: "*" },
    everyone: { Effect: "Deny", Principal: "*", Action: "sts:X", Resource: "*" },
  };
  const named = { Effect: "Deny", Principal: "*", Action: "organizations:X", Resource: "*" };
  const trust = { Effect: "Deny", Principal: "*", Action: "sts:X" };

  /** A document of exactly so many characters, `spaces` of them between its tokens. */
  function documentOf(kind: PolicyKind, characters: number, spaces: string): string {
    const { principal } = policyKinds[kind];
    const statement = kind === "trust" ? trust : kind === "delegation" ? named : smallest[principal];
    const filled = (sid: string): string =>
      `{"Version":"2012-10-17",${spaces}"Statement":${JSON.stringify({ Sid: sid, ...statement })}}`;
    return filled("x".repeat(characters - filled("").length));
  }

  test.each(Object.entries(policyKinds))("%s: both sides of the limit", (name, { charactersMax }) => {
    const kind = name as PolicyKind;
    expect(parse(documentOf(kind, charactersMax, ""), kind)).toMatchObject({ ok: true });
    expect(parse(documentOf(kind, charactersMax + 1, ""), kind)).toMatchObject({
      ok: false,
      findings: [
        {
          path: "$",
          message: expect.stringContaining(`${charactersMax.toLocaleString("en-US")} are allowed`),
        },
      ],
    });
  });

  test.each(Object.entries(policyKinds))("%s: white space", (name, { charactersMax, countsWhiteSpace }) => {
    const kind = name as PolicyKind;
    const spaces = " \n\t ";
    const parsed = parse(documentOf(kind, charactersMax + spaces.length, spaces), kind);
    expect(parsed.ok).toBe(!countsWhiteSpace);
  });

  test("a character outside the first plane is one", () => {
    const sid = "😀".repeat(100);
    const text = JSON.stringify({ Version: "2012-10-17", Statement: { Sid: sid, ...named } });
    const room = 40_000 - (text.length - 100);
    expect(parse(text + " ".repeat(room), "delegation")).toMatchObject({ ok: true });
    expect(parse(text + " ".repeat(room + 1), "delegation")).toMatchObject({ ok: false });
  });

  test("a text longer than any policy is not parsed", () => {
    expect(parse(`{${" ".repeat(131_072)}`)).toMatchObject({
      ok: false,
      findings: [{ message: expect.stringContaining("131,073 characters") }],
    });
  });
});
