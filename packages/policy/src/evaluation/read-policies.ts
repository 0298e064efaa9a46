// The policies of a snapshot, each parsed once.

import { serviceKeyForm } from "../catalogue.js";
import type { Catalogue } from "../catalogue.js";
import { parsePolicy } from "../parse-policy.js";
import type { ParsedPolicy } from "../parse-policy.js";
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
    const { document, valid, findings } = this.#readable(content);
    if (!valid) return { document: undefined, services: [], doubts: [invalidPolicy(policy, findings)] };
    return { document, services: servicesNamedIn(document), doubts: [] };
  }
  /** A service that we do not know, in the form of those that we do, may be one that AWS knows. */
  #readable(content: string): ParsedPolicy {
    const parsed = parsePolicy(content, { type: aiOptOutType, catalogue: this.#catalogue });
    if (parsed.valid) return parsed;
    const named = servicesNamedIn(parsed.document).filter((key) => serviceKeyForm.test(key));
    const services = named.map((key) => [key, { key, name: key, evidence: "extension" }] as const);
    return parsePolicy(content, {
      type: aiOptOutType,
      catalogue: new Map([...services, ...this.#catalogue]),
    });
  }
}
