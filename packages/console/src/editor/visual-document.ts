// What the visual editor shows of a policy's text, and what it leaves to the JSON tab.

import { childControl, defaultEntry, parseJson, positionAt, servicesKey, settingKey } from "@withhold/policy";
import type { JsonNode, JsonObject } from "@withhold/policy";

export type EntryChoice = "optOut" | "optIn";

/** An entry under `services`: that of a service, or `default`. */
export type VisualEntry =
  | {
      readonly kind: "shown";
      readonly key: string;
      /** Absent where the entry only locks. */
      readonly choice: EntryChoice | undefined;
      /** Whether policies below may change the choice. */
      readonly isLocked: boolean;
    }
  /** Kept as it is: the visual editor neither shows nor changes it. */
  | { readonly kind: "kept"; readonly key: string; readonly why: string };

export interface VisualDocument {
  /** In the order of the text, `default` among them. */
  readonly entries: readonly VisualEntry[];
  /** Whether policies below may add services. */
  readonly isClosed: boolean;
  /** What stands beside the entries and cannot be shown, in words. */
  readonly kept: readonly string[];
}

export type VisualReading =
  | { readonly ok: true; readonly document: VisualDocument }
  /** The text is no JSON, or nothing that has services. */
  | { readonly ok: false; readonly line: number; readonly column: number; readonly message: string };

export function readVisual(text: string): VisualReading {
  const json = parseJson(text);
  if (!json.ok) return { ok: false, ...positionAt(text, json.at), message: json.message };
  const refuse = (at: number, message: string): VisualReading => ({
    ok: false,
    ...positionAt(text, at),
    message,
  });
  const { root } = json;
  if (root.kind !== "object") return refuse(root.at, "a policy is one JSON object");
  const [services, second] = membersNamed(root, servicesKey);
  if (second !== undefined) return refuse(root.at, `\`${servicesKey}\` stands twice`);
  const others = keysBeside(root, [servicesKey]);
  if (services === undefined) return { ok: true, document: { entries: [], isClosed: false, kept: others } };
  if (services.kind !== "object")
    return refuse(services.at, `under \`${servicesKey}\` belongs an object of services`);
  return { ok: true, document: servicesShown(services, others) };
}

function servicesShown(services: JsonObject, kept: readonly string[]): VisualDocument {
  const lock = lockState(services);
  const entries = new Map<string, VisualEntry>();
  for (const { key, value } of services.members) {
    if (key.startsWith("@@")) continue;
    const entry = entryShown(key, value);
    entries.set(key, entries.has(key) ? { kind: "kept", key, why: "it stands twice" } : entry);
  }
  const operators = services.members.map(({ key }) => key).filter((key) => key.startsWith("@@"));
  return {
    entries: [...entries.values()],
    isClosed: lock === "locked",
    kept: [
      ...kept,
      ...operators.filter((key) => key !== childControl),
      ...(lock === "other" ? [`${childControl} under ${servicesKey}`] : []),
    ],
  };
}

function entryShown(key: string, entry: JsonNode): VisualEntry {
  const kept = (why: string): VisualEntry => ({ kind: "kept", key, why });
  const setting = entry.kind === "object" ? onlyMember(entry, settingKey) : undefined;
  if (entry.kind !== "object" || setting?.kind !== "object")
    return kept(`it is not just \`${settingKey}\` and a lock`);
  const [assigned] = membersNamed(setting, "@@assign");
  const isPlain = keysBeside(setting, ["@@assign", childControl]).length === 0 && !hasTwice(setting);
  if (!isPlain) return kept("it uses more than `@@assign` and a lock");
  if (lockState(entry) === "other" || lockState(setting) === "other")
    return kept("its lock is neither open nor closed");
  const choice = choiceOf(assigned);
  if (assigned !== undefined && choice === undefined) return kept("its value is neither optOut nor optIn");
  return { kind: "shown", key, choice, isLocked: lockState(setting) === "locked" };
}

function choiceOf(node: JsonNode | undefined): EntryChoice | undefined {
  if (node?.kind !== "string") return undefined;
  return node.value === "optOut" || node.value === "optIn" ? node.value : undefined;
}

/** The member, where it and child control are all that there is. */
function onlyMember(object: JsonObject, key: string): JsonNode | undefined {
  if (keysBeside(object, [key, childControl]).length > 0 || hasTwice(object)) return undefined;
  return membersNamed(object, key)[0];
}

/** `open` also where it is written out: `["@@all"]` and `["@@assign"]` forbid nothing in this policy type. */
function lockState(object: JsonObject): "open" | "locked" | "other" {
  const [lock, second] = membersNamed(object, childControl);
  if (lock === undefined) return "open";
  if (second !== undefined || lock.kind !== "array" || lock.items.length !== 1) return "other";
  const [item] = lock.items;
  if (item?.kind !== "string") return "other";
  if (item.value === "@@none") return "locked";
  return item.value === "@@all" || item.value === "@@assign" ? "open" : "other";
}

export function membersNamed(object: JsonObject, key: string): readonly JsonNode[] {
  return object.members.filter((member) => member.key === key).map(({ value }) => value);
}

function keysBeside(object: JsonObject, known: readonly string[]): readonly string[] {
  return object.members.map(({ key }) => key).filter((key) => !known.includes(key));
}

function hasTwice({ members }: JsonObject): boolean {
  return new Set(members.map(({ key }) => key)).size < members.length;
}

export function shownEntry({ entries }: VisualDocument, key: string) {
  const entry = entries.find((entry) => entry.key === key);
  return entry?.kind === "shown" ? entry : undefined;
}

/** What holds for a service without an entry of its own. */
export function defaultChoice(document: VisualDocument): EntryChoice | undefined {
  return shownEntry(document, defaultEntry)?.choice;
}
