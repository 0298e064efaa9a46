// `withhold sign-in-link`: what it prints, and that it lets somebody in.

import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryDirectory } from "../temporary-directory.fixture.js";
import { startServe, withhold } from "../withhold-process.fixture.js";

async function signIn(url: string, link: string): Promise<number> {
  const body = JSON.stringify({ signInToken: new URL(link).hash.slice("#token=".length) });
  const headers = { "content-type": "application/json" };
  return (await fetch(`${url}/v1/sign-in`, { method: "POST", headers, body })).status;
}

test("prints a link that works once, at the address that the server is reached by", async () => {
  const directory = temporaryDirectory();
  const { url, said } = await startServe(["--data-dir", directory]);
  const [printed = ""] = /http\S+#token=\S+/.exec(said.stdout) ?? [];
  expect(await signIn(url, printed)).toBe(200);
  const credentials = ["--credentials", join(directory, "credentials")];
  const { code, stdout, stderr } = await withhold(["sign-in-link", ...credentials]);
  expect([code, stderr]).toEqual([0, expect.stringMatching(/^works once, until \d{4}-.*Z\n$/)]);
  expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/console\/sign-in#token=[\w-]{43}\n$/);
  expect([await signIn(url, stdout), await signIn(url, stdout)]).toEqual([200, 401]);
  const elsewhere = url.replace("127.0.0.1", "localhost");
  const words = ["sign-in-link", ...credentials, "--endpoint", elsewhere, "--output", "json"];
  const told = JSON.parse((await withhold(words)).stdout) as { version: number; url: string };
  expect([told.version, told.url.startsWith(`${elsewhere}/console/sign-in#token=`)]).toEqual([1, true]);
});

test("without a server, or without credentials, says what to do", async () => {
  const cwd = temporaryDirectory();
  const { code, stderr } = await withhold(["sign-in-link"], { cwd });
  expect([code, stderr]).toEqual([
    1,
    expect.stringContaining("name the file of the server's data directory"),
  ]);
});
