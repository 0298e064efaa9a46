// Tags given at creation: what may be set.

import type { Tag } from "@aws-sdk/client-organizations";
import type { DomainEvent } from "./events.js";
import { faultFor } from "./fault.js";
import type { Quotas } from "./quotas.js";

/** The event that tags a new resource; none without tags. Keys and values were checked against the constraint table. */
export function tagged(
  organizationId: string,
  resourceId: string,
  tags: readonly Tag[] | undefined,
): readonly DomainEvent[] {
  if (tags === undefined || tags.length === 0) return [];
  const pairs = tags.map(({ Key, Value }) => ({ key: Key ?? "", value: Value ?? "" }));
  return [{ type: "resource.tagged", organizationId, resourceId, tags: pairs }];
}

/** Refuses keys that stand twice, AWS's own keys, and more tags than a resource may carry. */
export function checkTags(tags: readonly Tag[] | undefined, { tagsMax }: Quotas): void {
  const keys = new Set<string>();
  for (const { Key = "" } of tags ?? []) {
    if (Key.toLowerCase().startsWith("aws:")) {
      const message = `tag key \`${Key}\` begins with \`aws:\`, which is reserved; choose another`;
      faultFor("InvalidInputException", "INVALID_SYSTEM_TAGS_PARAMETER", message);
    }
    if (keys.has(Key)) {
      faultFor("InvalidInputException", "DUPLICATE_TAG_KEY", `tag key \`${Key}\` stands twice; keep one`);
    }
    keys.add(Key);
  }
  if (keys.size > tagsMax) {
    const message = `${keys.size} tags, and a resource carries ${tagsMax} at the most`;
    faultFor("ConstraintViolationException", "MAX_TAG_LIMIT_EXCEEDED", message);
  }
}
