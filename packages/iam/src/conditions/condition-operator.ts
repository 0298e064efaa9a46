// What a condition operator is: a value in the list of operators.

import type { Pattern } from "../matching/match.js";
import type { Template } from "../matching/template.js";

/** A value in a policy: its text, and the text taken apart. */
interface Operand {
  readonly text: string;
  readonly template: Template;
}

export interface ConditionOperator {
  /** Such as `StringNotLike`. */
  readonly name: string;
  /** Holds where its positive form does not, an absent key and a value that cannot be read included. */
  readonly negated: boolean;
  /** What a value must look like, for the message that refuses one. */
  readonly expects: string;
  /**
   * Whether a value of the request matches one of the operands. Undefined where one of these is not as expected; never
   * for none of them.
   */
  compile(operands: readonly Operand[]): Pattern | undefined;
}

/** The operators of a type with an order or an identity: both sides are read, what cannot be read matches nothing. */
export function typedOperator<T extends {}, Wanted extends {} = T>(
  name: string,
  { negated = false, expects, read, readWanted, compare }: TypedOptions<T, Wanted>,
): ConditionOperator {
  return {
    name,
    negated,
    expects,
    compile(operands) {
      const wanted: Wanted[] = [];
      for (const { text } of operands) {
        const one = readWanted(text);
        if (one === undefined) return undefined;
        wanted.push(one);
      }
      return (value) => {
        const found = read(value);
        if (found !== undefined) for (const one of wanted) if (compare(found, one)) return true;
        return false;
      };
    },
  };
}

interface TypedOptions<T, Wanted> {
  readonly negated?: boolean;
  readonly expects: string;
  /** Of the request. */
  readonly read: (text: string) => T | undefined;
  /** Of the policy. */
  readonly readWanted: (text: string) => Wanted | undefined;
  readonly compare: (found: T, wanted: Wanted) => boolean;
}
