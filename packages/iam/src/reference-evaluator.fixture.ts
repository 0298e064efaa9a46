// The evaluator once more, as plainly as it can be written: documents as they stand, regular expressions, no compiling.

import type { ContextValue } from "./request.js";

export interface PlainStatement {
  readonly Effect: "Allow" | "Deny";
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: readonly string[];
  readonly NotResource?: readonly string[];
  readonly Condition: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

export interface PlainRequest {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, ContextValue>>;
}

/** Of a set of policies, each a list of statements. */
export function referenceOutcome(
  policies: readonly (readonly PlainStatement[])[],
  request: PlainRequest,
): "allow" | "explicit-deny" | "implicit-deny" {
  const applying = policies.flat().filter((statement) => referenceApplies(statement, request));
  if (applying.some(({ Effect }) => Effect === "Deny")) return "explicit-deny";
  return applying.length > 0 ? "allow" : "implicit-deny";
}

export function referenceApplies(statement: PlainStatement, request: PlainRequest): boolean {
  const { Effect, Action, NotAction = [], Resource, NotResource = [], Condition } = statement;
  const isAction = (pattern: string): boolean =>
    expression(pattern.toLowerCase(), "[^]").test(request.action.toLowerCase());
  const isResource = (pattern: string): boolean | undefined => {
    const filled = fill(pattern, request);
    return filled === undefined ? undefined : resourceExpression(filled).test(request.resource);
  };
  return (
    (Action ? Action.some(isAction) : !NotAction.some(isAction)) &&
    (Resource
      ? Resource.some((one) => isResource(one) === true)
      : isNone(NotResource.map(isResource), Effect)) &&
    Object.entries(Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => referenceHolds(operator, key, values, Effect, request)),
    )
  );
}

/** No match; where a variable has no value, that depends on what is at stake. */
function isNone(matches: readonly (boolean | undefined)[], effect: "Allow" | "Deny"): boolean {
  if (matches.includes(true)) return false;
  return matches.includes(undefined) ? effect === "Deny" : true;
}

function referenceHolds(
  name: string,
  key: string,
  wanted: readonly string[],
  effect: "Allow" | "Deny",
  request: PlainRequest,
): boolean {
  const [qualifier, full] = name.includes(":") ? (name.split(":") as [string, string]) : ["", name];
  const operator = full.replace(/IfExists$/, "");
  const entry = Object.entries(request.context).find(([one]) => one.toLowerCase() === key.toLowerCase());
  const values = entry === undefined ? [] : [entry[1]].flat();
  if (operator === "Null") return wanted.includes(String(values.length === 0));
  const isNegated = operator.includes("Not");
  if (values.length === 0) {
    if (full.endsWith("IfExists") || qualifier === "ForAllValues") return true;
    return qualifier === "" && isNegated;
  }
  const positive = operator.replace("Not", "");
  const matchesOf = (value: string): readonly (boolean | undefined)[] =>
    wanted.map((one) => compare(positive, value, one, request));
  const holdsFor = (matches: readonly (boolean | undefined)[]): boolean =>
    isNegated ? isNone(matches, effect) : matches.includes(true);
  if (qualifier === "ForAllValues") return values.every((value) => holdsFor(matchesOf(value)));
  if (qualifier === "ForAnyValue") return values.some((value) => holdsFor(matchesOf(value)));
  return holdsFor(values.flatMap(matchesOf));
}

function compare(
  operator: string,
  value: string,
  wanted: string,
  request: PlainRequest,
): boolean | undefined {
  const filled = fill(wanted, request);
  switch (operator) {
    case "NumericEquals":
      return number(value) === number(wanted);
    case "NumericLessThan":
      return number(value) < number(wanted);
    case "Bool":
      return value.toLowerCase() === wanted;
    case "StringEquals":
      return filled === undefined ? undefined : value === plain(filled);
    case "StringEqualsIgnoreCase":
      return filled === undefined ? undefined : value.toLowerCase() === plain(filled).toLowerCase();
    case "StringLike":
      return filled === undefined ? undefined : expression(filled, "[^]").test(value);
    default:
      throw new Error(`the reference knows no ${operator}`);
  }
}

function number(text: string): number {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

/** Marks what came from a variable, so that none of it is a wildcard. */
const mark = { "*": "\u0001", "?": "\u0002" } as const;

function fill(pattern: string, { context }: PlainRequest): string | undefined {
  const name = /\$\{(.*?)\}/.exec(pattern)?.[1];
  if (name === undefined) return pattern;
  const value = Object.entries(context).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
  if (typeof value !== "string") return undefined;
  const text = value.replaceAll("*", mark["*"]).replaceAll("?", mark["?"]);
  return pattern.replace(/\$\{.*?\}/, () => text);
}

function plain(filled: string): string {
  return filled.replaceAll(mark["*"], "*").replaceAll(mark["?"], "?");
}

/** `any`: what a wildcard stands for. */
function expression(filled: string, any: string): RegExp {
  const source = Array.from(filled, (character) => {
    if (character === "*") return `${any}*`;
    return character === "?" ? any : literal(plain(character));
  });
  return new RegExp(`^${source.join("")}$`, "u");
}

/** A `*` that ends a segment stands for everything, other wildcards for what has no colon. */
function resourceExpression(filled: string): RegExp {
  const characters = Array.from(filled);
  const source = characters.map((character, index) => {
    const next = characters[index + 1];
    if (character === "*") return next === undefined || next === ":" ? "[^]*" : "[^:]*";
    return character === "?" ? "[^:]" : literal(plain(character));
  });
  return new RegExp(`^${source.join("")}$`, "u");
}

function literal(character: string): string {
  return character.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}
