// All rules. `docs/rules/` has a page for each; a test ties the two.

import { choiceRules } from "./choice-rules.js";
import type { LintRule } from "./lint-rule.js";
import { lockRules } from "./lock-rules.js";
import { organizationRules } from "./organization-rules.js";
import { readingRules } from "./reading-rules.js";

export const lintRules: readonly LintRule[] = [
  ...readingRules,
  ...lockRules,
  ...choiceRules,
  ...organizationRules,
];
