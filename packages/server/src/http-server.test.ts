// The rim: what the server says before, beside and instead of an operation.

import { connect } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { once } from "node:events";
import { pino } from "pino";
import { describe, expect, onTestFinished, test } from "vitest";
import { Fault } from "@withhold/organization";
import type { OperationRunner } from "./requests/run-operation.js";
import { State } from "./cell/state.js";
import { NotRecorded, WriterBusy, WriterStopped } from "./cell/write-refusals.js";
import { opening, writerBench } from "./cell/writer-bench.fixture.js";
import { httpServer } from "./http-server.js";
import { requestBodyBytesMax } from "./limits.js";
import { metrics } from "./metrics.js";
import { authenticator } from "./requests/authenticate.js";
import type { Authenticate } from "./requests/authenticate.js";
import { organizationsEndpoint } from "./requests/organizations-endpoint.js";
import { pipeline } from "./requests/pipeline.js";
import { KeyUses } from "./requests/key-uses.js";
import { queryEndpoint } from "./requests/query-endpoint.js";
import { identityRunner } from "./requests/run-identity-operation.js";
import { SessionTokens } from "./cell/session-token.js";
import { Passwords } from "./sign-in/passwords.js";
import { SignInAttempts } from "./sign-in/sign-in-attempts.js";
import { serving } from "./serving.fixture.js";
import {
  elementOf,
  formHeaders,
  identityForm,
  jsonHeaders,
  membersOf,
  send,
  signed,
  signedForm,
} from "./signed-http.fixture.js";
import type { PlainRequest, Signing } from "./signed-http.fixture.js";

const get = (path: string): PlainRequest => ({ method: "GET", path, headers: {}, body: "" });

describe("an operation", () => {
  test("answers 200 in JSON with a request id of its own", async () => {
    const { url, keys } = await serving({ example: true });
    const request = await signed(url, keys);
    const answers = [await send(url, request), await send(url, request)];
    for (const answer of answers) {
      expect(answer).toMatchObject({
        status: 200,
        headers: { "content-type": "application/x-amz-json-1.1" },
      });
      expect(membersOf(answer)).toMatchObject({ Roots: [{ Name: "Root" }] });
    }
    const ids = new Set(answers.map(({ headers }) => headers["x-amzn-requestid"]));
    expect(ids.size).toBe(2);
  });

  test.each<{
    readonly how: string;
    readonly signing: Signing;
    readonly answer: Readonly<Record<string, unknown>>;
  }>([
    {
      how: "is refused by its rule",
      signing: {},
      answer: { __type: "AWSOrganizationsNotInUseException", Message: expect.any(String) },
    },
    {
      how: "is refused by the constraint table",
      signing: { body: '{"MaxResults":21}' },
      answer: { __type: "InvalidInputException", Reason: "MAX_VALUE_EXCEEDED", Message: expect.any(String) },
    },
    {
      how: "may not be called, whatever its token says,",
      signing: { body: '{"NextToken":"MjA="}' },
      answer: { __type: "AWSOrganizationsNotInUseException", Message: expect.any(String) },
    },
    {
      how: "has a body that is no JSON",
      signing: { body: "{" },
      answer: { __type: "SerializationException", message: expect.any(String) },
    },
    {
      how: "is unknown to AWS",
      signing: { target: "ListEverything" },
      answer: { __type: "UnknownOperationException", message: expect.any(String) },
    },
    {
      how: "is named by no target at all",
      signing: { headers: jsonHeaders },
      answer: { __type: "UnknownOperationException", message: expect.any(String) },
    },
  ])("that $how is told so with status 400", async ({ signing, answer }) => {
    const { url, keys } = await serving();
    const got = await send(url, await signed(url, keys, signing));
    expect(got).toMatchObject({ status: 400, headers: { "content-type": "application/x-amz-json-1.1" } });
    expect(membersOf(got)).toStrictEqual(answer);
  });

  test("that gets a token that nobody gave it is told so", async () => {
    const { url, keys } = await serving({ example: true });
    const got = await send(url, await signed(url, keys, { body: '{"NextToken":"MjA="}' }));
    expect(membersOf(got)).toMatchObject({ __type: "InvalidInputException", Reason: "INVALID_NEXT_TOKEN" });
  });

  test("is never run by GET, which presigned URLs of STS use", async () => {
    const { url, keys } = await serving({ example: true });
    const request = await signed(url, keys);
    const got = await send(url, { ...request, method: "GET", body: "" });
    expect(got).toMatchObject({ status: 403, headers: { "content-type": "text/xml" } });
  });

  test("may come without a content type", async () => {
    const { url, keys } = await serving();
    const headers = { "x-amz-target": "AWSOrganizationsV20161128.DescribeOrganization" };
    const answer = await send(url, await signed(url, keys, { headers }));
    expect(membersOf(answer)).toMatchObject({ __type: "AWSOrganizationsNotInUseException" });
  });

  test.each([
    [requestBodyBytesMax, 400, "MAX_LENGTH_EXCEEDED"],
    [requestBodyBytesMax + 1, 413, "RequestEntityTooLargeException"],
  ])("with a body of %d bytes gets %d", async (bytes, status, says) => {
    const { url, keys } = await serving({ example: true });
    const frame = '{"Name":"","ParentId":"r-root"}';
    const body = frame.replace('""', `"${"x".repeat(bytes - frame.length)}"`);
    const request = await signed(url, keys, { target: "CreateOrganizationalUnit", body });
    const answer = await send(url, { ...request, headers: { ...request.headers, connection: "close" } });
    expect(answer.status).toBe(status);
    expect(answer.body).toContain(says);
  });
});

