// Requests of every kind: lawful calls of every operation, unlawful ones, STS, and bytes that only resemble a request.

import { operations } from "@withhold/organization";
import { operationNames } from "@withhold/wire";
import { jsonText } from "../json-text.js";
import type { Members } from "../json-text.js";
import type { Knowledge } from "../knowledge.js";
import type { Random } from "../random.js";
import { draftBytes, sign } from "./draft.js";
import type { Draft, Keys, Signing } from "./draft.js";
import { Inputs } from "./inputs.js";
import { spoilBytes } from "./spoil-bytes.js";
import { bodySpoilers, spoilSigning, tamper } from "./spoil-head.js";
import { spoilInput } from "./spoil-input.js";

export interface FuzzRequest {
  /** For reports: the kind, and the operation that it names. */
  readonly kind: "lawful" | "unlawful" | "sts" | "bytes";
  readonly operation: string;
  readonly bytes: Buffer;
  /** Of a call in JSON, what a smaller one can be made from. */
  readonly input?: Members;
}

const built = Object.keys(operations);
const unbuilt = operationNames.filter((name) => !built.includes(name));
const nonsense = ["", "ListEverything", "listroots", "__proto__", "toString", "ListRoots ", "x".repeat(500)];

const identity = "Action=GetCallerIdentity&Version=2011-06-15";
const forms: readonly string[] = [
  identity,
  identity,
  "",
  "Action=GetCallerIdentity",
  "Action=AssumeRole&Version=2011-06-15",
  `${identity}&Action=GetCallerIdentity`,
  `${identity}&__proto__=1&constructor=2`,
  `${identity}&a=%`,
  `${identity}&a=%ff%fe`,
  `${identity}&a=%00`,
  `${identity}&${"a=".repeat(2000)}`,
  identity + "&b".repeat(1001),
  "Action=%3Cscript%3E&Version=2011-06-15",
  '{"Action":"GetCallerIdentity"}',
];

export class Requests {
  readonly #random: Random;
  readonly #inputs: Inputs;
  readonly #keys: Keys;
  readonly #host: string;

  constructor(random: Random, knowledge: Knowledge, keys: Keys, host: string) {
    this.#random = random;
    this.#inputs = new Inputs(random, knowledge);
    this.#keys = keys;
    this.#host = host;
  }

  async next(): Promise<FuzzRequest> {
    const dice = this.#random.next();
    if (dice < 0.45) return this.call("lawful", this.#operation(0));
    if (dice < 0.8) return this.call("unlawful", this.#operation(0.1));
    if (dice < 0.88) return this.#sts();
    const { bytes, operation } = await this.call("lawful", this.#operation(0));
    return { kind: "bytes", operation, bytes: spoilBytes(bytes, this.#random) };
  }

  /** A call of one operation. */
  async call(kind: "lawful" | "unlawful", operation: string): Promise<FuzzRequest> {
    const random = this.#random;
    const isLawful = kind === "lawful";
    const input = this.#inputs.lawful(operation, isLawful ? 0.05 : 0.5);
    if (!isLawful && random.chance(0.6)) spoilInput(input, random);
    let body: Buffer = Buffer.from(jsonText(input));
    if (!isLawful && random.chance(0.1)) body = random.pick(bodySpoilers)(body, random);
    const headers: [string, string][] = [["content-type", "application/x-amz-json-1.1"]];
    if (operation !== "") headers.push(["x-amz-target", `AWSOrganizationsV20161128.${operation}`]);
    return this.#finished(
      { kind, operation, input },
      this.#draft("POST", "/", headers, body),
      "organizations",
    );
  }

  /** A lawful call with this input. */
  async callWith(operation: string, input: Members): Promise<FuzzRequest> {
    const headers: [string, string][] = [
      ["content-type", "application/x-amz-json-1.1"],
      ["x-amz-target", `AWSOrganizationsV20161128.${operation}`],
    ];
    const draft = this.#draft("POST", "/", headers, Buffer.from(jsonText(input)));
    return this.#finished({ kind: "lawful", operation, input }, draft, "organizations");
  }

  async #sts(): Promise<FuzzRequest> {
    const form = this.#random.pick(forms);
    const inQuery = this.#random.chance(0.3);
    const headers: [string, string][] = inQuery
      ? []
      : [["content-type", "application/x-www-form-urlencoded"]];
    const draft = inQuery
      ? this.#draft("GET", `/?${form}`, headers, Buffer.alloc(0))
      : this.#draft("POST", "/", headers, Buffer.from(form));
    const kind = form === identity ? "lawful" : "sts";
    return this.#finished({ kind, operation: "" }, draft, "sts");
  }

  #operation(strange: number): string {
    if (!this.#random.chance(strange)) return this.#random.pick(built);
    return this.#random.pick(unbuilt.length > 0 && this.#random.chance(0.5) ? unbuilt : nonsense);
  }

  #draft(method: Draft["method"], path: string, headers: [string, string][], body: Buffer): Draft {
    return { method, path, headers: [["host", this.#host], ...headers], body };
  }

  async #finished(about: Omit<FuzzRequest, "bytes">, draft: Draft, service: string): Promise<FuzzRequest> {
    const random = this.#random;
    const isLawful = about.kind === "lawful";
    const right: Signing = { keys: this.#keys, service, region: "us-east-1", at: new Date() };
    await sign(draft, isLawful || random.chance(0.95) ? right : spoilSigning(right, random));
    if (!isLawful && random.chance(0.08)) tamper(draft, random);
    const inChunks = random.chance(0.05) ? 1 + random.below(100) : undefined;
    return { ...about, bytes: draftBytes(draft, inChunks) };
  }
}
