// GetCallerIdentity as a presigned URL, by which a caller shows somebody else who it is: signed by the SDK, fetched plainly.

import { STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rootKey, startCell } from "../running-cell.js";
import type { AccessKey, RunningCell } from "../running-cell.js";
import { journeyBy } from "./journey-by.js";

interface Presigning {
  /** Seconds. */
  readonly expiresIn: number;
  readonly signingDate?: Date;
}

/** What the SDK's signer can, though its type says less. */
interface Presigner {
  presign(
    request: object,
    options: Presigning,
  ): Promise<{ readonly query?: Readonly<Record<string, string>> }>;
}

let cell: RunningCell;
beforeAll(async () => {
  cell = await startCell();
});
afterAll(async () => cell.stop());

function canPresign(signer: object): signer is Presigner {
  return "presign" in signer && typeof signer.presign === "function";
}

async function presigned(credentials: AccessKey, options: Presigning): Promise<URL> {
  const region = "eu-central-1";
  const { config } = new STSClient({ endpoint: cell.server.url, credentials, region });
  const scheme = { name: "sigv4", signingName: "sts", signingRegion: region, properties: {} };
  const signer = await config.signer(scheme);
  if (!canPresign(signer)) throw new Error("this SDK's signer cannot presign");
  const { protocol, hostname, port, host } = new URL(cell.server.url);
  const request = { method: "GET", protocol, hostname, port: Number(port), path: "/", headers: { host } };
  const query = { Action: "GetCallerIdentity", Version: "2011-06-15" };
  const signed = await signer.presign({ ...request, query }, options);
  const url = new URL(cell.server.url);
  for (const [name, value] of Object.entries(signed.query ?? {})) url.searchParams.set(name, value);
  return url;
}

async function answerTo(url: URL): Promise<readonly [number, string | undefined]> {
  const response = await fetch(url);
  const [, said] = /<(?:Arn|Code)>([^<]*)</.exec(await response.text()) ?? [];
  return [response.status, said];
}

journeyBy({ journey: "presigned", client: "aws-sdk-js" }, () => {
  test("a presigned URL shows who signed it", async () => {
    const url = await presigned(rootKey, { expiresIn: 60 });
    expect(await answerTo(url)).toEqual([200, `arn:aws:iam::${cell.accountId}:root`]);
  });

  test("a presigned URL that was changed shows nothing", async () => {
    const url = await presigned(rootKey, { expiresIn: 60 });
    url.searchParams.set("X-Amz-Expires", "61");
    expect(await answerTo(url)).toEqual([403, "SignatureDoesNotMatch"]);
  });

  test("a presigned URL that is too old shows nothing", async () => {
    const url = await presigned(rootKey, { expiresIn: 60, signingDate: new Date(Date.now() - 3_600_000) });
    expect(await answerTo(url)).toEqual([403, "SignatureDoesNotMatch"]);
  });

  test("a presigned URL of an unknown key shows nothing", async () => {
    const url = await presigned({ ...rootKey, accessKeyId: "AKIANOBODYKNOWSTHIS0" }, { expiresIn: 60 });
    expect(await answerTo(url)).toEqual([403, "InvalidClientTokenId"]);
  });
});