describe("what is no operation", () => {
  test.each([
    ["GET", "/healthz", 200, "ok\n"],
    ["GET", "/readyz", 200, "ready\n"],
  ])("%s %s answers %d", async (method, path, status, body) => {
    const { url } = await serving();
    expect(await send(url, { ...get(path), method })).toMatchObject({ status, body });
  });

  test.each([
    ["GET", "/nowhere"],
    ["PUT", "/"],
    ["DELETE", "/"],
    ["POST", "/healthz"],
    ["GET", "//"],
    ["GET", "/%"],
  ])("%s %s is not there, and says so in JSON", async (method, path) => {
    const { url } = await serving();
    const answer = await send(url, { ...get(path), method });
    expect(answer.headers["content-type"]).toBe("application/x-amz-json-1.1");
    expect([400, 404]).toContain(answer.status);
    expect(membersOf(answer)).toMatchObject({ __type: expect.stringMatching(/Exception$/) as string });
  });

  test.each([
    ["no HTTP at all", "hello\r\n\r\n", 400],
    ["a head that is too large", `GET / HTTP/1.1\r\nhost: x\r\nx: ${"x".repeat(20_000)}\r\n\r\n`, 431],
    ["a body longer than it says", "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\n\r\nxx", 400],
    ["two lengths", "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nx", 400],
  ])("%s is refused, and the server goes on", async (_, bytes, status) => {
    const { url } = await serving();
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    const chunks: Buffer[] = [];
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.end(bytes);
    await once(socket, "close");
    expect(Buffer.concat(chunks).toString()).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(await send(url, get("/healthz"))).toMatchObject({ status: 200 });
  });
});

const idleMetrics = () => metrics({ state: new State(), waiting: 0, working: true });

