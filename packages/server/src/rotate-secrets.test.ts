// Another sealing key: what goes on working, what ends, and what a rotation that was killed leaves behind.

import { ListAccountsCommand } from "@aws-sdk/client-organizations";
import { createSecretKey, randomBytes } from "node:crypto";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { allow, clientsFor, outcome, sessionOf, userOf, withMember } from "./identity-clients.fixture.js";
import type { Keys } from "./identity-clients.fixture.js";
import { rotateSecrets } from "./rotate-secrets.js";
import { serving } from "./serving.fixture.js";
import { temporaryDirectory } from "./temporary-directory.fixture.js";

async function stoppedCell(): Promise<{
  readonly dataDirectory: string;
  readonly user: Keys;
  readonly session: Keys;
}> {
  const server = await serving();
  const root = clientsFor(server.url, server.keys);
  await withMember(root);
  const user = await userOf(server.url, root, "u", allow("organizations:*"));
  const session = await sessionOf(server.url, user);
  await server.close();
  return { dataDirectory: server.dataDirectory, user: user.keys, session: session.keys };
}

async function answersTo(dataDirectory: string, keys: readonly Keys[]): Promise<readonly string[]> {
  const server = await serving({ dataDirectory });
  const answers: string[] = [];
  for (const one of keys) {
    const { organizations } = clientsFor(server.url, one);
    answers.push(await outcome(organizations.send(new ListAccountsCommand({}))));
  }
  await server.close();
  return answers;
}

const keyFile = (directory: string): string => join(directory, "sealing-key");
const nextFile = (directory: string): string => `${keyFile(directory)}.next`;

test("keys go on signing under the new key, sessions end, the record says so", async () => {
  const { dataDirectory, user, session } = await stoppedCell();
  const before = readFileSync(keyFile(dataDirectory), "utf8");
  expect(await rotateSecrets({ dataDirectory, now: Date.now() })).toBe(2);
  expect(readFileSync(keyFile(dataDirectory), "utf8")).not.toBe(before);
  expect([existsSync(nextFile(dataDirectory)), existsSync(join(dataDirectory, "checkpoint"))]).toEqual([
    false,
    false,
  ]);
  expect(await answersTo(dataDirectory, [user, session])).toEqual(["ok", "UnrecognizedClientException"]);
  // The old key opens nothing any more.
  writeFileSync(keyFile(dataDirectory), before);
  await expect(serving({ dataDirectory })).rejects.toThrow("sealed with another key");
});

test("killed before its transaction: the old key is the key, and the new one goes", async () => {
  const { dataDirectory, user, session } = await stoppedCell();
  writeFileSync(nextFile(dataDirectory), `${randomBytes(32).toString("base64")}\n`, { mode: 0o600 });
  expect(await answersTo(dataDirectory, [user, session])).toEqual(["ok", "ok"]);
  expect(existsSync(nextFile(dataDirectory))).toBe(false);
});

test("killed after its transaction: the new key takes its place at the next start", async () => {
  const { dataDirectory, user, session } = await stoppedCell();
  const old = readFileSync(keyFile(dataDirectory));
  await rotateSecrets({ dataDirectory, now: Date.now() });
  const half = temporaryDirectory();
  cpSync(dataDirectory, half, { recursive: true });
  cpSync(keyFile(half), nextFile(half));
  writeFileSync(keyFile(half), old);
  expect(await answersTo(half, [user, session])).toEqual(["ok", "UnrecognizedClientException"]);
  expect(readFileSync(keyFile(half))).toEqual(readFileSync(keyFile(dataDirectory)));
  expect(await rotateSecrets({ dataDirectory: half, now: Date.now() })).toBe(2);
});

test("with the wrong current key, or while a server runs, nothing changes", async () => {
  const { dataDirectory, user, session } = await stoppedCell();
  const [current, next] = [createSecretKey(randomBytes(32)), createSecretKey(randomBytes(32))];
  const wrong = rotateSecrets({ dataDirectory, keys: { current, next }, now: Date.now() });
  await expect(wrong).rejects.toThrow("sealed with another key");
  const server = await serving({ dataDirectory });
  await expect(rotateSecrets({ dataDirectory, now: Date.now() })).rejects.toThrow("in use");
  await server.close();
  expect(await answersTo(dataDirectory, [user, session])).toEqual(["ok", "ok"]);
});
