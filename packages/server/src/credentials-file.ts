// The credentials file of a data directory, in the form that AWS clients read.

import { open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import type { RootAccessKey } from "./cell/standalone-account.js";

/** `DIR/credentials`, for `AWS_SHARED_CREDENTIALS_FILE` with `AWS_PROFILE=withhold`. */
export function credentialsFile(dataDirectory: string): string {
  return join(dataDirectory, "credentials");
}

/** Writes the file, mode 0600, whole or not at all. */
export async function writeCredentials(
  dataDirectory: string,
  keys: RootAccessKey,
  endpoint: string,
): Promise<void> {
  const lines = [
    "[withhold]",
    `aws_access_key_id = ${keys.accessKeyId}`,
    `aws_secret_access_key = ${keys.secretAccessKey}`,
    "region = us-east-1",
    `endpoint_url = ${endpoint}`,
  ];
  await replaceFile(credentialsFile(dataDirectory), `${lines.join("\n")}\n`);
}

/**
 * Keeps the endpoint of an existing file true when the server listens elsewhere, in every section that had the same; a
 * file that is gone stays gone.
 */
export async function updateEndpoint(dataDirectory: string, endpoint: string): Promise<void> {
  const file = credentialsFile(dataDirectory);
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  const [before] = /^endpoint_url = .*$/m.exec(text ?? "") ?? [];
  const lines = text?.split("\n").map((line) => (line === before ? `endpoint_url = ${endpoint}` : line));
  const updated = lines?.join("\n");
  if (updated !== undefined && updated !== text) await replaceFile(file, updated);
}

async function replaceFile(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}.draft`;
  const handle = await open(draft, "w", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}
