// Shapes made ready for validation: references resolved, patterns and enumerations compiled.

import type { Shape, ShapeTable } from "./shape.js";

export interface CompiledString {
  readonly type: "string";
  /** The shape's name, on which some reasons depend. */
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly pattern: { readonly text: string; readonly whole: RegExp } | undefined;
  readonly values: ReadonlySet<string> | undefined;
  readonly sensitive: boolean;
}

export interface CompiledMember {
  readonly name: string;
  readonly shape: CompiledShape;
  readonly required: boolean;
}

export type CompiledShape =
  | CompiledString
  | { readonly type: "integer"; readonly min: number; readonly max: number }
  | { readonly type: "boolean" }
  | { readonly type: "timestamp" }
  | { readonly type: "list"; readonly member: CompiledShape; readonly min: number; readonly max: number }
  | { readonly type: "structure"; readonly members: readonly CompiledMember[] };

// Matches everything. Left out, because a greedy match over megabytes of policy text
// costs time and regular expression stack, and cannot fail.
const anything = "[\\s\\S]*";

/** Compiles one shape and all that it refers to. Throws `TypeError` on an unknown name: the table is ours. */
export function compileShape(table: ShapeTable, name: string): CompiledShape {
  const shape = table[name];
  if (shape === undefined) throw new TypeError(`shape \`${name}\` is not in the table`);
  switch (shape.type) {
    case "string":
      return compileString(name, shape);
    case "integer":
      return { type: "integer", min: shape.min ?? -Infinity, max: shape.max ?? Infinity };
    case "boolean":
      return { type: "boolean" };
    case "timestamp":
      return { type: "timestamp" };
    case "list": {
      const member = compileShape(table, shape.member);
      return { type: "list", member, min: shape.min ?? 0, max: shape.max ?? Infinity };
    }
    case "structure": {
      const required = new Set(shape.required);
      const members = Object.entries(shape.members).map(([member, of]) => ({
        name: member,
        shape: compileShape(table, of),
        required: required.has(member),
      }));
      return { type: "structure", members };
    }
  }
}

function compileString(name: string, shape: Extract<Shape, { type: "string" }>): CompiledString {
  const text = shape.pattern === anything ? undefined : shape.pattern;
  return {
    type: "string",
    name,
    min: shape.min ?? 0,
    max: shape.max ?? Infinity,
    // Alternatives in the model bind looser than its anchors, so the whole is anchored again.
    pattern: text === undefined ? undefined : { text, whole: new RegExp(`^(?:${text})$`, "u") },
    values: shape.enum === undefined ? undefined : new Set(shape.enum),
    sensitive: shape.sensitive ?? false,
  };
}
