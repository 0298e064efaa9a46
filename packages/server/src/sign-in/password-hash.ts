// Hashes of passwords: scrypt, with its parameters beside it, so that they can be raised later.

import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import type { ScryptOptions } from "node:crypto";

/** About 70 ms and 32 MiB on a server of 2026. */
const cost = { N: 32_768, r: 8, p: 1 };
const memoryBytesMax = 64 * 1024 * 1024;
const hashBytes = 32;

/** `scrypt$N$r$p$salt$hash`, the last two in base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);
  const { N, r, p } = cost;
  return ["scrypt", N, r, p, salt.toString("base64"), hash.toString("base64")].join("$");
}

/** Where there is no hash it takes as long, and nothing fits. */
export async function passwordFits(password: string, hash: string | undefined): Promise<boolean> {
  const [, N, r, p, salt = "", expected = ""] = (hash ?? decoy).split("$");
  const derived = await derive(password, Buffer.from(salt, "base64"), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  });
  const isSame = timingSafeEqual(derived, Buffer.from(expected, "base64"));
  return isSame && hash !== undefined;
}

const decoy = [
  "scrypt",
  cost.N,
  cost.r,
  cost.p,
  randomBytes(16).toString("base64"),
  randomBytes(hashBytes).toString("base64"),
].join("$");

/** On a thread of its own. */
async function derive(password: string, salt: Buffer, parameters: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, hashBytes, { ...parameters, maxmem: memoryBytesMax }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
