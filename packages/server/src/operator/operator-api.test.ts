import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import fastify from "fastify";
import { CreateOrganizationCommand } from "@aws-sdk/client-organizations";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { RootAccessKey } from "../cell/standalone-account.js";
import { serving } from "../serving.fixture.js";
import type { Serving } from "../serving.fixture.js";
import { formHeaders, identityForm, elementOf, membersOf, send, signed } from "../signed-http.fixture.js";
import type { PlainAnswer, Signing } from "../signed-http.fixture.js";
import { openApiDocument } from "./open-api-document.js";
import { operatorRoutes } from "./operator-routes.js";

const json = { "content-type": "application/json" };
const solo = { name: "Solo", email: "solo@example.com" };
const ours: Signing = {
  path: "/v1/accounts",
  service: "withhold",
  headers: json,
  body: JSON.stringify(solo),
};

const ask = async (
  { url, keys }: Pick<Serving, "url" | "keys">,
  change: Signing = {},
): Promise<PlainAnswer> => send(url, await signed(url, keys, { ...ours, ...change }));

/** Who a key belongs to, as STS says. */
async function accountOf(url: string, keys: RootAccessKey): Promise<string | undefined> {
  const signing = { service: "sts", headers: formHeaders, body: identityForm };
  return elementOf(await send(url, await signed(url, keys, signing)), "Account");
}

/** Holds an answer against the document, as a generated client would. */
function conforms({ status, body, headers }: PlainAnswer): void {
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema(openApiDocument, "api");
  const { responses } = openApiDocument.paths["/v1/accounts"].post;
  expect(Object.keys(responses)).toContain(String(status));
  expect(headers["content-type"]).toMatch(/^application\/json/);
  const { $ref } = responses[String(status) as keyof typeof responses].content["application/json"].schema;
  const holds = ajv.compile({ $ref: `api${$ref}` });
  expect([holds(JSON.parse(body)), holds.errors]).toEqual([true, null]);
}