/** A server whose operations do what a test says, for a caller who is let in unseen. */
async function serverOver(run: OperationRunner["run"]) {
  const log: string[] = [];
  const logger = pino({ level: "debug" }, { write: (line) => log.push(line) });
  const caller = {
    accountId: "1",
    credential: { kind: "system", accountId: "1" },
    actor: { system: "example" },
    partition: "aws",
    facts: { region: "us-east-1", sourceIp: undefined },
    requestId: "r",
  } as const;
  const everybody: Authenticate = async (_, [service]) => {
    if (service === undefined) throw new Error("no service");
    return { ok: true, caller, service };
  };
  const app = httpServer({
    pipeline: pipeline(
      {
        json: organizationsEndpoint(everybody, { run }, logger),
        query: queryEndpoint(
          async () => {
            throw new Error("the secret of sts");
          },
          { run: async () => ({}) },
          logger,
        ),
      },
      logger,
    ),
    ready: () => true,
    metrics: idleMetrics(),
  });
  await app.listen({ host: "127.0.0.1", port: 0 });
  onTestFinished(async () => app.close());
  return { url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`, log };
}

const listRoots: PlainRequest = {
  method: "POST",
  path: "/",
  headers: { ...jsonHeaders, "x-amz-target": "AWSOrganizationsV20161128.ListRoots" },
  body: "{}",
};

describe("a failure of ours", () => {
  test.each<{
    readonly how: string;
    readonly error: Error;
    readonly status: number;
    readonly type: string;
    readonly says: string;
    readonly more?: Readonly<Record<string, string>>;
    readonly logged: boolean;
  }>([
    {
      how: "a bug",
      error: new TypeError("the secret reason"),
      status: 500,
      type: "ServiceException",
      says: "something went wrong here; the server's log says what, under request id ",
      logged: true,
    },
    {
      how: "a fault that the operation does not declare",
      error: new Fault("PolicyInUseException", "the secret reason"),
      status: 500,
      type: "ServiceException",
      says: "something went wrong here; the server's log says what, under request id ",
      logged: true,
    },
    {
      how: "a write that was not recorded",
      error: new NotRecorded("the secret reason"),
      status: 500,
      type: "ServiceException",
      says: "the change could not be stored and did not happen; try again",
      logged: true,
    },
    {
      how: "a writer that stopped",
      error: new WriterStopped("stopped", { cause: new Error("the secret reason") }),
      status: 500,
      type: "ServiceException",
      says: "something went wrong here; the server's log says what, under request id ",
      logged: true,
    },
    {
      how: "a writer that is busy",
      error: new WriterBusy("the secret reason"),
      status: 400,
      type: "TooManyRequestsException",
      says: "too many changes wait already; try again in a moment",
      more: { Type: "OVERLOAD" },
      logged: false,
    },
    {
      how: "a fault that the operation declares as ours",
      error: new Fault("ServiceException", "the disk is full"),
      status: 500,
      type: "ServiceException",
      says: "the disk is full",
      logged: false,
    },
  ])(
    "$how is $type, and its cause is for the log alone",
    async ({ error, status, type, says, more, logged }) => {
      const { url, log } = await serverOver(async () => Promise.reject(error));
      const answer = await send(url, listRoots);
      expect(answer.status).toBe(status);
      const id = answer.headers["x-amzn-requestid"] as string;
      const Message = says.endsWith(" id ") ? says + id : says;
      expect(membersOf(answer)).toStrictEqual({ __type: type, Message, ...more });
      expect(answer.body).not.toContain("secret reason");
      const failures = log.filter((line) => line.includes("the operation failed"));
      expect(failures).toHaveLength(logged ? 1 : 0);
      if (logged) expect(failures[0]).toContain("the secret reason");
      if (logged)
        expect(JSON.parse(failures[0] ?? "")).toMatchObject({
          level: 50,
          operation: "ListRoots",
          requestId: id,
        });
    },
  );

  test("outside any operation is answered in the protocol of the request, and logged", async () => {
    const { url, log } = await serverOver(async () => Promise.reject(new Error("unused")));
    const answer = await send(url, { method: "POST", path: "/", headers: formHeaders, body: identityForm });
    expect(answer).toMatchObject({ status: 500, headers: { "content-type": "text/xml" } });
    expect([elementOf(answer, "Code"), elementOf(answer, "Type")]).toStrictEqual([
      "InternalFailure",
      "Receiver",
    ]);
    expect(answer.body).not.toContain("the secret of sts");
    expect(log.join("")).toContain("the secret of sts");
  });
});

describe("a writer that stopped", () => {
  test("makes the server unready and every answer a failure, while it stays alive", async () => {
    const bench = await writerBench();
    const logger = pino({ level: "silent" });
    const { writer } = bench;
    const sessions = new SessionTokens(writer.sealingKey);
    const attempts = new SignInAttempts(Date.now);
    const passwords = new Passwords();
    const options = { writer, sessions, keyUses: new KeyUses(), passwords, attempts, clock: Date.now };
    const authenticate = authenticator(options);
    const run: OperationRunner["run"] = async () => writer.read(() => ({}));
    const json = organizationsEndpoint(authenticate, { run }, logger);
    const query = queryEndpoint(authenticate, identityRunner(options), logger);
    const app = httpServer({
      pipeline: pipeline({ json, query }, logger),
      ready: () => writer.working,
      metrics: metrics(writer),
    });
    await app.listen({ host: "127.0.0.1", port: 0 });
    onTestFinished(async () => app.close());
    const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    const keys = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "secret-of-example" };
    await bench.writer.write({
      ...opening("1"),
      decide: () => ({
        events: [
          { type: "account.created", accountId: "1", email: "1@example.com", name: "1" },
          { type: "access-key.created", accessKeyId: keys.accessKeyId, accountId: "1" },
        ],
        secrets: new Map([[`access-key/${keys.accessKeyId}`, keys.secretAccessKey]]),
        output: () => [],
      }),
    });
    const ask = async () => send(url, await signed(url, keys));
    expect([(await ask()).status, (await send(url, get("/readyz"))).status]).toStrictEqual([200, 200]);

    bench.journal.endings.push("lost");
    bench.journal.refusal = new Error("no such disk");
    await expect(bench.writer.write(opening("2"))).rejects.toMatchObject({ name: "WriterStopped" });

    expect(await send(url, get("/readyz"))).toMatchObject({ status: 503, body: "not ready\n" });
    expect(await send(url, get("/healthz"))).toMatchObject({ status: 200 });
    expect((await send(url, get("/metrics"))).body).toMatch(/^withhold_ready 0$/m);
    expect(await ask()).toMatchObject({ status: 500 });
    const sts = await send(url, await signedForm(url, keys));
    expect([sts.status, elementOf(sts, "Type")]).toStrictEqual([500, "Receiver"]);
  });
});

describe("/metrics", () => {
  test("counts answers by operation and error code, and names no more than there are", async () => {
    const { url, keys } = await serving({ example: true });
    await send(url, await signed(url, keys));
    await send(url, await signed(url, keys));
    await send(url, get("/?Action=Nonsense"));
    const answer = await send(url, get("/metrics"));
    expect(answer).toMatchObject({
      status: 200,
      headers: { "content-type": expect.stringContaining("text/plain") },
    });
    const counted = answer.body.match(
      /^withhold_(?:answers_total|journal_revision|writes_waiting|ready).*$/gm,
    );
    expect(counted?.toSorted()).toEqual([
      'withhold_answers_total{operation="ListRoots",code="ok"} 2',
      'withhold_answers_total{operation="none",code="MissingAuthenticationToken"} 1',
      "withhold_journal_revision 22",
      "withhold_ready 1",
      "withhold_writes_waiting 0",
    ]);
  });
});

describe("closing", () => {
  test("answers what was begun on a connection that would be kept, and ends without waiting for the client", async () => {
    let release = (): void => {};
    let begun = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const running = new Promise<void>((resolve) => (begun = resolve));
    const app = httpServer({
      pipeline: async () => {
        begun();
        await held;
        return { status: 200, contentType: "text/plain", body: "answered" };
      },
      ready: () => true,
      metrics: idleMetrics(),
    });
    await app.listen({ host: "127.0.0.1", port: 0 });
    const socket: Socket = connect((app.server.address() as AddressInfo).port, "127.0.0.1");
    const chunks: Buffer[] = [];
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\n{}");
    await running;
    const closed = Promise.all([app.close(), once(socket, "close")]);
    release();
    await closed;
    expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1.1 200 [^]*answered$/);
  });
});
