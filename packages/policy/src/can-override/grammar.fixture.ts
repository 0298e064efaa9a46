// A small grammar of opt-out policies, to enumerate and to draw from: `default`, two named services, one named nowhere.

import fc from "fast-check";
import { lock } from "../chain.fixture.js";

interface GrammarEntry {
  readonly value: "optOut" | "optIn" | undefined;
  readonly valueLocked: boolean;
  readonly locked: boolean;
}

export interface GrammarPolicy {
  readonly locked: boolean;
  readonly entries: ReadonlyMap<string, GrammarEntry>;
}

/** What chains may name. */
export const namedEntries = ["default", "lex", "polly"];
/** What a child may name beside: a service that no chain names. */
export const unnamedService = "glue";

/** Every entry that is valid: ten. */
const entries: readonly GrammarEntry[] = [undefined, "optOut" as const, "optIn" as const].flatMap((value) =>
  [false, true].flatMap((valueLocked) =>
    [false, true].flatMap((locked) =>
      value === undefined && !valueLocked ? [] : [{ value, valueLocked, locked }],
    ),
  ),
);

export function grammarText({ locked, entries }: GrammarPolicy): string {
  const none = { [lock]: ["@@none"] };
  const services = Array.from(entries, ([key, { value, valueLocked, locked }]) => [
    key,
    {
      ...(locked ? none : {}),
      opt_out_policy: { ...(valueLocked ? none : {}), ...(value === undefined ? {} : { "@@assign": value }) },
    },
  ]) satisfies [unknown, unknown][];
  return JSON.stringify({ services: { ...(locked ? none : {}), ...Object.fromEntries(services) } });
}

/** Entries first, then operators: how large a policy is, for "smallest". */
export function grammarSize({ locked, entries }: GrammarPolicy): number {
  let size = Number(locked);
  for (const { value, valueLocked, locked } of entries.values()) {
    size += 10 + Number(value !== undefined) + Number(valueLocked) + Number(locked);
  }
  return size;
}

/** Every policy with one entry, or with one or two, among these keys. */
export function everyPolicy(keys: readonly string[], entriesMax: 1 | 2): readonly GrammarPolicy[] {
  const singles = keys.flatMap((key) => entries.map((entry) => new Map([[key, entry]])));
  const pairs = singles.flatMap((first) =>
    singles.flatMap((second) => {
      const [one] = first.keys();
      const [other] = second.keys();
      return one !== undefined && other !== undefined && one < other ? [new Map([...first, ...second])] : [];
    }),
  );
  const all = entriesMax === 1 ? singles : [...singles, ...pairs];
  return all.flatMap((entries) => [false, true].map((locked) => ({ locked, entries })));
}

const drawnEntry = fc.constantFrom(...entries);

export const drawnPolicy: fc.Arbitrary<GrammarPolicy> = fc.record({
  locked: fc.boolean(),
  entries: fc
    .uniqueArray(fc.tuple(fc.constantFrom(...namedEntries), drawnEntry), {
      minLength: 1,
      maxLength: 3,
      selector: ([key]) => key,
    })
    .map((pairs) => new Map(pairs)),
});

/** The texts of each level's policies, root first. */
export const drawnChain: fc.Arbitrary<readonly (readonly string[])[]> = fc.array(
  fc.array(drawnPolicy.map(grammarText), { maxLength: 2 }),
  { minLength: 1, maxLength: 3 },
);
