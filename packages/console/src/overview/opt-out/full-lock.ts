// The policy that opts out of everything and lets nobody below change that: three locks, one choice.

import { formatPolicy } from "@withhold/policy";

const none = { "@@operators_allowed_for_child_policies": ["@@none"] };

/** No service added below, nothing added to `default`, its value not changed. Source: AWS's guide, first example. */
export const fullLockContent = JSON.stringify({
  services: { ...none, default: { ...none, opt_out_policy: { ...none, "@@assign": "optOut" } } },
});

const canonical = formatPolicy(fullLockContent, { minify: true });

/** Whether a policy says just that, however it is written. */
export function isFullLock(content: string | null): boolean {
  if (content === null || !canonical.ok) return false;
  const formatted = formatPolicy(content, { minify: true });
  return formatted.ok && formatted.text === canonical.text;
}
