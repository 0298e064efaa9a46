// Hashes of passwords: scrypt, with its parameters beside it, so that they can be raised later.

import { randomBytes, scrypt } from "node:crypto";

/** About 70 ms and 32 MiB on a server of 2026. */
const cost = { N: 32_768, r: 8, p: 1 };
const memoryBytesMax = 64 * 1024 * 1024;

/** `scrypt$N$r$p$salt$hash`, the last two in base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await new Promise<Buffer>((resolve, reject) => {
    scrypt(password, salt, 32, { ...cost, maxmem: memoryBytesMax }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
  const { N, r, p } = cost;
  return ["scrypt", N, r, p, salt.toString("base64"), hash.toString("base64")].join("$");
}
