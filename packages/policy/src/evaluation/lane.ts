// What policies say to one service alone. Two entries decide it, the service's own and `default`, so there are few lanes.

import { choices, servicesKey, settingKey } from "../ai-opt-out-rules.js";
import type { OptOutChoice } from "../ai-opt-out-rules.js";
import { defaultEntry } from "../catalogue.js";
import { applyLevel } from "../effective-policy.js";
import { nothing } from "../merge.js";
import type { Merge } from "../merge.js";
import { childControl, operatorBit } from "../operators.js";
import type { OperatorSet } from "../operators.js";
import { choiceFor } from "../opt-out-choice.js";
import { readValidPolicy } from "../parse-policy.js";
import type { PolicyNode } from "../policy-node.js";

/**
 * A valid opt-out policy as far as one service can tell: a lock on `services`, and for the service's own entry and for
 * `default` a lock on the entry, a value and a lock on the value. Numbered, so that what the merge makes of two lanes
 * is worked out once. The merge of a chain is a lane too: that of the one policy that would do the same.
 */
export type Lane = number;

export interface LaneParts {
  readonly locked: boolean;
  readonly own: LaneEntry;
  readonly default: LaneEntry;
}

export interface LaneEntry {
  /** A lock on the entry. */
  readonly locked: boolean;
  readonly value: OptOutChoice | undefined;
  /** A lock on the value. */
  readonly valueLocked: boolean;
}

const entriesCount = 12;
export const lanesCount = 2 * entriesCount * entriesCount;

/** The policy that says nothing. */
export const silentLane: Lane = 0;

const values = [undefined, ...choices] as const;

function entryNumber({ locked, value, valueLocked }: LaneEntry): number {
  return (Number(locked) * values.length + values.indexOf(value)) * 2 + Number(valueLocked);
}

function entryOf(number: number): LaneEntry {
  const rest = number >> 1;
  return {
    locked: rest >= values.length,
    value: values[rest % values.length],
    valueLocked: number % 2 === 1,
  };
}

export function laneOf(parts: LaneParts): Lane {
  return (
    (Number(parts.locked) * entriesCount + entryNumber(parts.own)) * entriesCount + entryNumber(parts.default)
  );
}

export function partsOf(lane: Lane): LaneParts {
  const entries = Math.floor(lane / entriesCount);
  return {
    locked: entries >= entriesCount,
    own: entryOf(entries % entriesCount),
    default: entryOf(lane % entriesCount),
  };
}

/** Whether the entry says anything under `opt_out_policy`. */
export function hasEntry({ value, valueLocked }: LaneEntry): boolean {
  return value !== undefined || valueLocked;
}

/** Whether a policy may be written so: an entry that has a lock needs something under it, or it is refused. */
export function isWholeLane(lane: Lane): boolean {
  const { own, default: fallback } = partsOf(lane);
  return [own, fallback].every((entry) => !entry.locked || hasEntry(entry));
}

/** What a policy says to a service; with no service, to every one that it does not name. */
export function laneThrough(document: PolicyNode, service: string | undefined): Lane {
  const services = document.members.get(servicesKey);
  const entry = (key: string | undefined): LaneEntry => {
    const found = key === undefined ? undefined : services?.members.get(key);
    const setting = found?.members.get(settingKey);
    const value = choices.find((choice) => choice === setting?.assign?.operand);
    return {
      locked: isClosed(found?.childControl?.operand),
      value,
      valueLocked: isClosed(setting?.childControl?.operand),
    };
  };
  return laneOf({
    locked: isClosed(services?.childControl?.operand),
    own: entry(service),
    default: entry(defaultEntry),
  });
}

/** In a valid opt-out policy a lock allows assigning or nothing. */
function isClosed(allowed: OperatorSet | undefined): boolean {
  return allowed !== undefined && (allowed & operatorBit["@@assign"]) === 0;
}

/** The smallest policy of a lane, its own entry under `key`. */
export function laneDocument(lane: Lane, key: string): object {
  const lock = { [childControl]: ["@@none"] };
  const entry = ({ locked, value, valueLocked }: LaneEntry): object | undefined => {
    if (!locked && value === undefined && !valueLocked) return undefined;
    const setting = { ...(valueLocked ? lock : {}), ...(value === undefined ? {} : { "@@assign": value }) };
    return { ...(locked ? lock : {}), [settingKey]: setting };
  };
  const parts = partsOf(lane);
  const own = entry(parts.own);
  const fallback = entry(parts.default);
  return {
    [servicesKey]: {
      ...(parts.locked ? lock : {}),
      ...(fallback === undefined ? {} : { [defaultEntry]: fallback }),
      ...(own === undefined ? {} : { [key]: own }),
    },
  };
}

const standIn = "service";

/** What the merge comes to for one service. */
function laneOfMerge(merge: Merge): Lane {
  const services = merge.members.get(servicesKey) ?? nothing;
  const entry = (key: string): LaneEntry => {
    const found = services.members.get(key) ?? nothing;
    const setting = found.members.get(settingKey) ?? nothing;
    const value = choices.find((choice) => choice === setting.value);
    return { locked: isClosed(found.allowed), value, valueLocked: isClosed(setting.allowed) };
  };
  return laneOf({ locked: isClosed(services.allowed), own: entry(standIn), default: entry(defaultEntry) });
}

// INVARIANT: both tables hold what the merge itself gives for two numbers below `lanesCount`; they are filled as they
// are asked, and can never hold more than one answer for each pair.
const below = new Map<number, Lane>();
const beside = new Map<number, Lane>();
const documents = new Map<Lane, PolicyNode>();
const merges = new Map<Lane, Merge>();

function policyOf(lane: Lane): PolicyNode {
  return remember(documents, lane, () => readValidPolicy(JSON.stringify(laneDocument(lane, standIn))));
}

function mergeOf(lane: Lane): Merge {
  return remember(merges, lane, () => level(nothing, lane));
}

function level(inherited: Merge, ...lanes: readonly Lane[]): Merge {
  const policies = lanes.map((lane) => ({ id: standIn, document: policyOf(lane) }));
  return applyLevel(inherited, { id: standIn, policies });
}

/** The merge of a level under what it inherits. */
export function laneBelow(inherited: Lane, policy: Lane): Lane {
  if (policy === silentLane) return inherited;
  return remember(below, inherited * lanesCount + policy, () =>
    laneOfMerge(level(mergeOf(inherited), policy)),
  );
}

/** Two policies of one level as one, the first attached first. */
export function laneBeside(first: Lane, second: Lane): Lane {
  if (first === silentLane || second === silentLane) return first + second;
  return remember(beside, first * lanesCount + second, () => laneOfMerge(level(nothing, first, second)));
}

/** What a chain that came to this lane chose for the service. */
export function laneChoice(lane: Lane): OptOutChoice | "undecided" {
  return choiceFor(mergeOf(lane), standIn).choice;
}

function remember<Value>(memory: Map<number, Value>, key: number, compute: () => Value): Value {
  let value = memory.get(key);
  if (value === undefined) memory.set(key, (value = compute()));
  return value;
}
