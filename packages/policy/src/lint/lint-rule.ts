// What a rule is. Each has a page under `docs/rules/`, named for its id.

import type { Catalogue } from "../catalogue.js";
import type { Draft, RuleId, Severity } from "../finding.js";
import type { Fix } from "../fix.js";
import type { JsonNode, Offset } from "../json.js";
import type { Keys } from "../json-path.js";
import type { AttachedPolicy, LintedOrganization } from "./linted-organization.js";
import type { OptOutPolicy } from "./opt-out-policy.js";

export interface LintRule {
  readonly id: RuleId;
  readonly severity: Severity;
  /** What it finds, in a few words. */
  readonly summary: string;
  /** Absent where reading the policy finds it, or where it takes an organization. Only valid policies are checked. */
  readonly check?: (policy: OptOutPolicy, say: Say) => void;
  /** For rules that take an organization: asked about each of its policies. */
  readonly checkIn?: (policy: AttachedPolicy, organization: LintedOrganization, say: Say) => void;
  /** Absent where nothing can be mended by rule. */
  readonly fix?: (found: Found, policy: LintedText) => Fix | undefined;
}

/** Reports a finding of the rule that is being checked. */
type Say = (keys: Keys, at: Offset, message: string) => void;

export type Found = Pick<Draft, "keys" | "at">;

/** The text to mend. */
export interface LintedText {
  readonly text: string;
  /** Absent where the text is no JSON. */
  readonly json: JsonNode | undefined;
  readonly catalogue: Catalogue;
}
