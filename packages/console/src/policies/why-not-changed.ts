// Why a policy can be neither edited nor deleted.

import type { PolicySummary } from "@aws-sdk/client-organizations";

/** For the button; undefined where it can. */
export function whyNotChanged(
  { AwsManaged: isManaged }: PolicySummary,
  done: "edited" | "deleted",
): string | undefined {
  return isManaged === true ? `AWS manages this policy, so that it cannot be ${done}` : undefined;
}
