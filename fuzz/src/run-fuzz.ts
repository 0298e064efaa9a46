// The run: rounds of requests against a real server, every answer checked, and at the end the journal.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { operations } from "@withhold/organization";
import { Callers } from "./callers.js";
import { checkAnswer, jsonObject } from "./check-answer.js";
import { Requests } from "./generate/requests.js";
import type { FuzzRequest } from "./generate/requests.js";
import { Knowledge } from "./knowledge.js";
import { Ledger } from "./ledger.js";
import type { Settlement } from "./ledger.js";
import { MemoryWatch, mebibytes } from "./memory-watch.js";
import { scenes } from "./scenes.js";
import { smallest } from "./smallest.js";
import { Stage } from "./stage.js";
import { Random } from "./random.js";
import { Hung, RawClient } from "./raw-client.js";
import type { RawAnswer } from "./raw-client.js";
import { ServerEnded, ServerProcess } from "./server-process.js";

export interface FuzzOptions {
  readonly seed: number;
  /** Requests to send. */
  readonly count: number;
  /** Called now and then with how many were sent. */
  readonly onProgress: (sent: number) => void;
}

export interface FuzzSummary {
  readonly requests: number;
  readonly requestsPerSecond: number;
  readonly accepted: Ledger["acceptedByOperation"];
  readonly acceptedByCaller: Ledger["acceptedByCaller"];
  readonly refusals: Ledger["refusals"];
  readonly acceptedWrites: number;
  readonly unanswered: number;
  readonly settlement: Settlement;
  readonly memory: ReturnType<MemoryWatch["verdict"]>;
  /** Operations that never once succeeded. */
  readonly neverAccepted: readonly string[];
}

/** What must never happen, with what shows it again. */
export class FuzzFinding extends Error {
  override readonly name = "FuzzFinding";
}

const keys = {
  accessKeyId: "AKIAWITHHOLDFUZZED00",
  secretAccessKey: "fuzz/secret+key/of/the/first/user000000",
};
/** Requests that are made from the same knowledge and sent together. */
const roundSize = 256;
/** After so many the callers are made what they were, and the scenes played. */
const roundsPerRenewal = 64;
/** Requests of a run from which on every operation and every caller must have succeeded. */
const wholeRun = 100_000;
const measuresPerRun = 20;

