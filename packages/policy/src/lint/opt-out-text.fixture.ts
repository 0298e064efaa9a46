// Texts of opt-out policies as tests draw them: valid ones in any layout, and those that somebody got wrong.

import fc from "fast-check";

const lockKey = "@@operators_allowed_for_child_policies";
const service = fc.constantFrom("default", "lex", "polly", "translate", "glue");
const lock = fc.constantFrom("@@none", "@@all", "@@assign").map((name) => [lockKey, [name]] as const);
const maybeLock = fc.option(lock, { nil: undefined, freq: 2 });

interface ObjectDraft {
  readonly entries: readonly (readonly [string, unknown])[];
}

const object = (...entries: readonly (readonly [string, unknown] | undefined)[]): ObjectDraft => ({
  entries: entries.filter((entry) => entry !== undefined),
});

/** Members in any order. */
function shuffled(entries: readonly (readonly [string, unknown])[]): fc.Arbitrary<ObjectDraft> {
  return fc.shuffledSubarray([...entries], { minLength: entries.length }).map((entries) => ({ entries }));
}

const setting = fc
  .tuple(fc.option(fc.constantFrom("optOut", "optIn"), { nil: undefined, freq: 4 }), maybeLock)
  .filter(([choice, lock]) => choice !== undefined || lock !== undefined)
  .chain(([choice, lock]) =>
    shuffled(object(choice === undefined ? undefined : ["@@assign", choice], lock).entries),
  );
const entry = fc
  .tuple(setting, maybeLock)
  .chain(([setting, lock]) => shuffled(object(["opt_out_policy", setting], lock).entries));
const services = fc
  .tuple(
    fc.uniqueArray(fc.tuple(service, entry), { minLength: 1, maxLength: 4, selector: ([key]) => key }),
    maybeLock,
  )
  .chain(([entries, lock]) => shuffled(object(...entries, lock).entries));
const document = services.map((services) => object(["services", services]));

const space = fc.constantFrom("", "", " ", "\n", "\r\n  ", "\t");

/** Written with white space drawn from a list, over and over. */
function written(value: unknown, spaces: readonly string[]): string {
  let next = 0;
  const gap = (): string => spaces[next++ % spaces.length] ?? "";
  const write = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map((item) => gap() + write(item) + gap()).join(",")}]`;
    if (typeof value !== "object" || value === null || !("entries" in value)) return JSON.stringify(value);
    const { entries } = value as ObjectDraft;
    return `{${entries.map(([key, member]) => `${gap()}${JSON.stringify(key)}${gap()}:${gap()}${write(member)}`).join(`${gap()},`)}${gap()}}`;
  };
  return gap() + write(value) + gap();
}

const layout = fc.array(space, { minLength: 1, maxLength: 7 });

/** A valid policy in any layout. */
export const optOutText: fc.Arbitrary<string> = fc
  .tuple(document, layout)
  .map(([document, spaces]) => written(document, spaces));

/** One thing that people get wrong. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/"services"/, '"Services"'],
  [/"opt_out_policy"/, '"opt_out_policies"'],
  [/"opt_out_policy"/, '"opt_out_policy":{"@@assign":"optIn"},"opt_out_policy"'],
  [/"lex"/, '"Lex"'],
  [/"polly"/, '"poly"'],
  [/"translate"/, '"translate":{"opt_out_policy":{"@@assign":"optOut"}},"translate"'],
  [/"optOut"/, '"optout"'],
  [/"optIn"/, "true"],
  [/"optIn"/, '["optIn"]'],
  [/"@@assign"/, '"@@Assign"'],
  [/"@@none"/, '"@@None"'],
  [/"@@none"/, '"@@none","@@none"'],
  [/"@@none"/, '"@@none","@@assign"'],
  [/"@@all"/, '"@@append"'],
  [/\{\s*"@@assign"\s*:\s*("opt\w+")\s*\}/, "$1"],
  [/"opt_out_policy"\s*:\s*\{([^{}]*)\}/, "$1"],
  [/"@@assign"\s*:\s*("opt\w+")/, '"@@append":[$1]'],
  [/"@@assign"/, '"value":{},"@@assign"'],
  [/^/, "\ufeff"],
  [/$/, " ".repeat(2500)],
  [/\}\s*$/, ""],
  [/\{/, '{"version":"1",'],
  [/"opt_out_policy"\s*:\s*\{[^{}]*\}/, '"opt_out_policy":{}'],
  [/("\w+"\s*:\s*\{\s*"opt_out_policy"\s*:\s*\{[^{}]*\}\s*\})/, "$1,$1"],
];

/** A policy with up to three slips, which may undo each other. */
export const anyPolicyText: fc.Arbitrary<string> = fc
  .tuple(optOutText, fc.array(fc.constantFrom(...slips), { maxLength: 3 }))
  .map(([text, slips]) => slips.reduce((now, [found, right]) => now.replace(found, right), text));
