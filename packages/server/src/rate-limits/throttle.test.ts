// Rate limits over HTTP: who is told to wait, in which words, and that it changes nothing.

import { CreateOrganizationCommand } from "@aws-sdk/client-organizations";
import { describe, expect, test } from "vitest";
import { serving } from "../serving.fixture.js";
import { elementOf, membersOf, send, signed, signedForm } from "../signed-http.fixture.js";
import type { RateLimits } from "./rate-limits.js";

const limits: RateLimits = new Map([
  ["ListRoots", { perSecond: 1, burst: 2 }],
  ["CreateOrganizationalUnit", { perSecond: 1, burst: 1 }],
  ["GetCallerIdentity", { perSecond: 1, burst: 1 }],
  ["*", { perSecond: 1, burst: 1 }],
]);

async function throttled() {
  const time = { now: Date.now() };
  const server = await serving({ example: true, rateLimits: limits, clock: () => time.now });
  const call = async (target: string, body = "{}") =>
    send(server.url, await signed(server.url, server.keys, { target, body, at: time.now }));
  return { ...server, time, call };
}

describe("an account that calls too often", () => {
  test("is told so by the members and the status that AWS clients know, until a token came back", async () => {
    const { call, time } = await throttled();
    expect([(await call("ListRoots")).status, (await call("ListRoots")).status]).toStrictEqual([200, 200]);
    const refused = await call("ListRoots");
    expect(refused.status).toBe(400);
    expect(membersOf(refused)).toStrictEqual({
      __type: "TooManyRequestsException",
      Type: "RATE_LIMIT",
      Message:
        "this account calls this operation too often; wait and try again, as AWS SDKs do by themselves",
    });
    time.now += 1000;
    expect((await call("ListRoots")).status).toBe(200);
  });

  test("may still call every other operation, each by a bucket of its own", async () => {
    const { call } = await throttled();
    const names = ["DescribeOrganization", "ListAccounts", "DescribeOrganization", "ListRoots"];
    const statuses: number[] = [];
    for (const name of names) statuses.push((await call(name)).status);
    expect(statuses).toStrictEqual([200, 200, 400, 200]);
  });

  test("pays for refused calls too, and changes nothing by throttled ones", async () => {
    const { call, cell } = await throttled();
    const [organization] = cell.organizations.values();
    const body = JSON.stringify({ ParentId: organization!.root.id, Name: "New" });
    expect((await call("CreateOrganizationalUnit", "{")).status).toBe(400);
    expect(membersOf(await call("CreateOrganizationalUnit", body))["__type"]).toBe(
      "TooManyRequestsException",
    );
    expect(organization!.root.unitNamed("New")).toBeUndefined();
  });

  test("is told so in the words of STS by STS", async () => {
    const { url, keys, time } = await throttled();
    const ask = async () => send(url, await signedForm(url, keys, { at: time.now }));
    expect((await ask()).status).toBe(200);
    const refused = await ask();
    expect([refused.status, elementOf(refused, "Code"), elementOf(refused, "Type")]).toStrictEqual([
      400,
      "Throttling",
      "Sender",
    ]);
  });
});

test("nobody is throttled unless somebody asked for it", async () => {
  const server = await serving();
  await server.client().send(new CreateOrganizationCommand({}));
  const request = await signed(server.url, server.keys);
  const answers = await Promise.all(Array.from({ length: 300 }, async () => send(server.url, request)));
  expect(new Set(answers.map(({ status }) => status))).toStrictEqual(new Set([200]));
});

test("who cannot be known takes no token of anybody", async () => {
  const { call, url, keys, time } = await throttled();
  const forged = await signed(url, { ...keys, secretAccessKey: "wrong" }, { at: time.now });
  for (let times = 0; times < 5; times += 1) {
    expect(membersOf(await send(url, forged))["__type"]).toBe("InvalidSignatureException");
  }
  expect((await call("ListRoots")).status).toBe(200);
});
