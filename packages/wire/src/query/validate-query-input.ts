// Inputs of IAM and STS: flat parameters such as `Tags.member.1.Key` made structures, and checked against the table.

import { compileShape } from "../constraints/compile-shape.js";
import type { CompiledShape } from "../constraints/compile-shape.js";
import { findMissing } from "../constraints/find-missing.js";
import { findViolation } from "../constraints/find-violation.js";
import type { InputObject, InputValue } from "../constraints/input-value.js";
import { identityOperations } from "./identity-operations.js";
import type { IdentityService } from "./identity-operations.js";

export type ValidatedQueryInput =
  | { readonly ok: true; readonly input: InputObject }
  /** For a `ValidationError`. */
  | { readonly ok: false; readonly message: string };

type Structure = Extract<CompiledShape, { readonly type: "structure" }>;

const compiled = new Map<string, Structure>();

function inputOf(service: IdentityService, operation: string): Structure {
  const name = `${service}/${operation}`;
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const shape = compileShape(identityOperations[service].shapes, `${operation}Request`);
  if (shape.type !== "structure") throw new TypeError(`the input of \`${operation}\` is no structure`);
  compiled.set(name, shape);
  return shape;
}

/**
 * INVARIANT: `isIdentityOperation`. Parameters that no member has are ignored, as on AWS; those that begin like a member
 * and are no part of it (a list that skips a number, a value of another kind) are refused, so that nothing is lost.
 */
export function validateQueryInput(
  service: IdentityService,
  operation: string,
  parameters: ReadonlyMap<string, string>,
): ValidatedQueryInput {
  const shape = inputOf(service, operation);
  const reading = new Reading(parameters);
  const input = reading.structure(shape, "");
  const stray = reading.firstStray(new Set(shape.members.map(({ name }) => name)));
  if (stray !== undefined) return { ok: false, message: stray };
  const missing = findMissing(shape, input, "");
  if (missing !== undefined) return { ok: false, message: `\`${missing}\` is required, give it` };
  const fault = findViolation(shape, input, "");
  return fault === undefined ? { ok: true, input } : { ok: false, message: fault.message };
}

class Reading {
  readonly #parameters: ReadonlyMap<string, string>;
  readonly #read = new Set<string>();
  #wrong: string | undefined;

  constructor(parameters: ReadonlyMap<string, string>) {
    this.#parameters = parameters;
  }

  structure(shape: Structure, path: string): InputObject {
    const copy = Object.create(null) as Record<string, InputValue>;
    for (const { name, shape: of } of shape.members) {
      const value = this.#value(of, path === "" ? name : `${path}.${name}`);
      if (value !== undefined) copy[name] = value;
    }
    return copy;
  }

  /** What is wrong with the first parameter that belongs to a member and could not be read. */
  firstStray(members: ReadonlySet<string>): string | undefined {
    if (this.#wrong !== undefined) return this.#wrong;
    for (const name of this.#parameters.keys()) {
      const [member = ""] = name.split(".", 1);
      if (this.#read.has(name) || !members.has(member)) continue;
      return `the parameter \`${name.slice(0, 128)}\` has no place in the input; number lists \`.member.1\` and on, without gaps`;
    }
    return undefined;
  }

  #value(shape: CompiledShape, path: string): InputValue | undefined {
    if (shape.type === "list") return this.#list(shape.member, path);
    if (shape.type === "structure") return this.#has(path) ? this.structure(shape, path) : undefined;
    const text = this.#parameters.get(path);
    if (text === undefined) return undefined;
    this.#read.add(path);
    return this.#scalar(shape.type, text, path);
  }

  #scalar(type: "string" | "integer" | "boolean" | "timestamp", text: string, path: string): InputValue {
    if (type === "integer" && /^-?\d{1,15}$/.test(text)) return Number(text);
    if (type === "boolean" && /^(?:true|false)$/i.test(text)) return text.toLowerCase() === "true";
    if (type === "string") return text;
    const wanted = type === "integer" ? "a whole number" : "true or false";
    this.#wrong ??= `\`${path}\` is \`${text.slice(0, 64)}\`, give ${wanted}`;
    return text;
  }

  #list(member: CompiledShape, path: string): readonly InputValue[] | undefined {
    const items: InputValue[] = [];
    for (;;) {
      const item = this.#value(member, `${path}.member.${items.length + 1}`);
      if (item === undefined) break;
      items.push(item);
    }
    if (items.length > 0) return items;
    // How clients send an empty list.
    if (this.#parameters.get(path) !== "") return undefined;
    this.#read.add(path);
    return [];
  }

  #has(path: string): boolean {
    const start = `${path}.`;
    for (const name of this.#parameters.keys()) if (name.startsWith(start)) return true;
    return false;
  }
}
