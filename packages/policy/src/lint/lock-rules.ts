// Rules about child control: locks that leave open what they seem to close, and operators that close nothing.

import type { Fix } from "../fix.js";
import type { JsonNode } from "../json.js";
import type { Keys } from "../json-path.js";
import { childControl, operatorBit } from "../operators.js";
import type { PolicyNode } from "../policy-node.js";
import { memberAt, memberInserted, memberRemoved } from "./json-edit.js";
import type { Found, LintRule, LintedText } from "./lint-rule.js";
import { isClosed, isFixed } from "./opt-out-policy.js";
import type { OptOutPolicy } from "./opt-out-policy.js";

/** Every node that may carry child control. */
function* lockableNodes({ services, entries }: OptOutPolicy): Generator<readonly [PolicyNode, Keys]> {
  yield [services, ["services"]];
  for (const { node, keys, setting, settingKeys } of entries) {
    yield [node, keys];
    yield [setting, settingKeys];
  }
}

const idleLock: LintRule = {
  id: "idle-lock",
  severity: "info",
  summary: "a child control that allows everything, as if it were not there",
  check(policy, say) {
    for (const [{ childControl: control }, keys] of lockableNodes(policy)) {
      if (control === undefined || (control.operand & operatorBit["@@assign"]) === 0) continue;
      const message = `\`${JSON.stringify(control.names)}\` allows all that this policy type can do and locks nothing; write \`["@@none"]\` to lock, or leave it out`;
      say([...keys, childControl], control.at, message);
    }
  },
  fix({ at }, { json }) {
    const place = memberAt(json, at);
    // A node that sets nothing is named by its locks alone, and the effective policy lists it where it is first named.
    if (place === undefined || !setsValue(place.object)) return undefined;
    return { what: "leave it out", keepsMeaning: true, edits: [memberRemoved(place.object, place.member)] };
  },
};

function setsValue(node: JsonNode): boolean {
  if (node.kind !== "object") return false;
  return node.members.some(({ key, value }) => key === "@@assign" || setsValue(value));
}

const openLeaf: LintRule = {
  id: "open-leaf",
  severity: "warning",
  summary: "a lock further up, and the setting itself can still be changed below",
  check({ services, entries }, say) {
    for (const { node, setting, settingKeys, choice } of entries) {
      if (choice === undefined || isFixed(setting)) continue;
      const outer = isClosed(node) ? "the entry" : isClosed(services) ? "`services`" : undefined;
      if (outer === undefined) continue;
      const message = `${outer} is locked, and policies below may still change this setting: a lock is local to its node; lock \`opt_out_policy\` too`;
      say(settingKeys, setting.at, message);
    }
  },
  fix: lockSetting,
};

function lockSetting({ at }: Found, { text, json }: LintedText): Fix | undefined {
  const setting = memberAt(json, at)?.member.value;
  if (setting?.kind !== "object") return undefined;
  const control = setting.members.find(({ key }) => key === childControl);
  const none = '["@@none"]';
  const edit =
    control === undefined
      ? memberInserted(text, setting, childControl, none)
      : { start: control.value.at, end: control.value.end, text: none };
  return { what: "lock the setting", keepsMeaning: false, edits: [edit] };
}

const lockWithoutValue: LintRule = {
  id: "lock-without-value",
  severity: "warning",
  summary: "a setting that is locked and given no value",
  check({ entries }, say) {
    for (const { service, setting, settingKeys, choice } of entries) {
      if (choice !== undefined || !isFixed(setting)) continue;
      const message = `locked without a value: what policies above set stays, and where they set nothing no policy below can opt \`${service}\` out; add \`"@@assign": "optOut"\``;
      say(settingKeys, setting.at, message);
    }
  },
};

const lockedOptIn: LintRule = {
  id: "locked-opt-in",
  severity: "warning",
  summary: "an opt-in that no policy below can end",
  check({ entries }, say) {
    for (const { service, setting, settingKeys, choice } of entries) {
      if (choice !== "optIn" || !isFixed(setting)) continue;
      const message = `\`${service}\` is opted in and locked: no account below can opt out of it`;
      say(settingKeys, setting.at, message);
    }
  },
};

export const lockRules: readonly LintRule[] = [idleLock, openLeaf, lockWithoutValue, lockedOptIn];
