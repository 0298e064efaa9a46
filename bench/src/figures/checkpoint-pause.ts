// How long requests are held up while a checkpoint of 100,000 accounts is made, against one of 10.

import { statSync } from "node:fs";
import { join } from "node:path";
import type { ChildServer } from "../child-server.js";
import type { Figure, Measure } from "../figure.js";
import { KeepAliveClient } from "../keep-alive-client.js";
import { median, spread } from "../rounds.js";
import { sampleAccountId } from "../sample-organization.js";
import { startSampleServer } from "../sample-server.js";
import { requestTo } from "../signed-call.js";
import { inTemporaryDirectory } from "../temporary-directory.js";

const name = "checkpoint-pause";
const large = 100_000;
const small = 10;
const rounds = 5;
const inFlight = 16;
/** More than the records after which a server makes a checkpoint. */
const writesPerRound = 11_000;
/** Reads and writes sent one after another beside the load, more than there is time for. */
const probes = 20_000;

interface Site {
  readonly dataDirectory: string;
  readonly server: ChildServer;
  readonly load: KeepAliveClient;
  readonly reader: KeepAliveClient;
  readonly writer: KeepAliveClient;
}

/** The longest that anybody waited while a checkpoint was made; milliseconds. */
interface Pause {
  readonly read: number;
  readonly write: number;
}

export const checkpointPause: Figure = {
  name,
  run: async () =>
    inTemporaryDirectory(async (directory) => {
      const few = await site(join(directory, "few"), small);
      const many = await site(join(directory, "many"), large);
      const taken = { few: [] as Pause[], many: [] as Pause[] };
      for (let round = 0; round < rounds; round += 1) {
        taken.few.push(await longestWaits(few));
        taken.many.push(await longestWaits(many));
      }
      for (const { server, load, reader, writer } of [few, many]) {
        for (const client of [load, reader, writer]) client.close();
        await server.stop();
      }
      return [measure("read", taken), measure("write", taken)];
    }),
};

function measure(
  what: keyof Pause,
  taken: { readonly few: readonly Pause[]; readonly many: readonly Pause[] },
): Measure {
  const [few, many] = [taken.few.map((pause) => pause[what]), taken.many.map((pause) => pause[what])];
  return {
    name: `${name}: the longest ${what}`,
    measured: { value: median(many), unit: "ms" },
    spread: spread(many),
    floor: { value: median(few), unit: "ms", of: `the same with ${small} accounts` },
    rounds,
    what:
      `the longest that one ${what} at a time took by the clock while ${inFlight} connections made ${writesPerRound} ` +
      `writes, in which the server made a checkpoint of ${large} accounts. Writes wait until it is written down, reads ` +
      `for a slice of it.`,
  };
}

async function site(dataDirectory: string, accounts: number): Promise<Site> {
  const server = await startSampleServer(dataDirectory, accounts);
  const [load, reader, writer] = await Promise.all(
    [inFlight, 1, 1].map(async (connections) => KeepAliveClient.open(server.url, connections)),
  );
  if (load === undefined || reader === undefined || writer === undefined) throw new Error("no connection");
  return { dataDirectory, server, load, reader, writer };
}

async function longestWaits({ dataDirectory, server, load, reader, writer }: Site): Promise<Pause> {
  const tagged = Array.from({ length: writesPerRound }, (_, turn) => tag(server.url, turn));
  const asked = Array.from({ length: probes }, () => describe(server.url));
  const written = Array.from({ length: probes / 4 }, (_, turn) => tag(server.url, turn));
  const before = checkpointTime(dataDirectory);
  let isOver = false;
  const [, read, write] = await Promise.all([
    load.send(tagged).finally(() => (isOver = true)),
    longest(reader, asked, () => isOver),
    longest(writer, written, () => isOver),
  ]);
  if (checkpointTime(dataDirectory) === before) throw new Error("no checkpoint was made");
  return { read, write };
}

async function longest(
  client: KeepAliveClient,
  requests: readonly Buffer[],
  isOver: () => boolean,
): Promise<number> {
  let longest = 0;
  for (const request of requests) {
    if (isOver()) break;
    const start = performance.now();
    await client.ask(request);
    longest = Math.max(longest, performance.now() - start);
  }
  return longest;
}

/** 0 where there is none yet. */
function checkpointTime(dataDirectory: string): number {
  return statSync(join(dataDirectory, "checkpoint"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function tag(url: string, turn: number): Buffer {
  const Tags = [{ Key: "turn", Value: String(turn) }];
  return requestTo(url, "TagResource", { ResourceId: sampleAccountId(turn % small), Tags });
}

function describe(url: string): Buffer {
  return requestTo(url, "DescribeAccount", { AccountId: sampleAccountId(0) });
}
