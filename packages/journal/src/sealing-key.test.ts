// The sealing key's file, and the key as text.

import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadSealingKey, parseSealingKey, sealingKeyFile, SealingKeyRefused } from "./sealing-key.js";
import { temporaryDirectory } from "./sqlite/temporary-directory.fixture.js";

const bytes = Buffer.from(Array.from({ length: 32 }, (_, index) => 255 - index));

test("a key is made once, for its owner only, and loaded from then on", async () => {
  const directory = temporaryDirectory();
  const made = await loadSealingKey(directory, { create: true });
  expect(made.symmetricKeySize).toBe(32);
  expect(statSync(sealingKeyFile(directory)).mode & 0o777).toBe(0o600);
  expect(readdirSync(directory)).toStrictEqual(["sealing-key"]);
  expect((await loadSealingKey(directory, { create: true })).equals(made)).toBe(true);
  expect((await loadSealingKey(directory, { create: false })).equals(made)).toBe(true);
});

test.each(["", "c2hvcnQ=", `${bytes.toString("base64")}\n`])(
  "a draft that a killed process left (`%s`) is no key, and goes when a key is made",
  async (left) => {
    const directory = temporaryDirectory();
    const draft = `${sealingKeyFile(directory)}.draft`;
    writeFileSync(draft, left, { mode: 0o644 });
    await expect(loadSealingKey(directory, { create: false })).rejects.toThrow(SealingKeyRefused);
    const made = await loadSealingKey(directory, { create: true });
    expect(made.export().equals(bytes)).toBe(false);
    expect(readdirSync(directory)).toStrictEqual(["sealing-key"]);
    expect(statSync(sealingKeyFile(directory)).mode & 0o777).toBe(0o600);
    expect((await loadSealingKey(directory, { create: false })).equals(made)).toBe(true);
  },
);

test("an absent key is not made unless allowed", async () => {
  const directory = temporaryDirectory();
  await expect(loadSealingKey(directory, { create: false })).rejects.toThrow(SealingKeyRefused);
  expect(readdirSync(directory)).toStrictEqual([]);
});

test.each([0o640, 0o604, 0o620, 0o666])("a key file of mode %o is refused", async (mode) => {
  const directory = temporaryDirectory();
  await loadSealingKey(directory, { create: true });
  chmodSync(sealingKeyFile(directory), mode);
  await expect(loadSealingKey(directory, { create: true })).rejects.toThrow(/chmod 600/);
});

test("a file that holds no key is refused, not replaced and not shown", async () => {
  const directory = temporaryDirectory();
  for (const text of ["", "c2hvcnQ=", "not a key at all"]) {
    writeFileSync(sealingKeyFile(directory), text, { mode: 0o600 });
    const refusal = await loadSealingKey(directory, { create: true }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(SealingKeyRefused);
    if (text !== "") expect(String(refusal)).not.toContain(text);
    expect(readFileSync(sealingKeyFile(directory), "utf8")).toBe(text);
  }
});

test.each([
  bytes.toString("hex"),
  bytes.toString("hex").toUpperCase(),
  bytes.toString("base64"),
  `${bytes.toString("base64")}\n`,
  bytes.toString("base64url"),
])("a key is read from `%s`", (text) => {
  expect(parseSealingKey(text, "WITHHOLD_SEALING_KEY").export().equals(bytes)).toBe(true);
});

test.each([
  "",
  "abc",
  bytes.toString("hex").slice(2),
  bytes.subarray(1).toString("base64"),
  `${bytes.toString("base64")}AA`,
])("no key is read from `%s`, and the refusal names the source", (text) => {
  expect(() => parseSealingKey(text, "WITHHOLD_SEALING_KEY")).toThrow(
    /^`WITHHOLD_SEALING_KEY` does not hold/,
  );
});
