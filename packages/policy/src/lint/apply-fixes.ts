// Applies fixes to a text, again and again until none is left: one fix may make room for another.

import type { Finding } from "../finding.js";
import { withEdits } from "../fix.js";
import type { Fix } from "../fix.js";
import { lintPolicy } from "./lint-policy.js";
import type { LintOptions } from "./lint-policy.js";

export interface ApplyFixesOptions extends LintOptions {
  /** Also fixes that change what the policy says. */
  readonly unsafe?: boolean;
}

export interface FixedPolicy {
  readonly text: string;
  readonly fixes: number;
  /** What is left. */
  readonly findings: readonly Finding[];
}

/** A policy has far fewer levels on which one fix could wait for another. */
const passesMax = 20;

export function applyFixes(
  text: string,
  { unsafe = false, ...options }: ApplyFixesOptions = {},
): FixedPolicy {
  let now = text;
  let fixes = 0;
  let findings = lintPolicy(now, options);
  for (let pass = 0; pass < passesMax; pass += 1) {
    const wanted = findings.flatMap(({ fix }) =>
      fix !== undefined && (unsafe || fix.keepsMeaning) ? [fix] : [],
    );
    const chosen = apart(wanted);
    if (chosen.length === 0) break;
    now = withEdits(
      now,
      chosen.flatMap(({ edits }) => edits),
    );
    fixes += chosen.length;
    findings = lintPolicy(now, options);
  }
  return { text: now, fixes, findings };
}

/** Those that touch no text of one chosen before; the others have their turn in the next pass. */
function apart(fixes: readonly Fix[]): readonly Fix[] {
  const chosen: Fix[] = [];
  for (const fix of fixes) {
    const meets = chosen.some(({ edits }) =>
      edits.some((edit) => fix.edits.some(({ start, end }) => start <= edit.end && edit.start <= end)),
    );
    if (!meets) chosen.push(fix);
  }
  return chosen;
}
