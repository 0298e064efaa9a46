// What single calls take in an organization of 100,000 accounts, against one of 10: nothing may grow with it.

import { join } from "node:path";
import { startServer } from "../child-server.js";
import type { ChildServer } from "../child-server.js";
import type { Figure, Measure } from "../figure.js";
import { KeepAliveClient } from "../keep-alive-client.js";
import { lastRecordBytes } from "../last-record-bytes.js";
import { median, spread } from "../rounds.js";
import { sampleAccountId } from "../sample-organization.js";
import { answerLike } from "../servers/answer-options.js";
import type { CommitServerOptions } from "../servers/commit-server.js";
import { startSampleServer } from "../sample-server.js";
import { requestTo } from "../signed-call.js";
import { inTemporaryDirectory } from "../temporary-directory.js";
import { pointCalls } from "./point-calls.js";
import type { PointCall, Sample } from "./point-calls.js";

const name = "large-organization";
const large = 100_000;
const small = 10;
const rounds = 7;
const warmUps = 2;
const requestsPerRound = { read: 200, write: 60 };

/** A server, the connection that calls it, one call at a time, and what the calls need to know of it. */
interface Site {
  readonly server: ChildServer;
  readonly client: KeepAliveClient;
  readonly sample: Sample;
}

export const largeOrganization: Figure = {
  name,
  run: async () =>
    inTemporaryDirectory(async (directory) => {
      const few = await sampleSite(join(directory, "few"), small);
      const many = await sampleSite(join(directory, "many"), large);
      const floors = await floorSites(directory, many);
      const measures: Measure[] = [await memory(few, many)];
      for (const call of pointCalls) measures.push(await flatness(call, few, many, floors[call.kind]));
      for (const { client, server } of [few, many, floors.read, floors.write]) {
        client.close();
        await server.stop();
      }
      return measures;
    }),
};

async function sampleSite(dataDirectory: string, accounts: number): Promise<Site> {
  const server = await startSampleServer(dataDirectory, accounts);
  const client = await KeepAliveClient.open(server.url, 1);
  return { server, client, sample: { accounts, middle: await tokenInTheMiddle(server, client, accounts) } };
}

/** The token that leads on from the middle of the list of accounts. */
async function tokenInTheMiddle(
  { url }: ChildServer,
  client: KeepAliveClient,
  accounts: number,
): Promise<string> {
  const MaxResults = Math.min(20, accounts / 2);
  let NextToken: string | undefined;
  for (let seen = 0; seen < accounts / 2; seen += MaxResults) {
    const input = { MaxResults, ...(NextToken === undefined ? {} : { NextToken }) };
    const { body } = await client.ask(requestTo(url, "ListAccounts", input));
    ({ NextToken } = JSON.parse(body) as { readonly NextToken?: string });
  }
  if (NextToken === undefined) throw new Error("the list of accounts has no middle");
  return NextToken;
}

async function floorSites(
  directory: string,
  { server, client, sample }: Site,
): Promise<Readonly<Record<PointCall["kind"], Site>>> {
  const answer = answerLike(
    await client.ask(requestTo(server.url, "DescribeAccount", { AccountId: sampleAccountId(0) })),
  );
  const bare = await startServer(new URL("../servers/bare-http-server.js", import.meta.url), answer);
  const options: CommitServerOptions = {
    ...answer,
    file: join(directory, "floor.db"),
    blobBytes: await lastRecordBytes(join(directory, "many")),
  };
  const commit = await startServer(new URL("../servers/commit-server.js", import.meta.url), options);
  const site = async (floor: ChildServer): Promise<Site> => ({
    server: floor,
    client: await KeepAliveClient.open(floor.url, 1),
    // A copy, so that the writes it is sent do not count as made in the sample.
    sample: { ...sample },
  });
  return { read: await site(bare), write: await site(commit) };
}

async function flatness(call: PointCall, few: Site, many: Site, floor: Site): Promise<Measure> {
  const taken = { few: [] as number[], many: [] as number[], floor: [] as number[] };
  for (let round = -warmUps; round < rounds; round += 1) {
    const [first, second] = round % 2 === 0 ? (["few", "many"] as const) : (["many", "few"] as const);
    const sites = { few, many };
    const times = {
      [first]: await typicalTime(call, sites[first]),
      floor: await typicalTime(call, floor),
      [second]: await typicalTime(call, sites[second]),
    } as Record<keyof typeof taken, number>;
    if (round >= 0) for (const site of ["few", "many", "floor"] as const) taken[site].push(times[site]);
  }
  const ofFew = taken.few.map((time, round) => (taken.floor[round] ?? Number.NaN) / time);
  const ofMany = taken.many.map((time, round) => (taken.floor[round] ?? Number.NaN) / time);
  const flat = ofMany.map((ratio, round) => ratio / (ofFew[round] ?? Number.NaN));
  return {
    name: `${name}: ${call.name}`,
    measured: { value: median(flat), unit: "ratio" },
    spread: spread(flat),
    floor: { value: median(taken.floor), unit: "ms", of: floorNames[call.kind] },
    goal: { atLeast: { value: 0.8, unit: "ratio" } },
    rounds,
    what:
      `the median time of ${requestsPerRound[call.kind]} calls one after another, as a ratio to the floor, ` +
      `${median(ofMany).toFixed(2)} at ${large} accounts and ${median(ofFew).toFixed(2)} at ${small}, ` +
      `and the first over the second: 1 is as quick. ${median(taken.many).toFixed(3)} ms and ` +
      `${median(taken.few).toFixed(3)} ms by the clock.`,
  };
}

const floorNames = { read: "bare node:http", write: "one commit per request" };

/** Milliseconds: the median of the calls of a round. */
async function typicalTime(call: PointCall, { server, client, sample }: Site): Promise<number> {
  const requests = Array.from({ length: requestsPerRound[call.kind] }, () =>
    requestTo(server.url, ...call.next(sample)),
  );
  const times: number[] = [];
  for (const request of requests) {
    const start = performance.now();
    await client.ask(request);
    times.push(performance.now() - start);
  }
  return median(times);
}

async function memory(few: Site, many: Site): Promise<Measure> {
  const [below, { residentMiB, heapMiB }] = [await few.server.memory(), await many.server.memory()];
  return {
    name: `${name}: memory`,
    measured: { value: residentMiB, unit: "MiB" },
    spread: [residentMiB, residentMiB],
    floor: { value: below.residentMiB, unit: "MiB", of: `the same with ${small} accounts` },
    rounds: 1,
    what:
      `resident memory of the server process with ${large} accounts, after a start from a checkpoint and a ` +
      `collection; ${heapMiB.toFixed(0)} MiB of it are the heap, against ${below.heapMiB.toFixed(0)} MiB.`,
  };
}
