// Policies to try the visual editor on: drawn, valid, written in several manners, some with what it cannot show.

import {
  awsAiServices,
  childControl,
  defaultEntry,
  formatPolicy,
  servicesKey,
  settingKey,
} from "@withhold/policy";
import fc from "fast-check";

export const drawnKeys: readonly string[] = ["lex", "polly", "q", "rekognition"];

const anyLock = fc.constantFrom(undefined, ["@@none"], ["@@all"], ["@@assign"]);

type Lock = fc.Arbitrary<readonly string[] | undefined>;

const settingWith = (lock: Lock) =>
  fc.record({ lock, choice: fc.constantFrom("optOut", "optIn", undefined) }).map(({ lock, choice }) => ({
    ...(lock === undefined && choice !== undefined ? {} : { [childControl]: lock ?? ["@@none"] }),
    ...(choice === undefined ? {} : { "@@assign": choice }),
  }));

const entryWith = (lock: Lock) =>
  fc.record({ lock, setting: settingWith(lock) }).map(({ lock, setting }) => ({
    ...(lock === undefined ? {} : { [childControl]: lock }),
    [settingKey]: setting,
  }));

/** Objects as JSON text, in the manners that people and tools write. */
const manner: fc.Arbitrary<(document: unknown) => string> = fc.constantFrom(
  (document) => JSON.stringify(document),
  (document) => JSON.stringify(document, undefined, 2),
  (document) => JSON.stringify(document, undefined, "\t"),
  (document) => JSON.stringify(document, undefined, 2).replaceAll("\n", "\r\n"),
  (document) => JSON.stringify(document, undefined, 1).replaceAll(/\n\s*/g, " "),
  (document) => {
    const formatted = formatPolicy(JSON.stringify(document));
    return formatted.ok ? formatted.text : JSON.stringify(document);
  },
);

const policyWith = (lock: Lock): fc.Arbitrary<string> =>
  fc
    .record({
      lock,
      entries: fc.uniqueArray(fc.tuple(fc.constantFrom(defaultEntry, ...drawnKeys), entryWith(lock)), {
        selector: ([key]) => key,
        minLength: 1,
      }),
      manner,
    })
    .map(({ lock, entries, manner }) =>
      manner({
        [servicesKey]: {
          ...(lock === undefined ? {} : { [childControl]: lock }),
          ...Object.fromEntries(entries),
        },
      }),
    );

/** Valid, with one to five entries. */
export const drawnPolicy = policyWith(anyLock);

/** Nothing is locked in it, but entries that have no choice. */
export const openPolicy = policyWith(fc.constant(undefined));

/** Entries that only the JSON tab can edit, as they stand in a text. */
export const strangeEntry: fc.Arbitrary<string> = fc.constantFrom(
  `{ "${settingKey}": { "@@append": ["optOut"] } }`,
  `{"${settingKey}":{"@@assign":"optout"}}`,
  `{ "note" : "ours", "${settingKey}": { "@@assign": "optOut" } }`,
  `{ "${settingKey}": { "@@assign": "optOut", "${childControl}": ["@@append"] } }`,
  `"optOut"`,
  `{ "${settingKey}": { "@@assign": "optIn", "@@assign": "optOut" } }`,
  `{}`,
  `[ 1,  2 ]`,
);

/** Keys of the catalogue that drawn policies never have. */
export const otherKeys: readonly string[] = awsAiServices
  .map(({ key }) => key)
  .filter((key) => !drawnKeys.includes(key))
  .slice(0, 3);
