// A request before it is bytes: what can be signed, and spoilt before or after.

import { Sha256 } from "@aws-crypto/sha256-js";
import { SignatureV4 } from "@smithy/signature-v4";

export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of temporary credentials. */
  readonly sessionToken?: string;
}

export interface Draft {
  readonly method: "POST" | "GET";
  /** With its query. */
  path: string;
  /** Without `content-length`. */
  headers: [string, string][];
  body: Buffer;
}

export interface Signing {
  readonly keys: Keys;
  readonly service: string;
  readonly region: string;
  readonly at: Date;
}

/** Signs as AWS clients do, by the SDK's own signer. */
export async function sign(draft: Draft, { keys, service, region, at }: Signing): Promise<void> {
  const signer = new SignatureV4({ service, region, sha256: Sha256, credentials: keys });
  const [path = "/", query = ""] = draft.path.split("?");
  const { headers } = await signer.sign(
    {
      method: draft.method,
      protocol: "http:",
      hostname: "127.0.0.1",
      path,
      query: Object.fromEntries(new URLSearchParams(query)),
      headers: Object.fromEntries(draft.headers),
      body: draft.body,
    },
    { signingDate: at },
  );
  draft.headers = Object.entries(headers);
}

/** `chunkBytes`: sends the body in chunks of so many bytes. */
export function draftBytes({ method, path, headers, body }: Draft, chunkBytes?: number): Buffer {
  const length: [string, string] =
    chunkBytes === undefined ? ["content-length", String(body.length)] : ["transfer-encoding", "chunked"];
  const lines = [...headers, length].map(([name, value]) => `${name}: ${value}\r\n`).join("");
  const head = Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines}\r\n`, "latin1");
  return Buffer.concat([head, chunkBytes === undefined ? body : inChunks(body, chunkBytes)]);
}

function inChunks(body: Buffer, chunkBytes: number): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; at += chunkBytes) {
    const chunk = body.subarray(at, at + chunkBytes);
    parts.push(Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from("\r\n"));
  }
  return Buffer.concat([...parts, Buffer.from("0\r\n\r\n")]);
}
