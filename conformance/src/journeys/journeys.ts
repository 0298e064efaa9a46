// The journeys by name, and what a suite says of itself to who runs them all.

import type { ClientName } from "../clients/client-name.js";

export const journeys = {
  life: "an organization's life",
  accounts: "accounts that join and leave",
  callers: "callers and their rights",
  stack: "a stack from apply to destroy",
  features: "an organization that grows",
  walk: "the README's walk",
  throttled: "waiting when told to",
  presigned: "an identity shown by a URL",
} as const;

export interface JourneyBy {
  readonly journey: keyof typeof journeys;
  readonly client: ClientName;
  /** Why it is skipped, where it is. */
  readonly missing?: string | undefined;
}

declare module "vitest" {
  interface TaskMeta {
    /** Of the suite that is a whole journey: what `npm run conformance` makes a row of. */
    journeyBy?: JourneyBy;
  }
}
