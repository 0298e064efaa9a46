// The console's files over real HTTP: what is served, with which headers, and what never is.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { request } from "node:http";
import { beforeEach, describe, expect, test } from "vitest";
import { serving } from "../serving.fixture.js";
import { presigned, send } from "../signed-http.fixture.js";
import type { PlainAnswer } from "../signed-http.fixture.js";
import { temporaryDirectory } from "../temporary-directory.fixture.js";

const page = "<!doctype html><title>Withhold</title>";
const script = `console.log("${"x".repeat(2000)}");`;

/** A build as the console's is, with something beside it that is nobody's business. */
function builtConsole(): string {
  const parent = temporaryDirectory();
  writeFileSync(join(parent, "secret.txt"), "the secret beside it");
  const directory = join(parent, "dist");
  mkdirSync(join(directory, "assets"), { recursive: true });
  writeFileSync(join(directory, "index.html"), page);
  writeFileSync(join(directory, "icon.svg"), "<svg/>");
  writeFileSync(join(directory, ".hidden"), "the secret within");
  writeFileSync(join(directory, "assets", "index-a1b2.js"), script);
  writeFileSync(join(directory, "assets", "index-a1b2.js.br"), brotliCompressSync(script));
  writeFileSync(join(directory, "assets", "index-a1b2.js.gz"), gzipSync(script));
  return directory;
}

let url: string;
beforeEach(async () => {
  ({ url } = await serving({ consoleDirectory: builtConsole() }));
});

async function get(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<PlainAnswer> {
  return send(url, { method, path, headers, body: "" });
}

/** As bytes. */
async function bytesOf(path: string, headers: Record<string, string>): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    request(new URL(path, url), { headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer
        .on("data", (chunk: Buffer) => chunks.push(chunk))
        .on("end", () => resolve(Buffer.concat(chunks)));
    })
      .on("error", reject)
      .end();
  });
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

describe("is served", () => {
  test.each([
    "/console/",
    "/console/index.html",
    "/console/policies",
    "/console/accounts/111122223333?tab=x",
  ])("%s: the page, asked for anew every time", async (path) => {
    const { status, body, headers } = await get(path);
    expect([status, body]).toEqual([200, page]);
    expect(headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-cache",
    });
  });

  test("a file with a hash in its name, for good", async () => {
    const { status, body, headers } = await get("/console/assets/index-a1b2.js");
    expect([status, body]).toEqual([200, script]);
    expect(headers).toMatchObject({
      "content-type": expect.stringMatching(/javascript/) as string,
      "cache-control": "public, max-age=31536000, immutable",
    });
    expect((await get("/console/icon.svg")).headers["cache-control"]).toBe("no-cache");
  });

  test("compressed at build, where the client can read that", async () => {
    const path = "/console/assets/index-a1b2.js";
    for (const [encoding, undo] of [
      ["br", brotliDecompressSync],
      ["gzip", gunzipSync],
    ] as const) {
      const headers = { "accept-encoding": encoding };
      const told = (await get(path, headers)).headers;
      expect(told).toMatchObject({ "content-encoding": encoding, vary: "accept-encoding" });
      expect(told).toMatchObject({ "cache-control": "public, max-age=31536000, immutable" });
      expect(undo(await bytesOf(path, headers)).toString()).toBe(script);
    }
    const whole = await get("/console/", { "accept-encoding": "br" });
    expect([whole.body, whole.headers["content-encoding"]]).toEqual([page, undefined]);
  });

  test("without a body to HEAD", async () => {
    for (const path of ["/console/", "/console/policies", "/console/assets/index-a1b2.js"]) {
      const { status, body } = await get(path, {}, "HEAD");
      expect([path, status, body]).toEqual([path, 200, ""]);
    }
  });

  test("not at all where the client has it", async () => {
    const { headers } = await get("/console/assets/index-a1b2.js");
    const again = await get("/console/assets/index-a1b2.js", { "if-none-match": headers.etag ?? "" });
    expect([again.status, again.body]).toEqual([304, ""]);
  });
});

describe("with headers that bound what a page can do", () => {
  test.each([
    ["the page", "/console/", 200],
    ["a deep link", "/console/policies/p-1", 200],
    ["a file", "/console/assets/index-a1b2.js", 200],
    ["a file that is not there", "/console/assets/index-c3d4.js", 404],
    ["the way to it", "/console", 308],
  ])("%s", async (_, path, status) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()") as string,
    });
    expect(answer.headers).not.toHaveProperty("set-cookie");
    if (status === 404) expect(answer.headers["cache-control"]).toBe("no-cache");
  });
});

describe("never", () => {
  test.each([
    "/console/../secret.txt",
    "/console/%2e%2e/secret.txt",
    "/console/..%2fsecret.txt",
    "/console/..%2Fsecret.txt",
    "/console/%2e%2e%2fsecret.txt",
    "/console/assets/../../secret.txt",
    "/console/assets/..%5c..%5csecret.txt",
    "/console/..%5csecret.txt",
    "/console//../secret.txt",
    "/console/%252e%252e/secret.txt",
    "/console/....//secret.txt",
    "/console/secret.txt%00.js",
    "/console/.hidden",
    "/console/%2ehidden",
    "/console/%",
    "/console/assets/",
    "/console//etc/passwd",
  ])("what lies elsewhere: %s", async (path) => {
    const { status, body } = await get(path);
    expect(body).not.toContain("the secret");
    expect(body).not.toContain("root:");
    expect(body).not.toContain("\n    at ");
    expect([200, 400, 403, 404]).toContain(status);
    if (status === 200) expect(body).toBe(page);
  });

  test("to be written", async () => {
    for (const method of ["POST", "PUT", "DELETE"]) {
      expect((await get("/console/index.html", {}, method)).status).toBe(404);
    }
  });
});

describe("a browser at the address of the server", () => {
  const accept = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

  test("is led to the console", async () => {
    const { status, headers } = await get("/", accept);
    expect([status, headers.location]).toEqual([307, "console/"]);
    const way = await get("/console", accept);
    expect([way.status, way.headers.location]).toEqual([308, "console/"]);
  });

  test("still calls STS by a presigned URL, and clients that are no browsers are answered as before", async () => {
    const server = await serving({ consoleDirectory: builtConsole() });
    const plain = await presigned(server.url, server.keys);
    const answer = await send(server.url, { ...plain, headers: { ...plain.headers, ...accept } });
    expect([answer.status, answer.body]).toEqual([200, expect.stringContaining("GetCallerIdentityResult")]);
    expect((await get("/")).status).toBe(403);
  });
});

test("where it is not built, whoever looks is told how to build it", async () => {
  const server = await serving({ consoleDirectory: temporaryDirectory() });
  for (const path of ["/console/", "/console/policies", "/console/index.html"]) {
    const plain = { method: "GET", path, headers: {}, body: "" };
    const { status, body, headers } = await send(server.url, plain);
    expect([status, body]).toEqual([404, expect.stringContaining("run `npm run build`")]);
    expect(headers).toMatchObject({
      "content-type": "text/plain; charset=utf-8",
      "content-security-policy": policy,
    });
  }
});
