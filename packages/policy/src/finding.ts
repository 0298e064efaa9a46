// A finding: what is wrong or doubtful in a policy, where, and what would be right.

import type { Fix } from "./fix.js";
import { shorten } from "./json.js";
import type { Offset } from "./json.js";
import { jsonPath } from "./json-path.js";
import type { Keys } from "./json-path.js";
import { positionAt } from "./position.js";
import type { Position } from "./position.js";

/**
 * `error`: the policy is refused when written, or nothing of it holds anywhere. `warning`: it is accepted, and probably
 * not what was meant. `info`: worth knowing, and often on purpose.
 */
export type Severity = "error" | "warning" | "info";

/** The rules by id; each id is stable, so that configurations and reports can name it. `lint/lint-rules.ts` lists them. */
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
  | "sets-nothing"
  | "idle-lock"
  | "open-leaf"
  | "lock-without-value"
  | "locked-opt-in"
  | "no-default"
  | "opts-in-default"
  | "opts-in"
  | "repeats-default"
  | "type-not-enabled"
  | "unattached-policy"
  | "redundant-entry"
  | "lock-binds-nobody";

export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** JSONPath of the node, whole: as long as the keys that lead there. */
  readonly path: string;
  readonly position: Position;
  /** What was found and what would be right: lower case, no full stop. */
  readonly message: string;
  /** Absent where none is known, and where nobody asked. */
  readonly fix?: Fix;
}

/** What a rule says. A function where saying it takes work, such as a search for what was meant. */
type Message = string | (() => string);

/** More findings than a person would read. What follows is counted and dropped, its message never worked out. */
const findingsMax = 100;

/** Errors that one text for a person tells. */
const describedMax = 20;
const describedPathMax = 200;

/** A finding before it is told: what a fix needs to know. */
export interface Draft {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly keys: Keys;
  readonly at: Offset;
  readonly message: Message;
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

  error(rule: RuleId, keys: Keys, at: Offset, message: Message): void {
    this.#errors += 1;
    this.#add({ rule, severity: "error", keys, at, message });
  }

  warning(rule: RuleId, keys: Keys, at: Offset, message: Message): void {
    this.#add({ rule, severity: "warning", keys, at, message });
  }

  /** With the severity of the rule. */
  report(
    rule: { readonly id: RuleId; readonly severity: Severity },
    keys: Keys,
    at: Offset,
    message: Message,
  ): void {
    if (rule.severity === "error") this.#errors += 1;
    this.#add({ rule: rule.id, severity: rule.severity, keys, at, message });
  }

  /** In the order of the text. `fixOf` is asked for the fix of each. */
  list(fixOf?: (draft: Draft) => Fix | undefined): readonly Finding[] {
    return this.#drafts
      .toSorted((a, b) => a.at - b.at)
      .map((draft) => {
        const { rule, severity, keys, at, message } = draft;
        const fix = fixOf?.(draft);
        return {
          rule,
          severity,
          path: jsonPath(keys),
          position: positionAt(this.#text, at),
          message: typeof message === "string" ? message : message(),
          ...(fix === undefined ? {} : { fix }),
        };
      });
  }

  #add(draft: Draft): void {
    if (this.#drafts.length < findingsMax) this.#drafts.push(draft);
  }
}

/** One line for a person: `$.services.Lex (line 3, column 5): message`. A path too long to read is cut. */
export function describeFinding({ path, position, message }: Finding): string {
  return `${shorten(path, describedPathMax)} (line ${position.line}, column ${position.column}): ${message}`;
}

/** The errors among all findings of a policy, a line each and bounded; empty when there is none. */
export function describeErrors(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === "error");
  const lines = errors.slice(0, describedMax).map(describeFinding);
  const more = errors.length - lines.length;
  const dropped = findings.length >= findingsMax ? "at least " : "";
  return [...lines, ...(more > 0 ? [`and ${dropped}${more} more`] : [])].join("\n");
}
