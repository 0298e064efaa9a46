// Requests of every kind: lawful calls of every operation, unlawful ones, STS, and bytes that only resemble a request.

import { operations } from "@withhold/organization";
import type { CallerName, Callers } from "../callers.js";
import { jsonText } from "../json-text.js";
import type { Members } from "../json-text.js";
import type { Knowledge } from "../knowledge.js";
import type { Random } from "../random.js";
import { draftBytes, sign } from "./draft.js";
import type { Draft, Signing } from "./draft.js";
import { Inputs } from "./inputs.js";
import { spoilBytes } from "./spoil-bytes.js";
import { bodySpoilers, spoilSigning, tamper } from "./spoil-head.js";
import { spoilInput } from "./spoil-input.js";

export interface FuzzRequest {
  /** For reports: the kind, and the operation that it names. */
  readonly kind: "lawful" | "unlawful" | "sts" | "bytes";
  readonly operation: string;
  readonly caller: CallerName;
  readonly bytes: Buffer;
  /** Of a call in JSON, what a smaller one can be made from. */
  readonly input?: Members;
}

const names = Object.keys(operations);
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
  readonly #callers: Callers;
  readonly #host: string;

  constructor(random: Random, knowledge: Knowledge, callers: Callers, host: string) {
    this.#random = random;
    this.#inputs = new Inputs(random, knowledge);
    this.#callers = callers;
    this.#host = host;
  }

  async next(): Promise<FuzzRequest> {
    const dice = this.#random.next();
    if (dice < 0.45) return this.call("lawful", this.#operation(0));
    if (dice < 0.8) return this.call("unlawful", this.#operation(0.1));
    if (dice < 0.88) return this.#sts();
    const { bytes, operation, caller } = await this.call("lawful", this.#operation(0));
    return { kind: "bytes", operation, caller, bytes: spoilBytes(bytes, this.#random) };
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
      { kind, operation, input, caller: this.#callers.pick(random) },
      this.#draft("POST", "/", headers, body),
      "organizations",
    );
  }

  /** A lawful call with this input. */
  async callWith(operation: string, input: Members, caller: CallerName = "management"): Promise<FuzzRequest> {
    const headers: [string, string][] = [
      ["content-type", "application/x-amz-json-1.1"],
      ["x-amz-target", `AWSOrganizationsV20161128.${operation}`],
    ];
    const draft = this.#draft("POST", "/", headers, Buffer.from(jsonText(input)));
    return this.#finished({ kind: "lawful", operation, input, caller }, draft, "organizations");
  }

  /** A lawful call of IAM or STS. */
  async query(service: "iam" | "sts", form: URLSearchParams, caller: CallerName): Promise<FuzzRequest> {
    const headers: [string, string][] = [["content-type", "application/x-www-form-urlencoded"]];
    const draft = this.#draft("POST", "/", headers, Buffer.from(form.toString()));
    const operation = `${service}:${form.get("Action")}`;
    return this.#finished({ kind: "lawful", operation, caller }, draft, service);
  }

  /** Asks the operator for an account in no organization. */
  async newAccount(account: { readonly name: string; readonly email: string }): Promise<FuzzRequest> {
    const body = Buffer.from(JSON.stringify(account));
    const draft = this.#draft("POST", "/v1/accounts", [["content-type", "application/json"]], body);
    const about = { kind: "lawful", operation: "CreateStandaloneAccount", caller: "management" } as const;
    return this.#finished(about, draft, "withhold");
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
    const caller = this.#callers.pick(this.#random);
    return this.#finished({ kind, operation: "", caller }, draft, "sts");
  }

  #operation(strange: number): string {
    return this.#random.pick(this.#random.chance(strange) ? nonsense : names);
  }

  #draft(method: Draft["method"], path: string, headers: [string, string][], body: Buffer): Draft {
    return { method, path, headers: [["host", this.#host], ...headers], body };
  }

  async #finished(about: Omit<FuzzRequest, "bytes">, draft: Draft, service: string): Promise<FuzzRequest> {
    const random = this.#random;
    const isLawful = about.kind === "lawful";
    const keys = this.#callers.keysOf(about.caller);
    const right: Signing = { keys, service, region: "us-east-1", at: new Date() };
    await sign(draft, isLawful || random.chance(0.95) ? right : spoilSigning(right, random));
    if (!isLawful && random.chance(0.08)) tamper(draft, random);
    const inChunks = random.chance(0.05) ? 1 + random.below(100) : undefined;
    return { ...about, bytes: draftBytes(draft, inChunks) };
  }
}
