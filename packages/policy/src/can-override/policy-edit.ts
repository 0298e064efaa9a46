// Edits that tighten a policy: a lock added, an opt-out written. As the service's lane sees them, and in the text.

import { servicesKey, settingKey } from "../ai-opt-out-rules.js";
import { defaultEntry } from "../catalogue.js";
import { partsOf, laneOf } from "../evaluation/lane.js";
import type { Lane, LaneEntry, LaneParts } from "../evaluation/lane.js";
import { quote } from "../json.js";
import { childControl } from "../operators.js";
import { aiOptOutCharactersMax, characterCount } from "../parse-policy.js";

/** `entry`: a service key or `default`. */
export type PolicyEdit =
  | { readonly kind: "lock-services" }
  | { readonly kind: "lock-entry" | "lock-value" | "opt-out"; readonly entry: string };

export const sharedEdits: readonly PolicyEdit[] = [
  { kind: "lock-services" },
  { kind: "opt-out", entry: defaultEntry },
  { kind: "lock-value", entry: defaultEntry },
  { kind: "lock-entry", entry: defaultEntry },
];

export function ownEdits(entry: string): readonly PolicyEdit[] {
  return [
    { kind: "opt-out", entry },
    { kind: "lock-value", entry },
    { kind: "lock-entry", entry },
  ];
}

/** The lane of a policy after an edit; edits of other services than this lane's are never asked for. */
export function editedLane(lane: Lane, edit: PolicyEdit): Lane {
  const parts = partsOf(lane);
  if (edit.kind === "lock-services") return laneOf({ ...parts, locked: true });
  const which: keyof LaneParts = edit.entry === defaultEntry ? "default" : "own";
  const entry = parts[which];
  const change: Record<typeof edit.kind, Partial<LaneEntry>> = {
    "lock-entry": { locked: true },
    "lock-value": { valueLocked: true },
    "opt-out": { value: "optOut" },
  };
  return laneOf({ ...parts, [which]: { ...entry, ...change[edit.kind] } });
}

/** The text after the edits, in the manner of the text before; undefined where AWS's limit has no room for them. */
export function editedText(content: string, edits: readonly PolicyEdit[]): string | undefined {
  const document = edits.reduce(editedDocument, JSON.parse(content) as JsonObject);
  const texts = [
    JSON.stringify(document, undefined, content.includes("\n") ? 2 : 0),
    JSON.stringify(document),
  ];
  return texts.find((text) => characterCount(text) <= aiOptOutCharactersMax);
}

type JsonObject = Readonly<Record<string, unknown>>;

function editedDocument(document: JsonObject, edit: PolicyEdit): JsonObject {
  const services = objectAt(document, servicesKey);
  if (edit.kind === "lock-services") return { ...document, [servicesKey]: withLock(services) };
  const entry = objectAt(services, edit.entry);
  const setting = objectAt(entry, settingKey);
  const withSetting = (changed: JsonObject): JsonObject => ({ ...entry, [settingKey]: changed });
  const change: Record<typeof edit.kind, () => JsonObject> = {
    "lock-entry": () => withLock(entry),
    "lock-value": () => withSetting(withLock(setting)),
    "opt-out": () => withSetting({ ...setting, "@@assign": "optOut" }),
  };
  return { ...document, [servicesKey]: { ...services, [edit.entry]: change[edit.kind]() } };
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return typeof value === "object" && value !== null ? (value as JsonObject) : {};
}

function withLock(object: JsonObject): JsonObject {
  const { [childControl]: _, ...rest } = object;
  return { [childControl]: ["@@none"], ...rest };
}

/** As a sentence without its end. */
export function describeEdit(edit: PolicyEdit): string {
  switch (edit.kind) {
    case "lock-services":
      return `lock ${quote(servicesKey)}, so that no policy below adds a service`;
    case "lock-entry":
      return `lock the entry ${quote(edit.entry)}`;
    case "lock-value":
      return `lock ${quote(settingKey)} of ${quote(edit.entry)}, so that no policy below changes it`;
    case "opt-out":
      return `set ${quote(settingKey)} of ${quote(edit.entry)} to ${quote("optOut")}`;
  }
}
