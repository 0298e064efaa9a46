// How many durable CreatePolicy a second, beside a bare HTTP server that makes one SQLite commit per request.

import { join } from "node:path";
import { startServer } from "../child-server.js";
import type { Figure } from "../figure.js";
import { KeepAliveClient } from "../keep-alive-client.js";
import { lastRecordBytes } from "../last-record-bytes.js";
import { interleaved, median, ratios, spread } from "../rounds.js";
import { writeSampleJournal } from "../sample-journal.js";
import { optOutType, sampleContent, sampleOrganization } from "../sample-organization.js";
import { answerLike } from "../servers/answer-options.js";
import type { CommitServerOptions } from "../servers/commit-server.js";
import { onTheWire, signedCall } from "../signed-call.js";
import { inTemporaryDirectory } from "../temporary-directory.js";

const name = "create-policy-durable";
const plan = { accounts: 100, units: 10, policies: 10 };
const inFlight = 16;
const requestsPerRound = 2000;
const rounds = { count: 7, warmUps: 2 };

export const createPolicyDurable: Figure = {
  name,
  run: async () =>
    inTemporaryDirectory(async (dataDirectory) => {
      await writeSampleJournal(dataDirectory, sampleOrganization(plan));
      const ours = await startServer(new URL("../servers/withhold-server.js", import.meta.url), {
        dataDirectory,
      });
      const { host } = new URL(ours.url);
      const client = await KeepAliveClient.open(ours.url, inFlight);
      const options: CommitServerOptions = {
        ...answerLike(await client.ask(presigned(host))),
        file: join(dataDirectory, "floor.db"),
        blobBytes: await lastRecordBytes(dataDirectory),
      };
      const bare = await startServer(new URL("../servers/commit-server.js", import.meta.url), options);
      const bareClient = await KeepAliveClient.open(bare.url, inFlight);
      const taken = await interleaved(
        rounds,
        async () => milliseconds(client, host),
        async () => milliseconds(bareClient, host),
      );
      client.close();
      bareClient.close();
      await Promise.all([ours.stop(), bare.stop()]);
      const measured = ratios(taken);
      return [
        {
          name,
          measured: { value: median(measured), unit: "ratio" },
          spread: spread(measured),
          floor: { value: perSecond(taken.floor), unit: "per second", of: "one commit per request" },
          goal: { atLeast: { value: 0.8, unit: "ratio" } },
          rounds: rounds.count,
          what:
            `${Math.round(perSecond(taken.ours)).toLocaleString("en-US")} durable policies a second by the clock, ` +
            `${inFlight} in flight, records of ${options.blobBytes} bytes, ${requestsPerRound} requests a round. ` +
            `Ours puts many writes into one commit, the floor does not.`,
        },
      ];
    }),
};

let policies = 0;

/** Names are unique in an organization, so every request is new. */
function presigned(host: string): Buffer {
  policies += 1;
  const input = {
    Type: optOutType,
    Name: `Created ${policies}`,
    Description: "Which AI services may keep content",
    Content: sampleContent(policies),
  };
  return onTheWire(signedCall({ host, operation: "CreatePolicy", input, at: new Date() }));
}

function perSecond(milliseconds: readonly number[]): number {
  return (requestsPerRound * 1000) / median(milliseconds);
}

async function milliseconds(client: KeepAliveClient, host: string): Promise<number> {
  const requests = Array.from({ length: requestsPerRound }, () => presigned(host));
  const start = performance.now();
  await client.send(requests);
  return performance.now() - start;
}
