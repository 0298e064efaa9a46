// A valid AI services opt-out policy as the rules look at it: its entries, what each chooses, what each locks.

import { choices, servicesKey, settingKey } from "../ai-opt-out-rules.js";
import type { OptOutChoice } from "../ai-opt-out-rules.js";
import { defaultEntry } from "../catalogue.js";
import type { Keys } from "../json-path.js";
import { addsMember, operatorBit } from "../operators.js";
import type { PolicyNode } from "../policy-node.js";

export interface OptOutPolicy {
  readonly services: PolicyNode;
  readonly entries: readonly OptOutEntry[];
  /** The entry `default`, if there is one. */
  readonly default: OptOutEntry | undefined;
}

export interface OptOutEntry {
  readonly service: string;
  readonly node: PolicyNode;
  readonly keys: Keys;
  readonly setting: PolicyNode;
  readonly settingKeys: Keys;
  /** Absent where the entry only locks. */
  readonly choice: OptOutChoice | undefined;
}

/** Undefined where the document is not a valid one. */
export function optOutPolicy(document: PolicyNode): OptOutPolicy | undefined {
  const services = document.members.get(servicesKey);
  if (services === undefined) return undefined;
  const entries = Array.from(services.members).flatMap(([service, node]) => {
    const setting = node.members.get(settingKey);
    if (setting === undefined) return [];
    const keys = [servicesKey, service];
    const choice = choices.find((choice) => choice === setting.assign?.operand);
    return [{ service, node, keys, setting, settingKeys: [...keys, settingKey], choice }];
  });
  return { services, entries, default: entries.find(({ service }) => service === defaultEntry) };
}

/** Whether the node lets no policy below add a member. */
export function isClosed({ childControl }: PolicyNode): boolean {
  return childControl !== undefined && (childControl.operand & addsMember) === 0;
}

/** Whether the setting lets no policy below change its value. */
export function isFixed({ childControl }: PolicyNode): boolean {
  return childControl !== undefined && (childControl.operand & operatorBit["@@assign"]) === 0;
}

/** Whether an entry binds anything below. */
export function locksAnything({ node, setting }: OptOutEntry): boolean {
  return isClosed(node) || isFixed(setting);
}
