// The API as a page calls it: with what browsers and the SDK in them add, and from pages of others.

import { describe, expect, test } from "vitest";
import { serving } from "./serving.fixture.js";
import { jsonHeaders, membersOf, send, signed } from "./signed-http.fixture.js";

const byBrowser = (origin: string, site: string): Record<string, string> => ({
  origin,
  referer: `${origin}/console/`,
  "sec-fetch-dest": "empty",
  "sec-fetch-mode": "cors",
  "sec-fetch-site": site,
  "sec-ch-ua": '"Chromium";v="140", "Not=A?Brand";v="24"',
  "sec-ch-ua-mobile": "?0",
  "sec-ch-ua-platform": '"Linux"',
  "user-agent": `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 ${"x".repeat(100)}`,
  accept: "*/*",
  "accept-encoding": "gzip, deflate, br, zstd",
  "accept-language": "en-US,en;q=0.9,de;q=0.8",
  connection: "keep-alive",
});
const bySdk = {
  "amz-sdk-invocation-id": "7b1f0d3c-6d5c-4a3e-8f4b-0d1c2b3a4f5e",
  "amz-sdk-request": "attempt=1; max=3",
  "x-amz-user-agent": "aws-sdk-js/3.1169.0 ua/2.1 os/Linux lang/js md/browser#Chrome_140 api/organizations",
};

test("the page's own calls are answered", async () => {
  const { url, keys } = await serving();
  const target = "AWSOrganizationsV20161128.CreateOrganization";
  const call = await signed(url, keys, { headers: { ...jsonHeaders, ...bySdk, "x-amz-target": target } });
  const headers = { ...call.headers, ...byBrowser(url, "same-origin") };
  const answer = await send(url, { ...call, headers });
  expect([answer.status, membersOf(answer)]).toMatchObject([200, { Organization: { FeatureSet: "ALL" } }]);
});

describe("a page of others", () => {
  const evil = byBrowser("https://evil.example", "cross-site");

  test("has nothing that would sign for it, and no cookie would: there are none", async () => {
    const { url, cell } = await serving();
    const target = { ...jsonHeaders, "x-amz-target": "AWSOrganizationsV20161128.CreateOrganization" };
    const plain = { method: "POST", path: "/", headers: { ...target, ...evil, cookie: "a=b" }, body: "{}" };
    const answer = await send(url, plain);
    expect(membersOf(answer)).toMatchObject({ __type: "MissingAuthenticationTokenException" });
    expect(answer.headers).not.toHaveProperty("set-cookie");
    expect(cell.organizations.size).toBe(0);
  });

  test.each([
    ["POST", "/v1/sign-in"],
    ["OPTIONS", "/v1/sign-in"],
    ["OPTIONS", "/"],
    ["GET", "/console/"],
    ["GET", "/v1/openapi.json"],
  ])("is not let read what %s %s answers", async (method, path) => {
    const { url } = await serving();
    const preflight = {
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type",
    };
    const headers = { ...evil, ...preflight, "content-type": "application/json" };
    const answer = await send(url, { method, path, headers, body: "" });
    const cors = Object.keys(answer.headers).filter((name) => name.startsWith("access-control-"));
    expect(cors).toEqual([]);
  });

  test("cannot even guess passwords: what it may send without asking first is no JSON", async () => {
    const { url } = await serving();
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]) {
      const body = JSON.stringify({ email: "a@b.cc", password: "x" });
      const plain = { method: "POST", path: "/v1/sign-in", headers: { ...evil, "content-type": type }, body };
      expect((await send(url, plain)).status).toBe(415);
    }
  });
});
