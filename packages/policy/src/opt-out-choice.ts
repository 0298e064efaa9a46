// What an effective AI opt-out policy means for a service.

import { choices, servicesKey, settingKey } from "./ai-opt-out-rules.js";
import type { OptOutChoice } from "./ai-opt-out-rules.js";
import { defaultEntry } from "./catalogue.js";
import type { Merge, Source } from "./merge.js";

/** `undecided`: no organisation choice applies, and AWS's default then is that content is used. */
export type ServiceChoice =
  | { readonly choice: OptOutChoice; readonly entry: "own" | "default"; readonly setBy: Source | undefined }
  | { readonly choice: "undecided" };

/** A service with its own entry uses it; otherwise it uses `default`; with neither, nothing is decided. */
export function choiceFor(merge: Merge, service: string): ServiceChoice {
  return (
    entryChoice(merge, service, "own") ??
    entryChoice(merge, defaultEntry, "default") ?? { choice: "undecided" }
  );
}

/** The services with an entry of their own, in the order of the document. */
export function namedServices(merge: Merge): readonly string[] {
  const services = merge.members.get(servicesKey)?.members ?? new Map<string, Merge>();
  return [...services].filter(([key, entry]) => key !== defaultEntry && entry.exists).map(([key]) => key);
}

function entryChoice(merge: Merge, key: string, entry: "own" | "default"): ServiceChoice | undefined {
  const setting = merge.members.get(servicesKey)?.members.get(key)?.members.get(settingKey);
  const choice = choices.find((choice) => choice === setting?.value);
  return choice === undefined ? undefined : { choice, entry, setBy: setting?.setBy };
}