describe("the description", () => {
  test("is a valid OpenAPI document, served to everybody", async () => {
    const { url } = await serving();
    const answer = await send(url, { method: "GET", path: "/v1/openapi.json", headers: {}, body: "" });
    expect(answer.status).toBe(200);
    expect(membersOf(answer)).toEqual(openApiDocument);
    expect(await new Validator().validate(answer.body)).toEqual({ valid: true });
  });

  test("has the routes that there are, and no other", async () => {
    const app = fastify();
    const routes: string[] = [];
    app.addHook("onRoute", ({ method, url }) => {
      for (const one of [method].flat()) if (one !== "HEAD") routes.push(`${one.toLowerCase()} ${url}`);
    });
    const refuse = () => Promise.reject(new Error("never asked"));
    const never = {
      createAccount: refuse,
      askPermissions: refuse,
      putRootPassword: refuse,
      deleteRootPassword: refuse,
      signIn: refuse,
      createSignInLink: refuse,
    };
    await app.register(operatorRoutes(never, { answered: () => {} }), { prefix: "/v1" });
    await app.ready();
    const described = Object.entries(openApiDocument.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(routes.toSorted()).toEqual(described.toSorted());
    await app.close();
  });
});

describe("making an account", () => {
  test("answers with its root access key, which can found an organization at once", async () => {
    const { url, keys } = await serving();
    const answer = await ask({ url, keys });
    expect([answer.status, answer.headers["cache-control"]]).toEqual([201, "no-store"]);
    conforms(answer);
    const { account, rootAccessKey } = membersOf(answer) as {
      account: { id: string };
      rootAccessKey: RootAccessKey;
    };
    expect(account).toStrictEqual({ id: expect.stringMatching(/^[1-9]\d{11}$/) as string, ...solo });
    expect(await accountOf(url, rootAccessKey)).toBe(account.id);
    const founded = await send(url, await signed(url, rootAccessKey, { target: "CreateOrganization" }));
    expect(membersOf(founded)).toMatchObject({
      Organization: { MasterAccountId: account.id, MasterAccountEmail: solo.email },
    });
  });

  test("tells the secret once: neither a file nor the log holds it, and it works after a restart", async () => {
    const first = await serving();
    const { rootAccessKey: made } = membersOf(await ask(first)) as { rootAccessKey: RootAccessKey };
    await first.close();
    const { dataDirectory, log } = first;
    const files = readdirSync(dataDirectory).map((name) => readFileSync(join(dataDirectory, name), "latin1"));
    expect(files.some((text) => text.includes(made.accessKeyId))).toBe(true);
    expect([...files, ...log].filter((text) => text.includes(made.secretAccessKey))).toEqual([]);
    const second = await serving({ dataDirectory });
    expect(await accountOf(second.url, made)).toMatch(/^\d{12}$/);
  });

  test.each(["solo@example.com", "SOLO@Example.com", "root@withhold.localhost"])(
    "is refused where another account has the address %s",
    async (email) => {
      const server = await serving();
      await ask(server);
      const answer = await ask(server, { body: JSON.stringify({ name: "Twin", email }) });
      expect([answer.status, membersOf(answer)["error"]]).toMatchObject([
        409,
        { code: "email-taken", place: "$.email" },
      ]);
      conforms(answer);
      expect(server.cell.accounts.size).toBe(2);
    },
  );

  test("of two that race for one address, one is made", async () => {
    const server = await serving();
    const answers = await Promise.all([ask(server), ask(server), ask(server)]);
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(["201", "409", "409"]);
  });
});

describe("who may not", () => {
  test("an account that the operator made, whatever it manages", async () => {
    const server = await serving();
    const { rootAccessKey: keys } = membersOf(await ask(server)) as { rootAccessKey: RootAccessKey };
    await send(server.url, await signed(server.url, keys, { target: "CreateOrganization" }));
    const body = JSON.stringify({ name: "More", email: "more@example.com" });
    const answer = await ask({ url: server.url, keys }, { body });
    expect([answer.status, membersOf(answer)]).toMatchObject([403, { error: { code: "not-operator" } }]);
    conforms(answer);
    expect(server.cell.accounts.size).toBe(2);
  });

  test.each<readonly [string, Signing | undefined]>([
    ["nobody in particular", undefined],
    ["whoever signed for another service", { service: "organizations" }],
    ["whoever signed for another path", { path: "/" }],
    ["whoever signed another body", { body: "{}" }],
    ["whoever signed yesterday", { at: Date.now() - 86_400_000 }],
  ])("%s", async (_, change) => {
    const { url, keys, cell } = await serving();
    const good = await signed(url, keys, { ...ours, ...change });
    const { authorization: __, ...unsigned } = good.headers;
    const headers = change === undefined ? unsigned : good.headers;
    const answer = await send(url, { ...good, headers, path: "/v1/accounts", body: JSON.stringify(solo) });
    expect([answer.status, answer.headers["www-authenticate"]]).toEqual([401, "AWS4-HMAC-SHA256"]);
    expect(membersOf(answer)).toMatchObject({ error: { code: "unauthenticated" } });
    conforms(answer);
    expect(cell.accounts.size).toBe(1);
  });

  test("the operator, at AWS's API, with what was signed for this one", async () => {
    const { url, keys } = await serving();
    const call = await signed(url, keys, { service: "withhold", target: "CreateOrganization" });
    expect(membersOf(await send(url, call))).toMatchObject({ __type: "InvalidSignatureException" });
  });
});

describe("what cannot be read", () => {
  const long = { name: "Solo", email: `${"x".repeat(53)}@example.com` };
  test.each<readonly [string, Signing, number, string, string | undefined]>([
    ["a body that is no JSON", { body: "{" }, 400, "invalid-request", "$"],
    ["a list", { body: "[]" }, 400, "invalid-request", "$"],
    ["no body", { body: "" }, 400, "invalid-request", "$.name"],
    ["no name", { body: '{"email":"a@b.cc"}' }, 400, "invalid-request", "$.name"],
    ["an empty name", { body: '{"name":"","email":"a@b.cc"}' }, 400, "invalid-request", "$.name"],
    ["no address", { body: '{"name":"Solo"}' }, 400, "invalid-request", "$.email"],
    ["no such address", { body: '{"name":"Solo","email":"nobody"}' }, 400, "invalid-request", "$.email"],
    ["a long address", { body: JSON.stringify(long) }, 400, "invalid-request", "$.email"],
    ["a number", { body: '{"name":1,"email":"a@b.cc"}' }, 400, "invalid-request", "$.name"],
    [
      "a member that is none",
      { body: JSON.stringify({ ...solo, id: "1" }) },
      400,
      "invalid-request",
      '$["id"]',
    ],
    ["a form", { headers: formHeaders }, 415, "unsupported-media-type", undefined],
    ["20 kB", { body: `"${"x".repeat(20_000)}"` }, 413, "too-large", undefined],
  ])("%s", async (_, change, status, code, place) => {
    const server = await serving();
    const answer = await ask(server, change);
    const { error } = membersOf(answer) as { error: Record<string, unknown> };
    expect([answer.status, error["code"], error["place"]]).toEqual([status, code, place]);
    conforms(answer);
    expect(server.cell.accounts.size).toBe(1);
  });

  test("another path or method is told where to look", async () => {
    const { url } = await serving();
    for (const [method, path] of [
      ["GET", "/v1/accounts"],
      ["POST", "/v1/accounts/"],
      ["GET", "/v1"],
    ] as const) {
      const answer = await send(url, { method, path, headers: {}, body: "" });
      expect([answer.status, membersOf(answer)]).toMatchObject([404, { error: { code: "not-found" } }]);
    }
  });
});

test("metrics count these calls, by code", async () => {
  const server = await serving();
  await ask(server);
  await ask(server);
  const { body } = await send(server.url, { method: "GET", path: "/metrics", headers: {}, body: "" });
  expect(body).toContain('withhold_answers_total{operation="CreateStandaloneAccount",code="ok"} 1');
  expect(body).toContain('withhold_answers_total{operation="CreateStandaloneAccount",code="email-taken"} 1');
});

test("an organization that the first account made in another partition changes nothing but the region to sign for", async () => {
  const server = await serving();
  await server.client("cn-north-1").send(new CreateOrganizationCommand({}));
  expect((await ask(server)).status).toBe(401);
  expect((await ask(server, { region: "cn-north-1" })).status).toBe(201);
});
