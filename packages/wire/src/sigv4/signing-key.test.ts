// What a signing key makes of a string to sign, and what it depends on.

import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SigningKey } from "./signing-key.js";
import { stringToSign } from "./string-to-sign.js";

const scope = {
  accessKeyId: "A",
  date: "20261123",
  region: "us-east-1",
  partition: "aws",
  service: "sts",
  terminator: "aws4_request",
} as const;
const time = "20261123T100000Z";
const digest = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
const hex = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString("hex"));

describe("SigningKey", () => {
  it("agrees with five HMACs by Node, whatever it signed before", () => {
    const secret = fc.string({ unit: "grapheme" });
    const part = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
    fc.assert(
      fc.property(secret, part, fc.array(hex, { minLength: 1, maxLength: 3 }), (text, region, hashes) => {
        const key = new SigningKey(text, { ...scope, region });
        const parts = ["20261123", region, "sts", "aws4_request"];
        const derived = parts.reduce<string | Buffer>((above, below) => digest(above, below), `AWS4${text}`);
        for (const hash of hashes) {
          const signed = stringToSign(time, parts.join("/"), hash);
          expect(key.sign(time, hash)).toBe(digest(derived, signed).toString("hex"));
        }
      }),
    );
  });

  it.each(["date", "region", "service"] as const)("depends on %s", (part) => {
    const other = new SigningKey("secret", { ...scope, [part]: "X" });
    const hash = "0".repeat(64);
    expect(other.sign(time, hash)).not.toBe(new SigningKey("secret", scope).sign(time, hash));
  });

  it("knows the secret that it is of, and shows it to nobody", () => {
    const key = new SigningKey("secret", scope);
    expect(["secret", "secret2", "secreT", ""].map((text) => key.isOf(text))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(JSON.stringify(key)).toBe("{}");
  });
});
