// Where the overview shows its numbers.

import type { SamplePlan } from "../sample-organization.js";

/** The selector of a number that stands once all accounts of the sample, and the one that manages them, were read. */
export function overviewNumbers({ accounts }: Pick<SamplePlan, "accounts">): string {
  return `a[aria-label*=" of ${accounts + 1} accounts"]`;
}
