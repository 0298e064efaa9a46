// The values that a validated input is made of.

/** A structure without prototype, holding known members only. */
export type InputObject = { readonly [member: string]: InputValue };

/** A timestamp is a `Date`. */
export type InputValue = string | number | boolean | Date | readonly InputValue[] | InputObject;

/** Whether a value is a structure: neither a list nor a date. */
export function isInputObject(value: InputValue | undefined): value is InputObject {
  return typeof value === "object" && !Array.isArray(value) && !(value instanceof Date);
}
