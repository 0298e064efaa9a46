// Inputs of operations, made from the constraint table alone: lawful ones, with ids that exist where any are known.

import { shapeTable } from "@withhold/wire";
import type { Shape } from "@withhold/wire";
import fc from "fast-check";
import { Members } from "../json-text.js";
import type { JsonTree } from "../json-text.js";
import type { Knowledge } from "../knowledge.js";
import type { Random } from "../random.js";
import { policyDocument, resourcePolicy } from "./documents.js";

type StringShape = Extract<Shape, { type: "string" }>;

const samplesPerShape = 24;
const services = ["transcribe.amazonaws.com", "polly.amazonaws.com"];
const frequentType = "AISERVICES_OPT_OUT_POLICY";

/** Strings for every shape, drawn once: from its pattern where `fast-check` can read that, else plain words. */
export class Inputs {
  readonly #samples: ReadonlyMap<string, readonly string[]>;
  readonly #random: Random;
  readonly #knowledge: Knowledge;

  constructor(random: Random, knowledge: Knowledge) {
    this.#random = random;
    this.#knowledge = knowledge;
    const seed = random.below(2 ** 31);
    this.#samples = new Map(
      Object.entries(shapeTable).flatMap(([name, shape]) =>
        shape.type === "string" && shape.enum === undefined ? [[name, samples(shape, seed)]] : [],
      ),
    );
  }

  /** `harm`: how often a document in it is spoilt. */
  lawful(operation: string, harm: number): Members {
    const shape = shapeTable[`${operation}Request`];
    const made = shape?.type === "structure" ? this.#structure(shape, harm) : new Members();
    const continuation = this.#knowledge.tokens.findLast((known) => known.operation === operation);
    const token = made.pairs.find(([member]) => member === "NextToken");
    if (token !== undefined && continuation !== undefined) token[1] = continuation.token;
    return made;
  }

  #structure(shape: Extract<Shape, { type: "structure" }>, harm: number): Members {
    const required = new Set(shape.required);
    const made = new Members();
    for (const [member, of] of Object.entries(shape.members)) {
      // A first page, an account without tags: what is optional is mostly left out.
      if (required.has(member) || this.#random.chance(member === "NextToken" ? 0.1 : 0.3)) {
        made.pairs.push([member, this.#value(of, made, harm)]);
      }
    }
    return made;
  }

  #value(name: string, around: Members, harm: number): JsonTree {
    const shape = shapeTable[name];
    switch (shape?.type) {
      case undefined:
        throw new TypeError(`shape \`${name}\` is not in the table`);
      case "string":
        return this.#string(name, shape, around, harm);
      case "integer":
        return (shape.min ?? 0) + this.#random.below((shape.max ?? 100) - (shape.min ?? 0) + 1);
      case "boolean":
        return this.#random.chance(0.5);
      case "timestamp":
        return this.#timestamp();
      case "list":
        return Array.from({ length: this.#random.below(3) }, () => this.#value(shape.member, around, harm));
      case "structure":
        return this.#structure(shape, harm);
    }
  }

  /** Mostly when a transfer may start or end: at the first or the last second of a month, not far off. */
  #timestamp(): number {
    if (this.#random.chance(0.2)) return 1_700_000_000 + this.#random.below(1e8);
    const now = new Date();
    const start = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + this.#random.below(15) - 1);
    return start / 1000 - this.#random.below(2);
  }

  #string(name: string, shape: StringShape, around: Members, harm: number): string {
    // Of one type more than of the others, so that what acts on it finds something.
    if (shape.enum?.includes(frequentType) === true && this.#random.chance(0.5)) return frequentType;
    if (shape.enum !== undefined) return this.#random.pick(shape.enum);
    if (name === "ResourcePolicyContent") return policyDocument(resourcePolicy, this.#random, harm);
    if (name.endsWith("PolicyContent")) {
      const type = around.get("Type");
      return policyDocument(typeof type === "string" ? type : "", this.#random, harm);
    }
    // The table lets any text name a party; what it names are accounts and addresses.
    if (name === "HandshakePartyId" && this.#random.chance(0.9)) {
      return this.#string(this.#random.pick(["AccountId", "Email"]), shape, around, harm);
    }
    if (name === "ServicePrincipal" && this.#random.chance(0.8)) return this.#random.pick(services);
    const known = this.#knowledge.idsOf(name);
    // What was just made or seen is what most others can act on.
    const some = known.slice(-4);
    if (some.length > 0 && this.#random.chance(0.5)) return this.#random.pick(some);
    if (known.length > 0 && this.#random.chance(0.95)) return this.#random.pick(known);
    return this.#random.pick(this.#samples.get(name) ?? [""]);
  }
}

function samples({ pattern, min = 0, max = 64 }: StringShape, seed: number): readonly string[] {
  const fits = (text: string): boolean => text.length >= min && text.length <= Math.min(max, 200);
  const drawn = fc.sample(stringsOf(pattern), { seed, numRuns: samplesPerShape * 4 }).filter(fits);
  return drawn.length === 0 ? ["a".repeat(Math.max(min, 1))] : drawn.slice(0, samplesPerShape);
}

function stringsOf(pattern: string | undefined): fc.Arbitrary<string> {
  const words = fc.stringMatching(/^[A-Za-z]{1,12}(?: [a-z]{1,8})?$/);
  // `fast-check` knows no Unicode properties, and of what takes anything plain words are as good.
  return pattern === undefined || pattern.includes("\\p{") || pattern.includes("[\\s\\S]*")
    ? words
    : fc.stringMatching(new RegExp(`^(?:${pattern})$`, "u"));
}
