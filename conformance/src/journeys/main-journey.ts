// The journey: one organization's whole life with opt-out policies, the same for every client.

import type { AccessKey } from "../running-cell.js";
import { askForABill } from "./ask-for-a-bill.js";
import { foundOrganization } from "./found-organization.js";
import { makeExceptions } from "./make-exceptions.js";
import { pageThrough } from "./page-through.js";
import { readBack } from "./read-back.js";
import { finerRefusals, refusals } from "./refusals.js";
import type { Act } from "./run-journey.js";
import { takeApart } from "./take-apart.js";
import { windDown } from "./wind-down.js";
import { wrongKeys } from "./wrong-keys.js";

/** For the cell it runs on: no journey lasts the days for which a closed account stays. */
export const journeyQuotas = { closedAccountDaysMin: 0 } as const;

export interface JourneyOptions {
  /** The client's own. */
  readonly key: AccessKey;
  /** Whether calls cost so much that what one client shows for all is left to that one. */
  readonly isCostly: boolean;
}

export function mainJourney({ key, isCostly }: JourneyOptions): readonly Act[] {
  const { accessKeyId, secretAccessKey } = key;
  const wrongSecret = { accessKeyId, secretAccessKey: `${secretAccessKey.slice(0, -1)}x` };
  const unknownKey = { accessKeyId: "AKIANOBODYKNOWSTHIS0", secretAccessKey };
  return [
    foundOrganization,
    makeExceptions,
    readBack,
    pageThrough,
    refusals,
    ...(isCostly ? [] : [finerRefusals]),
    askForABill,
    wrongKeys({ wrongSecret, unknownKey }),
    windDown,
    takeApart,
  ];
}
