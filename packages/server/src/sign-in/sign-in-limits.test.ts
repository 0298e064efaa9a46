// How often somebody may guess, and what guessing can take of the server.

import { describe, expect, test } from "vitest";
import { serving } from "../serving.fixture.js";
import { membersOf, send } from "../signed-http.fixture.js";
import type { PlainAnswer } from "../signed-http.fixture.js";
import { Passwords, PasswordsBusy } from "./passwords.js";
import { SignInAttempts } from "./sign-in-attempts.js";

async function attempt(url: string, body: object): Promise<PlainAnswer> {
  const headers = { "content-type": "application/json" };
  return send(url, { method: "POST", path: "/v1/sign-in", headers, body: JSON.stringify(body) });
}

const guess = { accountId: "111122223333", userName: "ana", password: "x" };

describe("over HTTP", () => {
  test("a name is refused after five failures, and told when to come back, whoever it is of", async () => {
    const { url, log } = await serving();
    const statuses: number[] = [];
    for (const userName of ["ana", "ANA", "ana", "Ana", "ana"])
      statuses.push((await attempt(url, { ...guess, userName })).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401]);
    const refused = await attempt(url, guess);
    expect([refused.status, membersOf(refused)["error"]]).toMatchObject([429, { code: "too-many-attempts" }]);
    const seconds = Number(refused.headers["retry-after"]);
    expect(seconds).toBeGreaterThanOrEqual(1);
    expect(seconds).toBeLessThanOrEqual(10);
    expect((await attempt(url, { ...guess, userName: "bo" })).status).toBe(401);
    expect(log.join("")).toContain("sign-in refused: too many attempts");
  });

  test("an address is refused, whatever names and links it tries", async () => {
    const perAddress = { perSecond: 0.001, burst: 3 };
    const perName = { perSecond: 1000, burst: 1000 };
    const { url } = await serving({ signInLimits: { perName, perAddress } });
    const bodies = [guess, { email: "a@b.cc", password: "x" }, { signInToken: "x" }, { signInToken: "y" }];
    const statuses: number[] = [];
    for (const body of bodies) statuses.push((await attempt(url, body)).status);
    expect(statuses).toEqual([401, 401, 401, 429]);
  });

  test("what is refused for its form counts for nothing", async () => {
    const { url } = await serving();
    for (let count = 0; count < 8; count += 1) await attempt(url, { ...guess, more: "x" });
    expect((await attempt(url, guess)).status).toBe(401);
  });
});

describe("attempts", () => {
  const limits = { perName: { perSecond: 0.1, burst: 5 }, perAddress: { perSecond: 1, burst: 50 } };

  test("that did not fail count for nothing", () => {
    const attempts = new SignInAttempts(() => 0, limits);
    const ana = { name: "1/ana", sourceIp: "192.0.2.1" };
    for (let count = 0; count < 20; count += 1) {
      expect(attempts.begin(ana)).toBeUndefined();
      attempts.takeBack(ana);
    }
  });

  test("come back one by one", () => {
    let now = 0;
    const attempts = new SignInAttempts(() => now, limits);
    for (let count = 0; count < 5; count += 1) expect(attempts.begin({ name: "1/ana" })).toBeUndefined();
    expect(attempts.begin({ name: "1/ana" })).toBe(10);
    now = 9_500;
    expect(attempts.begin({ name: "1/ana" })).toBe(1);
    now = 10_000;
    expect(attempts.begin({ name: "1/ana" })).toBeUndefined();
    expect(attempts.begin({ name: "1/ana" })).toBe(10);
  });

  test.each([
    ["2001:db8::1", "2001:db8:0:0:ffff::2", true],
    ["2001:db8::1", "2001:db8:0:1::1", false],
    ["::1", "::2", true],
    ["192.0.2.1", "192.0.2.2", false],
  ])("from %s and %s count together: %s", (one, other, together) => {
    const once = { perSecond: 0.001, burst: 1 };
    const attempts = new SignInAttempts(() => 0, { perName: once, perAddress: once });
    expect(attempts.begin({ sourceIp: one })).toBeUndefined();
    expect(attempts.begin({ sourceIp: other }) !== undefined).toBe(together);
  });
});

describe("work on passwords", () => {
  test("is done for a few at once, for some after them, and refused to others", async () => {
    const passwords = new Passwords({ atOnceMax: 1, waitingMax: 2 });
    const done = await Promise.allSettled(
      Array.from({ length: 5 }, async () => passwords.fits("x", undefined)),
    );
    expect(done.map(({ status }) => status)).toEqual([
      "fulfilled",
      "fulfilled",
      "fulfilled",
      "rejected",
      "rejected",
    ]);
    expect(done.at(-1)).toMatchObject({ reason: expect.any(PasswordsBusy) as PasswordsBusy });
    expect(await passwords.fits("x", await passwords.hash("x"))).toBe(true);
  });

  test("is the same where there is no password to compare with, which fits nothing", async () => {
    const passwords = new Passwords();
    const hash = await passwords.hash("x");
    expect([await passwords.fits("y", hash), await passwords.fits("y", undefined)]).toEqual([false, false]);
  });

  test("leaves the event loop free", async () => {
    const passwords = new Passwords();
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await passwords.hash("x");
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });
});
