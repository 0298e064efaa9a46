// Rate limits as people write them.

import { describe, expect, test } from "vitest";
import { parseRateLimit, parseRateLimits } from "./parse-rate-limits.js";

describe("a rate limit", () => {
  test.each([
    ["CreatePolicy=5:20", "CreatePolicy", { perSecond: 5, burst: 20 }],
    ["*=10", "*", { perSecond: 10, burst: 10 }],
    ["CreateAccount=0.1", "CreateAccount", { perSecond: 0.1, burst: 1 }],
    ["GetCallerIdentity=2.5:1", "GetCallerIdentity", { perSecond: 2.5, burst: 1 }],
    ["LeaveOrganization=0.001:1000000", "LeaveOrganization", { perSecond: 0.001, burst: 1_000_000 }],
  ])("%s", (text, operation, limit) => {
    expect(parseRateLimit(text)).toStrictEqual({ ok: true, operation, limit });
  });

  test.each([
    ["", "expected OPERATION=RATE"],
    ["CreatePolicy", "expected OPERATION=RATE"],
    ["CreatePolicy=", "expected OPERATION=RATE"],
    ["CreatePolicy=-1", "expected OPERATION=RATE"],
    ["CreatePolicy=1e3", "expected OPERATION=RATE"],
    ["CreatePolicy=5:", "expected OPERATION=RATE"],
    ["CreatePolicy=5:2.5", "expected OPERATION=RATE"],
    ["createPolicy=5", "`createPolicy` is no operation of Organizations or STS"],
    ["__proto__=5", "`__proto__` is no operation"],
    ["CreatePolicy=0", "must be 0.001 to 1000000 calls a second"],
    ["CreatePolicy=1000001", "must be 0.001 to 1000000 calls a second"],
    ["CreatePolicy=5:0", "must be 1 to 1000000 calls"],
    ["CreatePolicy=5:1000001", "must be 1 to 1000000 calls"],
  ])("`%s` is refused", (text, problem) => {
    const parsed = parseRateLimit(text);
    expect(parsed.ok ? "" : parsed.problem).toContain(problem);
  });
});

describe("a file of them", () => {
  test("has one a line, and comments", () => {
    const text = "# ours\n\n*=50:100\r\nCreateAccount=0.5:3  # as on AWS\n";
    expect(parseRateLimits(text)).toStrictEqual({
      ok: true,
      limits: new Map([
        ["*", { perSecond: 50, burst: 100 }],
        ["CreateAccount", { perSecond: 0.5, burst: 3 }],
      ]),
    });
  });

  test.each([
    ["ListRoots=1\nNothing=1\n", "line 2: `Nothing` is no operation"],
    ["ListRoots=1\n\nListRoots=2", "line 3: `ListRoots` has a limit already"],
    ["{}", "line 1: expected OPERATION=RATE"],
  ])("%j is refused by its line", (text, problem) => {
    const parsed = parseRateLimits(text);
    expect(parsed.ok ? "" : parsed.problem).toContain(problem);
  });
});
