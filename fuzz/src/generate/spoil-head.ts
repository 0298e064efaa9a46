// Requests whose signature, headers or body do not belong together.

import type { Random } from "../random.js";
import type { Draft, Signing } from "./draft.js";

/** Before signing: what is signed is wrong. */
const wrongSignings: readonly ((signing: Signing) => Signing)[] = [
  (signing) => ({ ...signing, at: new Date(signing.at.getTime() - 3_600_000) }),
  (signing) => ({ ...signing, at: new Date(signing.at.getTime() + 3_600_000) }),
  (signing) => ({ ...signing, at: new Date(0) }),
  (signing) => ({ ...signing, service: "iam" }),
  (signing) => ({ ...signing, region: "cn-north-1" }),
  (signing) => ({ ...signing, region: "x".repeat(300) }),
  (signing) => ({ ...signing, keys: { ...signing.keys, secretAccessKey: "wrong" } }),
  (signing) => ({ ...signing, keys: { ...signing.keys, accessKeyId: "AKIANOBODY" } }),
  (signing) => ({ ...signing, keys: { ...signing.keys, accessKeyId: "__proto__" } }),
];

const strangeHeaders: readonly [string, string][] = [
  ["x-amz-target", "AWSOrganizationsV20161128.ListRoots"],
  ["x-amz-date", "20200101T000000Z"],
  ["x-amz-security-token", "token"],
  ["x-amz-content-sha256", "UNSIGNED-PAYLOAD"],
  ["content-type", "text/plain; charset=utf-16"],
  ["content-type", "application/x-www-form-urlencoded"],
  ["host", "elsewhere.example"],
  ["x-note", "\u00e9\u00ff"],
  ["x-note", "x".repeat(8000)],
  ["__proto__", "x"],
  ["cookie", "a=b; __proto__=c"],
  ["accept-encoding", "gzip, br"],
  ["x-forwarded-for", "127.0.0.1"],
];

/** After signing: what is sent is not what was signed. */
const tamperings: readonly ((draft: Draft, random: Random) => void)[] = [
  (draft, random) => void draft.headers.push(random.pick(strangeHeaders)),
  (draft, random) => void draft.headers.push(random.pick(strangeHeaders)),
  (draft, random) => void draft.headers.splice(random.below(draft.headers.length), 1),
  (draft, random) => {
    const header = random.pick(draft.headers);
    header[1] = header[1].slice(0, random.below(header[1].length + 1));
  },
  (draft, random) => {
    const header = random.pick(draft.headers);
    header[1] = header[1].replace(/[a-z0-9]/i, random.pick(["", "0", ",", "=", "/", "\u00ff"]));
  },
  (draft) => (draft.body = Buffer.concat([draft.body, Buffer.from(" ")])),
  (draft, random) => (draft.path += random.pick(["?", "?a=b", "?X-Amz-Signature=0", "?%", "?__proto__=1"])),
];

/** What may stand in the place of a body, or at its ends; signed like any other. */
export const bodySpoilers: readonly ((body: Buffer, random: Random) => Buffer)[] = [
  () => Buffer.alloc(0),
  (body) => Buffer.concat([Buffer.from("\uFEFF"), body]),
  (body) => Buffer.concat([body, Buffer.from("x")]),
  (body, random) => body.subarray(0, random.below(body.length + 1)),
  (body) => Buffer.from(body.toString(), "utf16le"),
  (body, random) => flipped(body, random),
  (body) => Buffer.from(`[${body.toString()}]`),
  (_, random) => Buffer.from(random.pick(["null", "[]", '"', "{}{}", "0", "\u0000", "{'a':1}", "\r\n"])),
  (_, random) =>
    Buffer.alloc(random.pick([1, 1000, 300_000]), random.pick(["[", "{", '"', "\\", "\u00ff"]), "latin1"),
];

export function spoilSigning(signing: Signing, random: Random): Signing {
  return random.pick(wrongSignings)(signing);
}

export function tamper(draft: Draft, random: Random): void {
  do random.pick(tamperings)(draft, random);
  while (random.chance(0.2));
}

function flipped(body: Buffer, random: Random): Buffer {
  const copy = Buffer.from(body);
  if (copy.length > 0) copy[random.below(copy.length)] = random.below(256);
  return copy;
}
