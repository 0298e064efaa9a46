// Rules that take an organization: policies without effect, and what changes nothing as things stand.

import { servicesKey } from "../ai-opt-out-rules.js";
import { childControl } from "../operators.js";
import { choiceFor } from "../opt-out-choice.js";
import type { PolicyNode } from "../policy-node.js";
import { isMergeable } from "../policy-type.js";
import { entriesLikeDefault } from "./choice-rules.js";
import type { LintRule } from "./lint-rule.js";
import type { AttachedPolicy } from "./linted-organization.js";
import { isClosed, isFixed, locksAnything } from "./opt-out-policy.js";

const typeNotEnabled: LintRule = {
  id: "type-not-enabled",
  severity: "error",
  summary: "a policy of a type that is not enabled in the organization",
  checkIn({ policy }, { snapshot }, say) {
    if (!isMergeable(policy.type) || snapshot.enabledTypes?.includes(policy.type) !== false) return;
    const message = `policy type \`${policy.type}\` is not enabled in this organization, so that nothing in this policy holds; enable it (\`enable-policy-type\`)`;
    say([], 0, message);
  },
};

const unattachedPolicy: LintRule = {
  id: "unattached-policy",
  severity: "warning",
  summary: "a policy that is attached nowhere",
  checkIn({ policy, targets }, { snapshot, policyIds }, say) {
    if (!isMergeable(policy.type) || targets.length > 0) return;
    const isOther = (id: string | undefined): boolean =>
      id !== undefined && id !== policy.id && policyIds.has(id);
    // What could not be read might be where it is attached. `lintOrganization` says that it is undetermined.
    if (!snapshot.unread.every(({ about }) => isOther(about))) return;
    say([], 0, "this policy is attached nowhere and holds for nobody; attach it, or delete it");
  },
};

const redundantEntry: LintRule = {
  id: "redundant-entry",
  severity: "info",
  summary: "an entry without which every account would have the same choice today",
  checkIn(attached, organization, say) {
    const { optOut, document, targets } = attached;
    if (optOut === undefined || document === undefined || targets.length === 0) return;
    for (const { service, keys, node } of entriesLikeDefault(optOut)) {
      const isRedundant = organization.isSameWith(
        attached,
        documentWithout(document, service),
        (before, after) => choiceFor(before, service).choice === choiceFor(after, service).choice,
      );
      if (isRedundant !== true) continue;
      say(
        keys,
        node.at,
        `without this entry every account's choice for \`${service}\` would be the same today; leave it out`,
      );
    }
  },
};

function documentWithout(document: PolicyNode, service: string): PolicyNode {
  const services = document.members.get(servicesKey);
  if (services === undefined) return document;
  const members = new Map(services.members);
  members.delete(service);
  return { ...document, members: new Map([[servicesKey, { ...services, members }]]) };
}

const lockBindsNobody: LintRule = {
  id: "lock-binds-nobody",
  severity: "info",
  summary: "a lock in a policy that is attached to accounts only",
  checkIn({ optOut, targets }, { accountIds }, say) {
    if (optOut === undefined || targets.length === 0 || !targets.every((id) => accountIds.has(id))) return;
    const [first] = locksOf(optOut);
    if (first === undefined) return;
    const message =
      "a lock binds policies at lower levels, and this policy is attached to accounts only, below which there is none; leave the locks out, or attach it higher";
    say(first.keys, first.at, message);
  },
};

function locksOf({ services, entries }: NonNullable<AttachedPolicy["optOut"]>) {
  const places = [
    { node: services, keys: [servicesKey], locks: isClosed(services) },
    ...entries.filter(locksAnything).flatMap(({ node, keys, setting, settingKeys }) => [
      { node, keys, locks: isClosed(node) },
      { node: setting, keys: settingKeys, locks: isFixed(setting) },
    ]),
  ];
  return places.flatMap(({ node, keys, locks }) =>
    locks && node.childControl !== undefined
      ? [{ keys: [...keys, childControl], at: node.childControl.at }]
      : [],
  );
}

export const organizationRules: readonly LintRule[] = [
  typeNotEnabled,
  unattachedPolicy,
  redundantEntry,
  lockBindsNobody,
];
