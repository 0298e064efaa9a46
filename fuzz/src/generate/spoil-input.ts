// Inputs made unlawful, one small harm at a time.

import { Members, Verbatim } from "../json-text.js";
import type { JsonTree } from "../json-text.js";
import type { Random } from "../random.js";

/** Values where none of their kind belong. */
const absurd: readonly JsonTree[] = [
  null,
  true,
  "",
  0,
  -1,
  2 ** 53,
  1e308,
  "\u0000",
  "a\u0000b",
  "\u202e\ufeff",
  "😀".repeat(70),
  "x".repeat(100_000),
  "../../etc/passwd",
  "'; drop table records; --",
  "${jndi:ldap://x}",
  [],
  new Members(),
  new Verbatim("-0"),
  new Verbatim("1e999"),
  new Verbatim("-1e-999"),
  new Verbatim("0.1"),
  new Verbatim("9".repeat(400)),
  new Verbatim('"\\ud800"'),
  new Verbatim('"\\udc00\\ud800"'),
  new Verbatim("NaN"),
  new Verbatim("undefined"),
  new Verbatim(`${"[".repeat(33)}${"]".repeat(33)}`),
  new Verbatim(`${"[".repeat(50_000)}${"]".repeat(50_000)}`),
  new Verbatim(`[${"1,".repeat(5000)}1]`),
  new Verbatim(`[${'{"Key":"k","Value":"v"},'.repeat(200)}{"Key":"k","Value":"v"}]`),
];

const foreignNames = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "",
  "\u0000",
  "policyid",
  "Ünknown",
];

const harms: readonly ((input: Members, random: Random) => void)[] = [
  (input, random) => void input.pairs.splice(random.below(input.pairs.length + 1), 1),
  (input, random) => change(input, random, () => random.pick(absurd)),
  (input, random) => change(input, random, () => random.pick(absurd)),
  (input, random) => change(input, random, (value) => [value]),
  (input, random) => change(input, random, (value) => new Members([["value", value]])),
  (input, random) =>
    change(input, random, (value) => (typeof value === "string" ? bent(value, random) : value)),
  (input, random) => void input.pairs.push([random.pick(foreignNames), random.pick(absurd)]),
  (input, random) => {
    if (input.pairs.length > 0) input.pairs.push(random.pick(input.pairs));
  },
  (input) => void input.pairs.splice(0, input.pairs.length, ...input.pairs.toReversed()),
];

/** At least one harm. */
export function spoilInput(input: Members, random: Random): void {
  do random.pick(harms)(input, random);
  while (random.chance(0.3));
}

function change(input: Members, random: Random, to: (value: JsonTree) => JsonTree): void {
  if (input.pairs.length === 0) return;
  const pair = random.pick(input.pairs);
  pair[1] = to(pair[1]);
}

function bent(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  return random.pick([
    text.toUpperCase(),
    `${text} `,
    text.slice(0, at),
    text + text,
    text.slice(0, at) + String.fromCharCode(random.below(0x3000)) + text.slice(at + 1),
  ]);
}
