// Who sends the requests: callers of every kind, most often the one that may do the most.

import type { Keys } from "./generate/draft.js";
import type { Random } from "./random.js";

/**
 * `management`: the root user of the management account. `user`: an IAM user there with a narrow policy. `member`: a
 * session of the access role in a member account. `administrator`: the same in a member account that administers a
 * service and that the delegation policy names. `outsider`: the root user of an account that the organization did not
 * make; `payer`: another, whose organization hands over its bill.
 */
export const callerNames = ["management", "user", "member", "administrator", "outsider", "payer"] as const;
export type CallerName = (typeof callerNames)[number];

/** How often it is the management account, which alone may call most operations. */
const managementShare = 0.7;

export class Callers {
  readonly #keys = new Map<CallerName, Keys>();

  constructor(management: Keys) {
    this.#keys.set("management", management);
  }

  set(name: CallerName, keys: Keys): void {
    this.#keys.set(name, keys);
  }

  /** Of a caller that is not there yet, those of the management account. */
  keysOf(name: CallerName): Keys {
    const keys = this.#keys.get(name) ?? this.#keys.get("management");
    if (keys === undefined) throw new Error("there is nobody to call as");
    return keys;
  }

  pick(random: Random): CallerName {
    return random.chance(managementShare) ? "management" : random.pick(callerNames);
  }
}
