// The resource policy of an organization: what its management account delegates, and to whom.

import { parsePolicyDocument } from "@withhold/iam";
import type { Policy } from "@withhold/iam";

export class ResourcePolicy {
  readonly id: string;
  /** The text as it was submitted, byte for byte. */
  readonly content: string;
  #policy: Policy | undefined;

  constructor(id: string, content: string) {
    this.id = id;
    this.content = content;
  }

  /** Compiled when first asked for. INVARIANT: what was recorded had been read before. */
  get policy(): Policy {
    this.#policy ??= compiled(this.id, this.content);
    return this.#policy;
  }
}

function compiled(name: string, content: string): Policy {
  const parsed = parsePolicyDocument(content, { kind: "delegation", name });
  // Never a guess: the management account can still replace a policy that a newer version no longer reads.
  if (!parsed.ok) throw new Error(`this version cannot read the delegation policy \`${name}\``);
  return parsed.policy;
}
