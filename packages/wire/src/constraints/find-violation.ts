// The first constraint that an input of the right types breaks.

import { checkString } from "./check-string.js";
import type { CompiledShape } from "./compile-shape.js";
import { invalidInput } from "./input-fault.js";
import type { InvalidInputFault } from "./input-fault.js";
import { isInputObject } from "./input-value.js";
import type { InputValue } from "./input-value.js";

/** Depth first in model order; `undefined` where every constraint holds. */
export function findViolation(
  shape: CompiledShape,
  value: InputValue,
  path: string,
): InvalidInputFault | undefined {
  switch (shape.type) {
    case "string":
      return typeof value === "string" ? checkString(shape, value, path) : undefined;
    case "integer":
      return typeof value === "number" ? checkInteger(shape, value, path) : undefined;
    case "boolean":
    case "timestamp":
      return undefined;
    case "list":
      return Array.isArray(value) ? checkList(shape, value as readonly InputValue[], path) : undefined;
    case "structure":
      return isInputObject(value) ? checkMembers(shape, value, path) : undefined;
  }
}

type Compiled<Type extends CompiledShape["type"]> = Extract<CompiledShape, { type: Type }>;

function checkInteger({ min, max }: Compiled<"integer">, value: number, path: string) {
  if (value > max) {
    return invalidInput("MAX_VALUE_EXCEEDED", `\`${path}\` is \`${value}\`, give at most ${max}`);
  }
  if (value < min) {
    return invalidInput("MIN_VALUE_EXCEEDED", `\`${path}\` is \`${value}\`, give at least ${min}`);
  }
  return undefined;
}

function checkList({ member, min, max }: Compiled<"list">, value: readonly InputValue[], path: string) {
  const { length } = value;
  if (length > max) {
    return invalidInput("MAX_LENGTH_EXCEEDED", `\`${path}\` has ${length} members, give at most ${max}`);
  }
  if (length < min) {
    return invalidInput("MIN_LENGTH_EXCEEDED", `\`${path}\` has ${length} members, give at least ${min}`);
  }
  for (const [index, element] of value.entries()) {
    const fault = findViolation(member, element, `${path}[${index}]`);
    if (fault === undefined) continue;
    // A list of scalars has one reason for whatever is wrong with a member.
    const isScalar = member.type === "string" || member.type === "integer";
    return isScalar ? invalidInput("INVALID_LIST_MEMBER", fault.message) : fault;
  }
  return undefined;
}

function checkMembers(
  { members }: Compiled<"structure">,
  value: Readonly<Record<string, InputValue>>,
  path: string,
) {
  for (const { name, shape } of members) {
    const member = value[name];
    if (member === undefined) continue;
    const fault = findViolation(shape, member, path === "" ? name : `${path}.${name}`);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
