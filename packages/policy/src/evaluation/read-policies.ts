// The policies of a snapshot, each parsed once.

import type { Catalogue } from "../catalogue.js";
import { parsePolicy } from "../parse-policy.js";
import type { PolicyNode } from "../policy-node.js";
import type { SnapshotPolicy } from "../snapshot/organization-snapshot.js";
import { aiOptOutType } from "./ai-opt-out-type.js";
import { invalidPolicy, unreadContent } from "./doubt.js";
import type { Doubt, UnreadPlaces } from "./doubt.js";
import { servicesNamedIn } from "./service-row.js";

export interface ReadPolicy {
  /** Absent where nobody knows what the policy does. */
  readonly document: PolicyNode | undefined;
  /** The services that it names. */
  readonly services: readonly string[];
  readonly doubts: readonly Doubt[];
}

/** What an organization may accept and ours would not; the merge knows what to do with either. */
const accepted = new Set(["unknown-service", "size-limit"]);

export class ReadPolicies {
  readonly #byPolicy = new WeakMap<SnapshotPolicy, ReadPolicy>();
  readonly #catalogue: Catalogue;
  readonly #unread: UnreadPlaces;

  constructor(catalogue: Catalogue, unread: UnreadPlaces) {
    this.#catalogue = catalogue;
    this.#unread = unread;
  }

  read(policy: SnapshotPolicy): ReadPolicy {
    let read = this.#byPolicy.get(policy);
    if (read === undefined) this.#byPolicy.set(policy, (read = this.#parse(policy)));
    return read;
  }

  #parse(policy: SnapshotPolicy): ReadPolicy {
    const { content, id } = policy;
    if (content === null) {
      const doubts = this.#unread.inPolicy.get(id) ?? [unreadContent(policy)];
      return { document: undefined, services: [], doubts };
    }
    const { document, findings } = parsePolicy(content, { type: aiOptOutType, catalogue: this.#catalogue });
    const errors = findings.filter(({ severity, rule }) => severity === "error" && !accepted.has(rule));
    if (errors.length > 0)
      return { document: undefined, services: [], doubts: [invalidPolicy(policy, errors)] };
    return { document, services: servicesNamedIn(document), doubts: [] };
  }
}
