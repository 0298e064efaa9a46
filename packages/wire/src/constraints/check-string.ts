// The constraints on one string: its values, its length, its pattern, asked in that order.

import type { CompiledString } from "./compile-shape.js";
import { invalidInput } from "./input-fault.js";
import type { InputReason, InvalidInputFault } from "./input-fault.js";

/** How much of a value a message repeats, in code points. */
const quotedCharactersMax = 64;

const enumReasons: Readonly<Record<string, InputReason>> = {
  PolicyType: "INVALID_ENUM_POLICY_TYPE",
  EffectivePolicyType: "INVALID_ENUM_POLICY_TYPE",
};

const patternReasons: Readonly<Record<string, InputReason>> = {
  PolicyTargetId: "INVALID_PATTERN_TARGET_ID",
  PolicyId: "INVALID_SYNTAX_POLICY_ID",
};

/** The first constraint that a string breaks, its value quoted unless the shape is sensitive. */
export function checkString(
  shape: CompiledString,
  value: string,
  path: string,
): InvalidInputFault | undefined {
  const { name, min, max, pattern, values } = shape;
  if (values !== undefined && !values.has(value)) {
    const choice = [...values].map((known) => `\`${known}\``).join(", ");
    const message = `${subject(shape, value, path)} is not a known value, give one of ${choice}`;
    return invalidInput(enumReasons[name] ?? "INVALID_ENUM", message);
  }
  const length = codePointLength(value);
  if (length > max) {
    const message = `${subject(shape, value, path)} has ${length} characters, give at most ${max}`;
    return invalidInput("MAX_LENGTH_EXCEEDED", message);
  }
  if (length < min) {
    const message = `${subject(shape, value, path)} has ${length} characters, give at least ${min}`;
    return invalidInput("MIN_LENGTH_EXCEEDED", message);
  }
  if (pattern !== undefined && !pattern.whole.test(value)) {
    const message = `${subject(shape, value, path)} does not match the pattern \`${pattern.text}\`, give a value that does`;
    return invalidInput(patternReasons[name] ?? "INVALID_PATTERN", message);
  }
  return undefined;
}

function subject({ sensitive }: CompiledString, value: string, path: string): string {
  return sensitive ? `\`${path}\`` : `\`${path}\` is \`${shortened(value)}\`, which`;
}

// Counts all but the second halves of surrogate pairs; decoding has refused lone ones.
function codePointLength(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length; index += 1) {
    if ((text.charCodeAt(index) & 0xfc00) === 0xdc00) length -= 1;
  }
  return length;
}

function shortened(value: string): string {
  // Twice as many code units hold at least that many code points.
  const start = Array.from(value.slice(0, quotedCharactersMax * 2))
    .slice(0, quotedCharactersMax)
    .join("");
  return start.length === value.length ? value : `${start}…`;
}
