// Lints one AI services opt-out policy: everything that would be refused, else everything that is doubtful.

import { awsCatalogue } from "../catalogue.js";
import type { Catalogue } from "../catalogue.js";
import { Findings } from "../finding.js";
import type { Draft, Finding } from "../finding.js";
import type { Fix } from "../fix.js";
import { aiOptOutCharactersMax, readChecked } from "../parse-policy.js";
import type { LintRule, LintedText } from "./lint-rule.js";
import { lintRules } from "./lint-rules.js";
import { optOutPolicy } from "./opt-out-policy.js";

export interface LintOptions {
  /** Which services a policy may name; AWS's when absent. */
  readonly catalogue?: Catalogue;
}

/** In the order of the text, with fixes where there are any. Total: no text makes it throw. */
export function lintPolicy(text: string, { catalogue = awsCatalogue }: LintOptions = {}): readonly Finding[] {
  const findings = new Findings(text);
  const charactersMax = aiOptOutCharactersMax;
  const options = { type: "AISERVICES_OPT_OUT_POLICY", catalogue, charactersMax } as const;
  const { document, json } = readChecked(text, options, findings);
  const policy = findings.hasError ? undefined : optOutPolicy(document);
  if (policy !== undefined) {
    for (const rule of lintRules)
      rule.check?.(policy, (keys, at, message) => findings.report(rule, keys, at, message));
  }
  return findings.list((draft) => fixOf(draft, { text, json, catalogue }));
}

const rulesById: ReadonlyMap<string, LintRule> = new Map(lintRules.map((rule) => [rule.id, rule]));

function fixOf(draft: Draft, policy: LintedText): Fix | undefined {
  return rulesById.get(draft.rule)?.fix?.(draft, policy);
}
