// More than the server can hold: what is refused, what memory it takes, and that all is well afterwards.

import { once } from "node:events";
import type { Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test, vi } from "vitest";
import {
  CreateOrganizationCommand,
  ListRootsCommand,
  OrganizationsClient,
} from "@aws-sdk/client-organizations";
import { defaultQuotas } from "@withhold/organization";
import type { ServerLimits } from "./limits.js";
import { answered, exchanged, opened, post, rawServer, received } from "./raw-http.fixture.js";
import { serving } from "./serving.fixture.js";
import { signed } from "./signed-http.fixture.js";
import type { PlainRequest } from "./signed-http.fixture.js";

const codes = (text: string): readonly string[] => text.match(/(?<="__type":")\w+/g) ?? [];
const statuses = (text: string): readonly string[] => text.match(/(?<=HTTP\/1\.1 )\d+/g) ?? [];

/** A server whose answers wait until they are let go. */
async function heldServer(limits: Partial<ServerLimits>) {
  const waiting: (() => void)[] = [];
  const server = await rawServer(async () => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return answered;
  }, limits);
  const release = (): void => {
    for (const go of waiting.splice(0)) go();
  };
  return { ...server, waiting, release };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await delay(5);
}

describe("requests beyond the limit", () => {
  test("are told at once to come back, on a connection that goes on, and are answered when they do", async () => {
    const { open, waiting, release } = await heldServer({ requestsMax: 2 });
    const held = [open(), open()];
    for (const socket of held) socket.write(post("{}"));
    await until(() => waiting.length === 2);
    const late = open();
    late.write(post("{}"));
    const [refusal] = (await once(late, "data")) as [Buffer];
    expect(refusal.toString()).toMatch(
      /^HTTP\/1\.1 503 [^]*keep-alive[^]*"__type":"ServiceUnavailable","message":".*try again/,
    );
    release();
    late.write(post("{}", "connection: close"));
    await until(() => waiting.length === 1);
    release();
    expect(await received(late)).toMatch(/^HTTP\/1\.1 200 [^]*answered$/);
  });

  test("on one connection that never waits are bounded alike", async () => {
    const { open, waiting, release } = await heldServer({ requestsMax: 10 });
    const text = exchanged(open(), post("{}").repeat(99) + post("{}", "connection: close"));
    await until(() => waiting.length === 10);
    await delay(20);
    expect(waiting).toHaveLength(10);
    release();
    const got = statuses(await text);
    expect(got.filter((status) => status === "200")).toHaveLength(10);
    expect(got.filter((status) => status === "503")).toHaveLength(90);
  });

  test("leave room again when their clients go away in the middle", async () => {
    const { open, app } = await rawServer(undefined, { requestsMax: 1 });
    const gone = open();
    gone.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n{");
    await once(app.server, "request");
    expect(statuses(await exchanged(open(), post("{}", "connection: close")))).toStrictEqual(["503"]);
    gone.resetAndDestroy();
    await delay(20);
    expect(statuses(await exchanged(open(), post("{}", "connection: close")))).toStrictEqual(["200"]);
  });
});

test("the AWS SDK takes a refusal for want of room as a reason to try again, and gets through", async () => {
  const { url, keys } = await serving({ example: true, limits: { requestsMax: 1 } });
  const client = (maxAttempts: number) =>
    new OrganizationsClient({ endpoint: url, region: "us-east-1", credentials: keys, maxAttempts });
  const slow = opened(Number(new URL(url).port));
  slow.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n{");
  await vi.waitFor(async () => {
    const refusal = await client(1)
      .send(new ListRootsCommand({}))
      .catch((error: unknown) => error);
    expect(refusal).toMatchObject({ name: "ServiceUnavailable", $metadata: { httpStatusCode: 503 } });
  });
  const patient = client(20);
  // Whatever the machine is busy with: room comes only once an attempt has been refused.
  patient.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        slow.destroy();
        throw error;
      }
    },
    { step: "deserialize", priority: "high" },
  );
  const { Roots, $metadata } = await patient.send(new ListRootsCommand({}));
  expect(Roots).toHaveLength(1);
  expect($metadata.attempts).toBeGreaterThan(1);
});

