// Rules about what a policy chooses: what slips through, what shares again, what says nothing new.

import { servicesKey } from "../ai-opt-out-rules.js";
import { defaultEntry } from "../catalogue.js";
import { memberAt, memberInserted } from "./json-edit.js";
import type { LintRule } from "./lint-rule.js";
import { locksAnything } from "./opt-out-policy.js";
import type { OptOutEntry, OptOutPolicy } from "./opt-out-policy.js";

const noDefault: LintRule = {
  id: "no-default",
  severity: "warning",
  summary: "services opted out one by one: others, and those to come, slip through",
  check(policy, say) {
    const { services, entries } = policy;
    if (policy.default?.choice !== undefined || !entries.some(({ choice }) => choice === "optOut")) return;
    const message =
      "services are opted out one by one and `default` is not: every other service, and each that comes later, stays as policies above or AWS's own default have it; add `default`";
    say([servicesKey], services.at, message);
  },
  fix({ at }, { text, json }) {
    const services = memberAt(json, at)?.member.value;
    if (services?.kind !== "object" || services.members.some(({ key }) => key === defaultEntry))
      return undefined;
    const value = '{ "opt_out_policy": { "@@assign": "optOut" } }';
    const edits = [memberInserted(text, services, defaultEntry, value)];
    return { what: "opt out by default", keepsMeaning: false, edits };
  },
};

const optsInDefault: LintRule = {
  id: "opts-in-default",
  severity: "warning",
  summary: "`default` opted in: everything shares again that has no entry of its own",
  check({ default: entry }, say) {
    if (entry?.choice !== "optIn") return;
    const message =
      "`default` is reset to `optIn`: the content of every service without an entry of its own may be used, of those to come too";
    say(entry.settingKeys, entry.setting.at, message);
  },
};

const optsIn: LintRule = {
  id: "opts-in",
  severity: "info",
  summary: "a service opted in: an exception that should be on purpose",
  check({ entries }, say) {
    for (const { service, choice, setting, settingKeys } of entries) {
      if (choice !== "optIn" || service === defaultEntry) continue;
      say(
        settingKeys,
        setting.at,
        `\`${service}\` is opted in: its content may be used; see that this is on purpose`,
      );
    }
  },
};

/** Entries that choose what `default` of the same policy chooses, and lock nothing. */
export function entriesLikeDefault(policy: OptOutPolicy): readonly OptOutEntry[] {
  const choice = policy.default?.choice;
  if (choice === undefined) return [];
  return policy.entries.filter(
    (entry) => entry !== policy.default && entry.choice === choice && !locksAnything(entry),
  );
}

/** Without a fix: an opt-out that goes might be the one that held against a policy above. */
const repeatsDefault: LintRule = {
  id: "repeats-default",
  severity: "info",
  summary: "an entry that chooses what `default` beside it chooses",
  check(policy, say) {
    for (const { service, keys, node } of entriesLikeDefault(policy)) {
      const message = `\`${service}\` repeats \`default\`; that matters only where a policy above sets \`${service}\` otherwise, or one below changes \`default\``;
      say(keys, node.at, message);
    }
  },
};

export const choiceRules: readonly LintRule[] = [noDefault, optsInDefault, optsIn, repeatsDefault];
