// What a signed DescribeEffectivePolicy costs the server, beside a bare HTTP server that answers the same bytes.

import { startServer } from "../child-server.js";
import type { ChildServer } from "../child-server.js";
import type { Figure, Measure } from "../figure.js";
import { KeepAliveClient } from "../keep-alive-client.js";
import { interleaved, median, ratios, spread } from "../rounds.js";
import { writeSampleJournal } from "../sample-journal.js";
import { optOutType, sampleAccountId, sampleOrganization } from "../sample-organization.js";
import { answerLike } from "../servers/answer-options.js";
import { sampleUser, sampleUserKeys, sampleUserSecrets } from "../sample-user.js";
import { onTheWire, signedCall } from "../signed-call.js";
import type { SigningKeys } from "../signed-call.js";
import { inTemporaryDirectory } from "../temporary-directory.js";

const name = "effective-policy-http";
const plan = { accounts: 3000, units: 50, policies: 20 };
const connections = 32;
const rounds = { count: 9, warmUps: 3 };

export const effectivePolicyHttp: Figure = {
  name,
  run: async () =>
    inTemporaryDirectory(async (dataDirectory) => {
      const operations = [...sampleOrganization(plan), ...sampleUser(plan.units)];
      await writeSampleJournal(dataDirectory, operations, sampleUserSecrets);
      const ours = await startServer(new URL("../servers/withhold-server.js", import.meta.url), {
        dataDirectory,
      });
      const measurements = [
        await measured(ours, { name, goal: 0.45, who: "the root user of the management account" }),
        await measured(ours, {
          name: `${name}-authorized`,
          goal: 0.4,
          keys: sampleUserKeys,
          who: "a user of a delegated administrator's account, its inline policy and service control policies at three levels asked",
        }),
      ];
      await ours.stop();
      return measurements;
    }),
};

interface Asker {
  readonly name: string;
  readonly goal: number;
  readonly keys?: SigningKeys;
  readonly who: string;
}

async function measured(ours: ChildServer, { name: figure, goal, keys, who }: Asker): Promise<Measure> {
  const requests = presigned(new URL(ours.url).host, keys);
  const [first] = requests;
  if (first === undefined) throw new Error("the sample has no account");
  const client = await KeepAliveClient.open(ours.url, connections);
  const answer = await client.ask(first);
  if (!answer.body.includes("EffectivePolicy")) throw new Error(`${who} was answered ${answer.body}`);
  const bare = await startServer(
    new URL("../servers/bare-http-server.js", import.meta.url),
    answerLike(answer),
  );
  const bareClient = await KeepAliveClient.open(bare.url, connections);
  const taken = await interleaved(
    rounds,
    async () => cpuPerRequest(ours, client, requests),
    async () => cpuPerRequest(bare, bareClient, requests),
  );
  client.close();
  bareClient.close();
  await bare.stop();
  const values = ratios(taken);
  return {
    name: figure,
    measured: { value: median(values), unit: "ratio" },
    spread: spread(values),
    floor: { value: median(taken.floor), unit: "ms", of: "CPU per request of bare node:http" },
    goal: { atLeast: { value: goal, unit: "ratio" } },
    rounds: rounds.count,
    what:
      `CPU time of the server process per request signed by ${who}, ${median(taken.ours).toFixed(3)} ms: ` +
      `${requests.length} distinct requests a round, in bursts of one on each of ${connections} connections, ` +
      `answers of ${Buffer.byteLength(answer.body)} bytes.`,
  };
}

/** One request for every account; signatures hold for five minutes. */
function presigned(host: string, keys?: SigningKeys): readonly Buffer[] {
  const at = new Date();
  return Array.from({ length: plan.accounts }, (_, index) => {
    const input = { PolicyType: optOutType, TargetId: sampleAccountId(index) };
    return onTheWire(
      signedCall({ host, operation: "DescribeEffectivePolicy", input, at, ...(keys && { keys }) }),
    );
  });
}

async function cpuPerRequest(
  server: ChildServer,
  client: KeepAliveClient,
  requests: readonly Buffer[],
): Promise<number> {
  const before = await server.cpuMilliseconds();
  await client.sendInBursts(requests);
  return ((await server.cpuMilliseconds()) - before) / requests.length;
}