describe("bodies", () => {
  test("of all clients together are bounded: who sends beyond that is told to come back", async () => {
    const { open } = await rawServer(undefined, { bodiesBytesMax: 300_000 });
    const part = `POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 200000\r\n\r\n${"x".repeat(100_000)}`;
    const slow = [open(), open(), open(), open()];
    const texts = slow.map(async (socket) => exchanged(socket, part));
    // Each holds up to twice what it sent, so at least one does not fit.
    const first = await Promise.race(texts);
    expect(statuses(first)).toStrictEqual(["503"]);
    for (const socket of slow) socket.destroy();
    const again = async () => exchanged(open(), post("x".repeat(100_000), "connection: close"));
    await vi.waitFor(async () => expect(statuses(await again())).toStrictEqual(["200"]));
  });

  test("of many slow clients take no more memory than that", async () => {
    const bodiesBytesMax = 8 * 1024 * 1024;
    const { open, app } = await rawServer(undefined, { bodiesBytesMax });
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const buffers = (): number => {
      collect();
      return process.memoryUsage().arrayBuffers;
    };
    const before = buffers();
    const clients = 100;
    const body = Buffer.alloc(1024 * 1024 - 1, "x");
    const slow = Array.from({ length: clients }, open);
    let answers = 0;
    for (const socket of slow) {
      socket.on("data", () => (answers += 1));
      socket.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1048576\r\n\r\n");
      socket.write(body);
    }
    // Each of these fits alone; a hundred of them would be 100 MiB.
    await until(() => answers >= clients - bodiesBytesMax / body.length - 1);
    // Twice: while a buffer doubles, both are there. The rest is what sockets have under way, of both sides: it drains.
    await vi.waitFor(
      () => expect(buffers() - before).toBeLessThan(2 * bodiesBytesMax + 8 * 1024 * 1024),
      10_000,
    );
    expect(answers).toBeLessThan(clients);
    expect(app.server.listening).toBe(true);
  });
});

describe("connections", () => {
  test("beyond the limit are told to come back, and far beyond it are closed", async () => {
    const { open } = await rawServer(undefined, { connectionsMax: 2 });
    const within = [open(), open()];
    await Promise.all(within.map(async (socket) => once(socket, "connect")));
    const [surplus, more] = [open(), open()];
    await Promise.all([surplus, more].map(async (socket) => once(socket, "connect")));
    expect(await exchanged(surplus, post("{}"))).toMatch(
      /^HTTP\/1\.1 503 [^]*connection: close[^]*ServiceUnavailable/,
    );
    const [third, fourth] = [open(), open()];
    await once(fourth, "close");
    third.destroy();
    within[0]?.destroy();
    more.destroy();
    await delay(30);
    expect(await exchanged(open(), post("{}", "connection: close"))).toMatch(/^HTTP\/1\.1 200 /);
  });

  const soon: Partial<ServerLimits> = {
    requestMillisecondsMax: 150,
    idleConnectionMilliseconds: 150,
    lateCheckMilliseconds: 20,
  };
  const timeout = /^HTTP\/1\.1 408 [^]*"__type":"RequestTimeoutException","message":".*send it again"/;

  /** Sends a byte every 20 ms, as long as the connection takes them. */
  async function drip(socket: Socket, bytes: string): Promise<void> {
    for (const byte of bytes) {
      if (!socket.writable) return;
      socket.write(byte);
      await delay(20);
    }
  }

  test.each([
    ["says nothing", "", ""],
    ["dribbles its head", "POST / HTTP/1.1\r\nhost: ", "x".repeat(100)],
    ["dribbles its body", "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n", "x".repeat(100)],
    [
      "dribbles its chunks",
      "POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n",
      "1\r\nx\r\n".repeat(20),
    ],
  ])("whose client %s are ended in time, and told why", async (_, start, rest) => {
    const { open } = await rawServer(undefined, soon);
    const socket = open();
    const began = performance.now();
    const text = received(socket);
    socket.write(start);
    await drip(socket, rest);
    expect(await text).toMatch(timeout);
    expect(performance.now() - began).toBeLessThan(3000);
  });

  test("whose request was given up leave their room to others", async () => {
    const { open } = await rawServer(undefined, { ...soon, requestsMax: 1 });
    expect(await exchanged(open(), "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n{")).toMatch(
      timeout,
    );
    expect(statuses(await exchanged(open(), post("{}", "connection: close")))).toStrictEqual(["200"]);
  });

  test("that stay idle after an answer are ended", async () => {
    const { open } = await rawServer(undefined, soon);
    expect(statuses(await exchanged(open(), post("{}")))).toStrictEqual(["200"]);
  });

  test("whose client never reads its answer are ended", async () => {
    const large = { ...answered, body: "x".repeat(16 * 1024 * 1024) };
    const { open, app } = await rawServer(async () => large, { stalledMillisecondsMax: 150 });
    const socket = open().pause();
    const accepted = once(app.server, "connection") as Promise<[Socket]>;
    socket.write(post("{}"));
    const [side] = await accepted;
    await once(side, "close");
    let bytes = 0;
    socket.on("data", (chunk: Buffer) => (bytes += chunk.length));
    await once(socket.resume(), "close");
    expect(bytes).toBeLessThan(large.body.length);
  });
});

