// A finding: what is wrong or doubtful in a policy, where, and what would be right.

import type { Offset } from "./json.js";
import { jsonPath } from "./json-path.js";
import { positionAt } from "./position.js";
import type { Position } from "./position.js";

/** `error`: the policy is refused when written. `warning`: it is accepted, and probably not what was meant. */
export type Severity = "error" | "warning";

/** The rules by id; each id is stable, so that configurations and reports can name it. */
export type RuleId =
  | "json-syntax"
  | "size-limit"
  | "duplicate-key"
  | "unknown-key"
  | "unknown-operator"
  | "unknown-service"
  | "unconfirmed-service"
  | "missing-key"
  | "missing-operator"
  | "wrong-operator"
  | "wrong-value"
  | "wrong-shape"
  | "sets-nothing";

export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** JSONPath of the node. */
  readonly path: string;
  readonly position: Position;
  /** What was found and what would be right: lower case, no full stop. */
  readonly message: string;
}

/** More findings than a person would read; what follows is dropped, so that hostile text costs no more. */
const findingsMax = 100;

interface Draft {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly keys: readonly (string | number)[];
  readonly at: Offset;
  readonly message: string;
}

/** Collects the findings of one text; rules report by key path and offset. */
export class Findings {
  readonly #text: string;
  readonly #drafts: Draft[] = [];
  #errors = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** True when an error was reported, whether or not it is still in the list. */
  get hasError(): boolean {
    return this.#errors > 0;
  }

  error(rule: RuleId, keys: readonly (string | number)[], at: Offset, message: string): void {
    this.#errors += 1;
    this.#add({ rule, severity: "error", keys, at, message });
  }

  warning(rule: RuleId, keys: readonly (string | number)[], at: Offset, message: string): void {
    this.#add({ rule, severity: "warning", keys, at, message });
  }

  /** In the order of the text. */
  list(): readonly Finding[] {
    return this.#drafts
      .toSorted((a, b) => a.at - b.at)
      .map(({ rule, severity, keys, at, message }) => {
        return { rule, severity, path: jsonPath(keys), position: positionAt(this.#text, at), message };
      });
  }

  #add(draft: Draft): void {
    if (this.#drafts.length < findingsMax) this.#drafts.push(draft);
  }
}

/** One line for a person: `$.services.Lex (line 3, column 5): message`. */
export function describeFinding(finding: Finding): string {
  return `${finding.path} (line ${finding.position.line}, column ${finding.position.column}): ${finding.message}`;
}