/** Rejects with a `FuzzFinding`. */
export async function runFuzz({ seed, count, onProgress }: FuzzOptions): Promise<FuzzSummary> {
  const dataDirectory = await mkdtemp(join(tmpdir(), "withhold-fuzz-"));
  const server = await ServerProcess.start({ dataDirectory, keys });
  const run = new Run(server, seed);
  try {
    const watch = new MemoryWatch(count);
    const started = performance.now();
    await run.found();
    let measuredAt = 0;
    for (let round = 0; run.sent < count; round += 1) {
      if (round % roundsPerRenewal === 0) await Promise.race([run.renew(), server.crash]);
      await Promise.race([run.round(Math.min(roundSize, count - run.sent)), server.crash]);
      onProgress(run.sent);
      if (run.sent < count && run.sent - measuredAt < count / measuresPerRun) continue;
      measuredAt = run.sent;
      watch.add({ requests: run.sent, records: run.ledger.acceptedWrites, bytes: await server.memory() });
    }
    const seconds = (performance.now() - started) / 1000;
    run.close();
    if (!(await server.replaysAlike())) throw new FuzzFinding("the journal does not give the live state");
    await server.stop();
    const settlement = await run.ledger.settle(dataDirectory);
    const memory = watch.verdict();
    if (!memory.holds) wrongMemory(memory);
    if (settlement.wrong.length > 0) throw new FuzzFinding(settlement.wrong.join("; "));
    const summary = run.summary();
    if (count >= wholeRun) requireCoverage(summary);
    return { ...summary, requestsPerSecond: run.sent / seconds, settlement, memory };
  } catch (error) {
    if (error instanceof Hung || error instanceof ServerEnded)
      throw new FuzzFinding(run.story(error.message));
    throw error;
  } finally {
    run.close();
    await server.stop();
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

class Run {
  readonly ledger = new Ledger();
  readonly #client: RawClient;
  readonly #knowledge = new Knowledge();
  readonly #random: Random;
  readonly #requests: Requests;
  readonly #stage: Stage;
  /** Under way, for the story of a crash. */
  #latest: readonly FuzzRequest[] = [];
  sent = 0;

  constructor({ url }: ServerProcess, seed: number) {
    this.#client = new RawClient(url);
    this.#random = new Random(seed);
    const callers = new Callers(keys);
    this.#requests = new Requests(this.#random, this.#knowledge, callers, new URL(url).host);
    this.#stage = new Stage(this.#requests, callers, this.#knowledge, async (request) => this.#act(request));
  }

  /** An organization with all features, and the callers, so that there is something to act on and somebody to act. */
  async found(): Promise<void> {
    await this.#stage.set();
  }

  async renew(): Promise<void> {
    await this.#stage.renew();
    for (const scene of scenes) await scene(this.#stage);
  }

  /** One request on its own; the text of its answer, undefined where it was refused. */
  async #act(request: FuzzRequest): Promise<string | undefined> {
    this.#latest = [request];
    const [answer] = await this.#client.pipeline([request.bytes]);
    if (answer === undefined) throw new FuzzFinding(this.story("a lawful request was not answered"));
    await this.#take(request, answer);
    return answer.status < 300 ? answer.body : undefined;
  }

  async round(size: number): Promise<void> {
    const round: FuzzRequest[] = [];
    while (round.length < size) round.push(await this.#requests.next());
    this.#latest = round;
    await this.#inOrder(round.filter(({ kind }) => kind !== "bytes"));
    this.#latest = round.filter(({ kind }) => kind === "bytes");
    await Promise.all(this.#latest.map(async (one) => this.#alone(one)));
    this.sent += size;
  }

  summary(): Omit<FuzzSummary, "requestsPerSecond" | "settlement" | "memory"> {
    const accepted = this.ledger.acceptedByOperation;
    const names = new Set(accepted.map(([name]) => name));
    return {
      requests: this.sent,
      accepted,
      acceptedByCaller: this.ledger.acceptedByCaller,
      refusals: this.ledger.refusals,
      acceptedWrites: this.ledger.acceptedWrites,
      unanswered: this.ledger.unanswered,
      neverAccepted: Object.keys(operations).filter((name) => !names.has(name)),
    };
  }

  /** What was under way when something else than an answer was wrong. */
  story(why: string): string {
    const requests = this.#latest.map(
      ({ kind, operation, caller, bytes }) => `${kind} ${operation} by ${caller}: ${shown(bytes, 400)}`,
    );
    return `${why}, after ${this.sent} requests; under way were\n${requests.join("\n")}`;
  }

  close(): void {
    this.#client.close();
  }

  async #inOrder(requests: readonly FuzzRequest[]): Promise<void> {
    const answers = await this.#client.pipeline(requests.map(({ bytes }) => bytes));
    for (const [index, request] of requests.entries()) {
      const answer = answers[index];
      if (answer !== undefined) await this.#take(request, answer);
      // The connection ended with an answer before it, so the server has not read this one.
      else await this.#inOrder(requests.slice(index, index + 1));
    }
  }

  async #alone(request: FuzzRequest): Promise<void> {
    const answers = await this.#client.alone(request.bytes).catch((error: unknown) => {
      this.#latest = [request];
      throw error;
    });
    // A client that ends its side gets no answer to what is still being written then; there may be several requests.
    const requests = request.bytes.toString("latin1").split(" HTTP/1.").length - 1;
    this.ledger.unanswered += Math.max(0, Math.max(1, requests) - answers.length);
    for (const answer of answers) await this.#take(request, answer);
  }

  async #take(request: FuzzRequest, answer: RawAnswer): Promise<void> {
    const problem = checkAnswer(request, answer);
    if (problem !== undefined) {
      const small = await smallest(request, this.#requests, async (other) => {
        const [again] = await this.#client.alone(other.bytes);
        return again !== undefined && checkAnswer(other, again) !== undefined;
      });
      throw new FuzzFinding(
        `${problem}\nrequest ${this.sent} and what follows it, ${request.kind} by ${request.caller}: ${shown(small.bytes)}`,
      );
    }
    const output = jsonObject(answer.body);
    const code = answer.status < 300 ? undefined : codeOf(answer, output);
    const id = answer.headers.get("x-amzn-requestid") ?? "";
    const operation = request.operation === "" ? "GetCallerIdentity" : request.operation.trim();
    this.ledger.note({ ...request, operation }, id, code);
    if (code === undefined && request.kind !== "bytes") this.#knowledge.learn(operation, output);
  }
}

/** A run that long which never got somewhere proves nothing about it. */
function requireCoverage({
  neverAccepted,
  acceptedByCaller,
}: Pick<FuzzSummary, "neverAccepted" | "acceptedByCaller">): void {
  const idle = acceptedByCaller.flatMap(([name, count]) => (count === 0 ? [name] : []));
  if (neverAccepted.length > 0) throw new FuzzFinding(`never accepted: ${neverAccepted.join(", ")}`);
  if (idle.length > 0) throw new FuzzFinding(`no call was accepted of ${idle.join(", ")}`);
}

function codeOf({ status, body }: RawAnswer, output: ReturnType<typeof jsonObject>): string {
  const inXml = /<Code>(\w+)<\/Code>/.exec(body)?.[1];
  const inJson = output?.["__type"];
  return inXml ?? (typeof inJson === "string" ? inJson : String(status));
}

function shown(bytes: Buffer, charactersMax = 3000): string {
  const text = JSON.stringify(bytes.toString("latin1"));
  return text.length <= charactersMax ? text : `${text.slice(0, charactersMax)}… (${bytes.length} bytes)`;
}

function wrongMemory({ warm, last, bound }: FuzzSummary["memory"]): never {
  throw new FuzzFinding(
    `memory grew from ${mebibytes(warm)} to ${mebibytes(last)}; at most ${mebibytes(bound)} are explained`,
  );
}
