// Inputs of operations checked against the constraint table of the service model.

import type { CompiledMember } from "./compile-shape.js";
import { compileShape } from "./compile-shape.js";
import { copyStructure } from "./copy-input.js";
import { findMissing } from "./find-missing.js";
import { findViolation } from "./find-violation.js";
import { invalidInput } from "./input-fault.js";
import type { InputFault } from "./input-fault.js";
import type { InputObject } from "./input-value.js";
import { operationNames } from "./operation-names.js";
import type { OperationName } from "./operation-names.js";
import { shapeTable } from "./shape-table.js";

export type ValidatedInput =
  | { readonly ok: true; readonly input: InputObject }
  | { readonly ok: false; readonly fault: InputFault };

// Compiled once, at load. An operation without an input shape takes an empty structure.
const membersOf = new Map<OperationName, readonly CompiledMember[]>(
  operationNames.map((operation) => {
    const name = `${operation}Request`;
    const shape = Object.hasOwn(shapeTable, name) ? compileShape(shapeTable, name) : undefined;
    return [operation, shape?.type === "structure" ? shape.members : []];
  }),
);

/**
 * Checks a decoded body against the input of an operation and copies its known members.
 *
 * Faults in order of precedence, the first of each in model order: a value of the wrong JSON type
 * (`SerializationException`); a required member missing anywhere (`INPUT_REQUIRED`); any other
 * constraint (`InvalidInputException` with its reason). Messages never repeat sensitive values.
 */
export function validateInput(operation: OperationName, decoded: unknown): ValidatedInput {
  return validate(operation, decoded, (members) => members);
}

/** The same for an input of which members may be missing at the top: what there is of it, is checked. */
export function validatePartialInput(operation: OperationName, decoded: unknown): ValidatedInput {
  return validate(operation, decoded, (members, input) =>
    members.filter(({ name }) => input[name] !== undefined),
  );
}

function validate(
  operation: OperationName,
  decoded: unknown,
  mustBeWhole: (members: readonly CompiledMember[], input: InputObject) => readonly CompiledMember[],
): ValidatedInput {
  const shape = { type: "structure", members: membersOf.get(operation) ?? [] } as const;
  const copied = copyStructure(shape.members, decoded, "");
  if (!copied.ok) return copied;
  const whole = { ...shape, members: mustBeWhole(shape.members, copied.value) };
  const missing = findMissing(whole, copied.value, "");
  if (missing !== undefined) {
    return { ok: false, fault: invalidInput("INPUT_REQUIRED", `\`${missing}\` is required, give it`) };
  }
  const fault = findViolation(shape, copied.value, "");
  return fault === undefined ? { ok: true, input: copied.value } : { ok: false, fault };
}
