// Policy documents: valid ones of every type, and what becomes of them when somebody means harm.

import type { Random } from "../random.js";

const lock = "@@operators_allowed_for_child_policies";

function optOut(random: Random): object {
  const service = random.pick(["default", "lex", "polly", "transcribe", "rekognition"]);
  const choice = { "@@assign": random.pick(["optOut", "optIn"]) };
  const locked = random.chance(0.3) ? { [lock]: [random.pick(["@@none", "@@all", "@@assign"])] } : {};
  return { services: { ...locked, [service]: { opt_out_policy: { ...locked, ...choice } } } };
}

function tagging(random: Random): object {
  const key = random.pick(["stage", "CostCenter"]);
  const operator = random.pick(["@@assign", "@@append", "@@remove"]);
  return { tags: { [key]: { tag_key: { "@@assign": key }, tag_value: { [operator]: ["a", "b"] } } } };
}

function backup(random: Random): object {
  const rules = Object.fromEntries(
    Array.from({ length: 1 + random.below(12) }, () => [
      random.pick("abcdefghijklmnop".split("")),
      { target_backup_vault_name: { "@@assign": "vault" } },
    ]),
  );
  return { plans: { [random.pick(["daily", "weekly"])]: { rules, regions: { "@@append": ["eu-west-1"] } } } };
}

function statement(random: Random): object {
  const Effect = random.pick(["Allow", "Deny"]);
  return {
    Version: "2012-10-17",
    Statement: [{ Effect, Action: random.pick(["*", "s3:*"]), Resource: "*" }],
  };
}

/** A resource control policy: it denies, and says for whom. */
function refusal(random: Random): object {
  const Action = random.pick(["*", "s3:*"]);
  return { Version: "2012-10-17", Statement: [{ Effect: "Deny", Principal: "*", Action, Resource: "*" }] };
}

/** What it denies it denies to an account that is none: denied to everybody, the run would stand still. */
function delegation(random: Random): object {
  const Condition = { StringLikeIfExists: { "organizations:PolicyType": random.pick(["*", "TAG_POLICY"]) } };
  const Action = random.pick(["organizations:*", "organizations:List*", "organizations:TagResource"]);
  const toEverybody = { Effect: "Allow", Principal: "*", Action, Resource: "*" };
  const toNobody = { ...toEverybody, Effect: "Deny", Principal: { AWS: "123456789012" } };
  const conditional = random.chance(0.5) ? { Condition } : {};
  return { Version: "2012-10-17", Statement: [{ ...random.pick([toEverybody, toNobody]), ...conditional }] };
}

/** What the type of a resource policy is called here; on the wire it has none. */
export const resourcePolicy = "RESOURCE_POLICY";

const byType: Readonly<Record<string, (random: Random) => object>> = {
  AISERVICES_OPT_OUT_POLICY: optOut,
  BACKUP_POLICY: backup,
  TAG_POLICY: tagging,
  SERVICE_CONTROL_POLICY: statement,
  RESOURCE_CONTROL_POLICY: refusal,
  [resourcePolicy]: delegation,
};

const anything: readonly string[] = [
  "null",
  "true",
  "-0",
  "1e999",
  '"\\ud800"',
  '"\\u0000"',
  "[]",
  "{}",
  '{"__proto__":{"@@assign":"optOut"}}',
  '{"constructor":{"prototype":{}}}',
  '{"@@assign":1,"@@assign":2}',
  "'",
  "\u0000",
  "\uFEFF{}",
  "",
];

const spoilers: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => splice(text, random, random.pick(anything)),
  (text, random) => splice(text, random, String.fromCharCode(random.below(0xd800))),
  (text, random) => text.replace(/"[^"]*"/, random.pick(anything)),
  (text, random) =>
    text.replaceAll(
      random.pick(["optOut", "@@assign", "services", "Effect"]),
      random.pick(["", "OPTOUT", "@@nothing", "__proto__", "toString"]),
    ),
  (text, random) => nested(text, random.pick([1, 5, 40, 500, 20_000]), random),
  (text, random) => text + " ".repeat(random.pick([1, 2500, 50_000])),
  (text, random) => wide(random.pick([10, 300, 20_000]), text),
  (text) => text + text,
  (_, random) => random.pick(anything),
];

/** The text of a document for a policy of this type; spoilt as often as `harm` says. */
export function policyDocument(type: string, random: Random, harm: number): string {
  const make = byType[type] ?? random.pick([optOut, tagging, statement, () => ({})]);
  let text = JSON.stringify(make(random), undefined, random.pick([undefined, undefined, 1]));
  while (random.chance(harm)) text = random.pick(spoilers)(text, random);
  return text;
}

function splice(text: string, random: Random, piece: string): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + piece + text.slice(at + random.below(3));
}

function nested(text: string, depth: number, random: Random): string {
  const [open, close] = random.pick([
    ["[", "]"],
    ['{"services":', "}"],
    ['{"@@assign":', "}"],
  ] as const);
  return open.repeat(depth) + text + close.repeat(depth);
}

function wide(count: number, text: string): string {
  return `{${Array.from({ length: count }, (_, index) => `"m${index}":1`).join(",")},"services":${text}}`;
}