const bytesOf = ({ method, path, headers, body }: PlainRequest): string => {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join("")}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};

test("more writes than may wait: some are refused at once as AWS clients expect it, none that was acknowledged is lost", async () => {
  const writesWaitingMax = 100;
  const server = await serving({
    limits: { writesWaitingMax },
    quotas: { ...defaultQuotas, organizationalUnitsMax: 1_000_000 },
  });
  const { url, keys, dataDirectory } = server;
  await server.client().send(new CreateOrganizationCommand({}));
  const roots = await server.client().send(new ListRootsCommand({}));
  const ParentId = roots.Roots?.[0]?.Id;
  const count = 2000;
  const unit = async (index: number): Promise<string> =>
    bytesOf(
      await signed(url, keys, {
        target: "CreateOrganizationalUnit",
        body: JSON.stringify({ ParentId, Name: `unit ${index}` }),
      }),
    );
  const requests = await Promise.all(Array.from({ length: count }, async (_, index) => unit(index)));
  const port = Number(new URL(url).port);
  const lanes = 8;
  // All at once: nobody waits for an answer.
  const texts = await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      const socket = opened(port);
      const mine = requests.filter((_, index) => index % lanes === lane);
      const last = bytesOf({
        method: "GET",
        path: "/healthz",
        headers: { host: "x", connection: "close" },
        body: "",
      });
      return exchanged(socket, mine.join("") + last);
    }),
  );
  const text = texts.join("");
  const acknowledged = text.match(/(?<="Name":")unit \d+/g) ?? [];
  const refused = codes(text);
  expect(acknowledged.length + refused.length).toBe(count);
  expect(acknowledged.length).toBeGreaterThanOrEqual(writesWaitingMax);
  expect(refused.length).toBeGreaterThan(0);
  expect(new Set(refused)).toStrictEqual(new Set(["TooManyRequestsException"]));
  expect(text).toContain(
    '"__type":"TooManyRequestsException","Type":"OVERLOAD","Message":"too many changes wait already; try again in a moment"',
  );

  expect((await server.client().send(new ListRootsCommand({}))).Roots).toHaveLength(1);
  await server.close();
  const again = await serving({ dataDirectory });
  const [organization] = again.cell.organizations.values();
  const names = Array.from(organization?.units.values() ?? [], ({ name }) => name);
  expect(names.toSorted()).toStrictEqual(acknowledged.toSorted());
}, 30_000);
