// The rules that reading a policy applies by itself, on the server as here. Their errors are refusals there.

import type { LintRule } from "./lint-rule.js";
import { keyFix, operatorFix, serviceFix, settingFix, valueFix, wrongOperatorFix } from "./reading-fix.js";
import { byteOrderMarkFix, duplicateFix, sizeFix } from "./text-fix.js";

export const readingRules: readonly LintRule[] = [
  {
    id: "json-syntax",
    severity: "error",
    summary: "the text is no JSON",
    fix: byteOrderMarkFix,
  },
  {
    id: "size-limit",
    severity: "error",
    summary: "the text is longer than a policy may be",
    fix: sizeFix,
  },
  {
    id: "duplicate-key",
    severity: "error",
    summary: "a key stands twice in one object",
    fix: duplicateFix,
  },
  {
    id: "unknown-key",
    severity: "error",
    summary: "a key that has no place there: misspelt, in another case, or a level that was made up",
    fix: keyFix,
  },
  {
    id: "unknown-operator",
    severity: "error",
    summary: "a key with `@@` that is no operator",
    fix: operatorFix,
  },
  {
    id: "unknown-service",
    severity: "error",
    summary: "a service key that the catalogue does not have",
    fix: serviceFix,
  },
  {
    id: "unconfirmed-service",
    severity: "warning",
    summary: "a service key that no readable source lists",
  },
  {
    id: "missing-key",
    severity: "error",
    summary: "a key that has to be there is not",
  },
  {
    id: "missing-operator",
    severity: "error",
    summary: "a value without an operator, as effective policies have it",
    fix: settingFix,
  },
  {
    id: "wrong-operator",
    severity: "error",
    summary: "an operator where it cannot stand, or that this policy type does not have",
    fix: wrongOperatorFix,
  },
  {
    id: "wrong-value",
    severity: "error",
    summary: "an operator with a value that it does not take",
    fix: valueFix,
  },
  {
    id: "wrong-shape",
    severity: "error",
    summary: "something else where an object belongs",
  },
  {
    id: "sets-nothing",
    severity: "error",
    summary: "no service or no choice where one has to be",
  },
];
