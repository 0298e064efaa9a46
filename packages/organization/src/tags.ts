// Tags: what carries them, and what may be set.

import type { Tag } from "@aws-sdk/client-organizations";
import type { DomainEvent } from "./events.js";
import { fault, faultFor } from "./fault.js";
import type { MemberContext } from "./operation.js";
import { requireOwn } from "./policy-rules.js";
import type { Quotas } from "./quotas.js";
import type { Roster } from "./roster.js";
import type { TagPair } from "./state/tags.js";
import { transferView } from "./transfer-rules.js";

type Of = Pick<MemberContext, "cell" | "organization">;

/** The id of what carries tags: the root, an OU, an account, a policy, the resource policy or a transfer. */
export function findResource({ cell, organization }: Of, id: string): string {
  const { resourcePolicy } = organization;
  const { id: found } =
    organization.node(id) ??
    organization.policies.get(id) ??
    (id === resourcePolicy?.id ? resourcePolicy : undefined) ??
    transferView(cell, organization, id)?.handshake.transfer ??
    fault(
      "TargetNotFoundException",
      `no root, OU, account, policy or transfer \`${id}\` in this organization`,
    );
  return found;
}

/** The same for a change: AWS's own policies carry no tags. */
export function findTaggable(context: Of, id: string): string {
  const resourceId = findResource(context, id);
  const policy = context.organization.policies.get(resourceId);
  if (policy !== undefined) requireOwn(policy);
  return resourceId;
}

/** The event that tags a resource; none without tags. Keys and values were checked against the constraint table. */
export function tagged(
  organizationId: string,
  resourceId: string,
  tags: readonly Tag[] | undefined,
): readonly DomainEvent[] {
  const pairs = tagPairs(tags);
  return pairs.length === 0 ? [] : [{ type: "resource.tagged", organizationId, resourceId, tags: pairs }];
}

export function tagPairs(tags: readonly Tag[] | undefined): readonly TagPair[] {
  return (tags ?? []).map(({ Key, Value }) => ({ key: Key ?? "", value: Value ?? "" }));
}

/** Refuses keys that stand twice, AWS's own keys, and more tags than a resource may carry with those it has. */
export function checkTags(
  tags: readonly Tag[] | undefined,
  { tagsMax }: Quotas,
  present?: Roster<TagPair>,
): void {
  const keys = new Set<string>();
  let count = present?.size ?? 0;
  for (const { Key = "" } of tags ?? []) {
    refuseReserved(Key);
    if (keys.has(Key)) {
      faultFor("InvalidInputException", "DUPLICATE_TAG_KEY", `tag key \`${Key}\` stands twice; keep one`);
    }
    keys.add(Key);
    if (present?.has(Key) !== true) count += 1;
  }
  if (keys.size > 0 && count > tagsMax) {
    const message = `${count} tags, and a resource carries ${tagsMax} at the most`;
    faultFor("ConstraintViolationException", "MAX_TAG_LIMIT_EXCEEDED", message);
  }
}

/** Keys of AWS's own are neither set nor taken off. */
export function refuseReserved(key: string): void {
  if (!key.toLowerCase().startsWith("aws:")) return;
  const message = `tag key \`${key}\` begins with \`aws:\`, which is reserved; choose another`;
  faultFor("InvalidInputException", "INVALID_SYSTEM_TAGS_PARAMETER", message);
}
