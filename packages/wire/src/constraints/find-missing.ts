// The first required member that an input lacks.

import type { CompiledShape } from "./compile-shape.js";
import { isInputObject } from "./input-value.js";
import type { InputValue } from "./input-value.js";

/** Its path, such as `Tags[0].Key`, depth first in model order; `undefined` where none is missing. */
export function findMissing(shape: CompiledShape, value: InputValue, path: string): string | undefined {
  if (shape.type === "list" && Array.isArray(value)) {
    for (const [index, element] of value.entries()) {
      const missing = findMissing(shape.member, element as InputValue, `${path}[${index}]`);
      if (missing !== undefined) return missing;
    }
  }
  if (shape.type !== "structure" || !isInputObject(value)) return undefined;
  for (const { name, shape: of, required } of shape.members) {
    const member = value[name];
    const at = path === "" ? name : `${path}.${name}`;
    const missing = member === undefined ? (required ? at : undefined) : findMissing(of, member, at);
    if (missing !== undefined) return missing;
  }
  return undefined;
}
