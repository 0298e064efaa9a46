// The edits that the visual editor makes: each changes as little of the text as it can and leaves the rest byte for byte.

import {
  childControl,
  defaultEntry,
  memberAppended,
  memberInserted,
  memberTakenOut,
  parseJson,
  replaced,
  servicesKey,
  settingKey,
  withEdits,
} from "@withhold/policy";
import type { JsonObject, TextEdit } from "@withhold/policy";
import { defaultChoice, membersNamed, readVisual, shownEntry } from "./visual-document.js";
import type { EntryChoice, VisualDocument } from "./visual-document.js";

export type VisualEdit =
  /** `none`: no entry of its own; then the service follows `default`, or what is inherited. */
  | { readonly kind: "move"; readonly keys: readonly string[]; readonly to: EntryChoice | "none" }
  /** The choice of these entries: may policies below change it? */
  | { readonly kind: "lock-entries"; readonly keys: readonly string[]; readonly isLocked: boolean }
  /** The list of services: may policies below add to it? */
  | { readonly kind: "lock-services"; readonly isLocked: boolean }
  | { readonly kind: "lock-everything" };

/** The text itself where there is nothing to do, or where it cannot be shown. */
export function editVisually(text: string, edit: VisualEdit): string {
  const reading = readVisual(text);
  if (!reading.ok) return text;
  const { document } = reading;
  switch (edit.kind) {
    case "move":
      return edit.keys.reduce((now, key) => moved(now, key, edit.to), text);
    case "lock-entries":
      return edit.keys.reduce((now, key) => lockedEntry(now, key, edit.isLocked), text);
    case "lock-services":
      return lockedServices(text, edit.isLocked);
    case "lock-everything":
      return lockedWholly(text, document);
  }
}

function moved(text: string, key: string, to: EntryChoice | "none"): string {
  const reading = readVisual(text);
  if (!reading.ok) return text;
  const { document } = reading;
  const entry = shownEntry(document, key);
  if (entry === undefined && document.entries.some((entry) => entry.key === key)) return text;
  if (to === "none") return entry === undefined ? text : without(text, key);
  const followed = key === defaultEntry ? undefined : defaultChoice(document);
  if ((entry?.choice ?? followed) === to) return text;
  return entry === undefined ? withEntry(text, key, to) : withChoice(text, key, to);
}

function without(text: string, key: string): string {
  return withObject(text, [servicesKey], (services) => {
    const member = services.members.find((member) => member.key === key);
    return member === undefined ? undefined : memberTakenOut(services, member);
  });
}

function withEntry(text: string, key: string, choice: EntryChoice): string {
  const value = `{ "${settingKey}": { "@@assign": "${choice}" } }`;
  const rooted = withServices(text);
  return withObject(rooted, [servicesKey], (services) => {
    // `default` leads, behind a lock.
    const leads = key === defaultEntry && services.members[0]?.key.startsWith("@@") === false;
    return (leads ? memberInserted : memberAppended)(rooted, services, key, value);
  });
}

function withChoice(text: string, key: string, choice: EntryChoice): string {
  const value = JSON.stringify(choice);
  return withObject(text, [servicesKey, key, settingKey], (setting) => {
    const [assigned] = membersNamed(setting, "@@assign");
    return assigned === undefined
      ? memberAppended(text, setting, "@@assign", value)
      : replaced(assigned, value);
  });
}

function withServices(text: string): string {
  return withObject(text, [], (root) =>
    membersNamed(root, servicesKey).length > 0 ? undefined : memberAppended(text, root, servicesKey, "{}"),
  );
}

function lockedEntry(text: string, key: string, isLocked: boolean): string {
  const reading = readVisual(text);
  const entry = reading.ok ? shownEntry(reading.document, key) : undefined;
  if (entry === undefined) return text;
  if (isLocked) return locked(text, [servicesKey, key, settingKey]);
  return unlocked(unlocked(text, [servicesKey, key, settingKey]), [servicesKey, key]);
}

/** A list that no lock can be read from stays. */
function lockedServices(text: string, isLocked: boolean): string {
  const reading = readVisual(text);
  if (!reading.ok || reading.document.kept.some((kept) => kept.startsWith(childControl))) return text;
  return isLocked ? locked(withServices(text), [servicesKey]) : unlocked(text, [servicesKey]);
}

/** Of `default` the entry too, as AWS's own example for opting out of everything has it. */
function lockedWholly(text: string, { entries }: VisualDocument): string {
  const values = entries.reduce((now, { key }) => lockedEntry(now, key, true), text);
  const hasDefault = entries.some(({ kind, key }) => kind === "shown" && key === defaultEntry);
  return lockedServices(hasDefault ? locked(values, [servicesKey, defaultEntry]) : values, true);
}

const none = '["@@none"]';

function locked(text: string, keys: readonly string[]): string {
  return withObject(text, keys, (object) => {
    const [lock] = membersNamed(object, childControl);
    if (lock === undefined) return memberInserted(text, object, childControl, none);
    return text.slice(lock.at, lock.end).includes("@@none") ? undefined : replaced(lock, none);
  });
}

/** What is open already stays as it is written. */
function unlocked(text: string, keys: readonly string[]): string {
  return withObject(text, keys, (object) => {
    const lock = object.members.find(({ key }) => key === childControl);
    if (lock === undefined || !text.slice(lock.value.at, lock.value.end).includes("@@none")) return undefined;
    // A setting that only locks would say nothing without its lock.
    if (object.members.length === 1) return replaced(lock.value, '["@@all"]');
    return memberTakenOut(object, lock);
  });
}

/** The text after an edit to the object under these keys. */
function withObject(
  text: string,
  keys: readonly string[],
  edit: (object: JsonObject) => TextEdit | undefined,
): string {
  const json = parseJson(text);
  if (!json.ok || json.root.kind !== "object") return text;
  let object: JsonObject = json.root;
  for (const key of keys) {
    const [next] = membersNamed(object, key);
    if (next?.kind !== "object") return text;
    object = next;
  }
  const made = edit(object);
  return made === undefined ? text : withEdits(text, [made]);
}

/** As the undo button says it: "moving 2 services to opted out". */
export function describeVisualEdit(edit: VisualEdit): string {
  switch (edit.kind) {
    case "move": {
      const what =
        edit.keys.length === 1
          ? edit.keys[0] === defaultEntry
            ? "the default"
            : edit.keys[0]
          : `${edit.keys.length} services`;
      const where = { optOut: "to opted out", optIn: "to opted in", none: "to no choice of its own" };
      return `moving ${what} ${where[edit.to]}`;
    }
    case "lock-entries":
      return `${edit.isLocked ? "locking" : "unlocking"} ${edit.keys.length === 1 ? edit.keys[0] : `${edit.keys.length} entries`}`;
    case "lock-services":
      return edit.isLocked ? "closing the list of services" : "opening the list of services";
    case "lock-everything":
      return "locking everything";
  }
}
