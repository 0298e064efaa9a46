// Inputs that mean harm, signed by somebody who may call: what becomes of each, and that nothing else changes.

import { describe, expect, test } from "vitest";
import { serving } from "./serving.fixture.js";
import type { Serving } from "./serving.fixture.js";
import { membersOf, send, signed } from "./signed-http.fixture.js";

const serialization = { __type: "SerializationException", message: expect.any(String) as string };
const invalid = (Reason: string) => ({
  __type: "InvalidInputException",
  Reason,
  Message: expect.any(String) as string,
});
const malformed = { __type: "MalformedPolicyDocumentException", Message: expect.any(String) as string };
const type = "AISERVICES_OPT_OUT_POLICY";

async function call({ url, keys }: Serving, target: string, body: string) {
  const answer = await send(url, await signed(url, keys, { target, body }));
  return { status: answer.status, members: answer.body === "" ? {} : membersOf(answer) };
}

const rootOf = ({ cell }: Serving) => [...cell.organizations.values()][0]!.root;

/** JSON of CreatePolicy around a content given as it is written in the request. */
const policy = (content: string): string =>
  `{"Type":"${type}","Name":"hostile","Description":"","Content":${content}}`;
/** The same around a document. */
const document = (text: string): string => policy(JSON.stringify(text));

describe("an input that is refused, and changes nothing", () => {
  test.each<readonly [what: string, operation: string, body: string, answer: object]>([
    ["a byte order mark", "ListAccounts", "\uFEFF{}", serialization],
    ["a member twice", "ListAccounts", '{"MaxResults":1,"MaxResults":2}', serialization],
    ["a member twice, once escaped", "ListAccounts", '{"MaxResults":1,"\\u004daxResults":2}', serialization],
    ["half a surrogate pair", "ListAccounts", '{"NextToken":"\\ud800"}', serialization],
    ["33 levels", "ListAccounts", `${'{"a":'.repeat(33)}1${"}".repeat(33)}`, serialization],
    ["a hundred thousand levels", "ListAccounts", "[".repeat(100_000), serialization],
    ["a number beyond all", "ListAccounts", '{"MaxResults":1e999}', serialization],
    ["a number below all", "ListAccounts", '{"MaxResults":-1e999}', serialization],
    ["a number beyond integers", "ListAccounts", '{"MaxResults":1e308}', serialization],
    ["a number of 400 digits", "ListAccounts", `{"MaxResults":${"9".repeat(400)}}`, serialization],
    ["a fraction", "ListAccounts", '{"MaxResults":1.5}', serialization],
    ["NaN", "ListAccounts", '{"MaxResults":NaN}', serialization],
    ["minus zero", "ListAccounts", '{"MaxResults":-0}', invalid("MIN_VALUE_EXCEEDED")],
    ["a large integer", "ListAccounts", '{"MaxResults":9007199254740991}', invalid("MAX_VALUE_EXCEEDED")],
    ["a number for a string", "ListAccounts", '{"NextToken":1}', serialization],
    [
      "a token of 100,001 characters",
      "ListAccounts",
      `{"NextToken":"${"x".repeat(100_001)}"}`,
      invalid("MAX_LENGTH_EXCEEDED"),
    ],
    ["a token of NUL", "ListAccounts", '{"NextToken":"\\u0000"}', invalid("INVALID_NEXT_TOKEN")],
    ["a list for an object", "ListAccounts", "[]", serialization],
    [
      "a prototype for an id",
      "DescribePolicy",
      '{"__proto__":{"PolicyId":"p-12345678"}}',
      invalid("INPUT_REQUIRED"),
    ],
    [
      "NUL in an id",
      "DescribePolicy",
      '{"PolicyId":"p-12345678\\u0000"}',
      invalid("INVALID_SYNTAX_POLICY_ID"),
    ],
    [
      "a line break behind an id",
      "DescribePolicy",
      '{"PolicyId":"p-12345678\\n"}',
      invalid("INVALID_SYNTAX_POLICY_ID"),
    ],
    [
      "a document of a million brackets",
      "CreatePolicy",
      document("[".repeat(1_000_000)),
      { __type: expect.stringMatching(/^(?:Constraint|Malformed)/) as string },
    ],
    ["a document with a key twice", "CreatePolicy", document('{"services":{},"services":{}}'), malformed],
    [
      "a document with half a surrogate pair",
      "CreatePolicy",
      document('{"services":{"\\ud800":{}}}'),
      malformed,
    ],
    ["a document of a prototype", "CreatePolicy", document('{"__proto__":{"services":{}}}'), malformed],
    [
      "a document with a prototype for a service",
      "CreatePolicy",
      document('{"services":{"__proto__":{"opt_out_policy":{"@@assign":"optOut"}}}}'),
      malformed,
    ],
    ["a document with a byte order mark", "CreatePolicy", document('\uFEFF{"services":{}}'), malformed],
    ["a document with NUL", "CreatePolicy", document('{"services":{}}\u0000'), malformed],
    [
      "a document with an infinite number",
      "CreatePolicy",
      document('{"services":{"default":{"opt_out_policy":{"@@assign":1e999}}}}'),
      malformed,
    ],
    ["an empty document", "CreatePolicy", document(""), invalid("MIN_LENGTH_EXCEEDED")],
  ])("%s in %s", async (_, operation, body, answer) => {
    const server = await serving({ example: true });
    const before = (await send(server.url, { method: "GET", path: "/metrics", headers: {}, body: "" })).body;
    const { status, members } = await call(server, operation, body);
    expect(status).toBe(400);
    expect(members).toMatchObject(answer);
    const after = (await send(server.url, { method: "GET", path: "/metrics", headers: {}, body: "" })).body;
    const revision = /^withhold_journal_revision \d+$/m;
    expect(revision.exec(after)?.[0]).toBe(revision.exec(before)?.[0]);
    expect(server.log.filter((line) => line.includes('"level":50'))).toStrictEqual([]);
  });
});

describe("an input that is unusual and allowed", () => {
  test.each([
    ["NUL and controls", "a\u0000b\u001b[2J\u007f"],
    ["text that runs both ways", "\u202eabc\u202c\ufeff"],
    ["characters beyond the first plane", "😀".repeat(128)],
    ["what looks like a prototype", "__proto__"],
    ["what looks like markup and quotes", `<script>'";--&amp;\\`],
  ])("a name of %s comes back as it was, also from the journal", async (_, name) => {
    const server = await serving({ example: true });
    const body = JSON.stringify({ ParentId: rootOf(server).id, Name: name });
    const made = await call(server, "CreateOrganizationalUnit", body);
    expect(made.members).toMatchObject({ OrganizationalUnit: { Name: name } });
    await server.close();
    const again = await serving({ dataDirectory: server.dataDirectory });
    const listed = await call(
      again,
      "ListOrganizationalUnitsForParent",
      JSON.stringify({ ParentId: rootOf(again).id }),
    );
    expect(listed.members["OrganizationalUnits"]).toContainEqual(expect.objectContaining({ Name: name }));
  });

  test("members that no operation knows are ignored, prototypes too", async () => {
    const server = await serving({ example: true });
    const body =
      '{"MaxResults":1,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"NewMember":[]}';
    expect((await call(server, "ListAccounts", body)).status).toBe(200);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});
