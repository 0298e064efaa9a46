// Takes apart what `JSON.parse` gave, without trusting its shape.

export type RecordValue = Readonly<Record<string, unknown>>;

/** Empty where the value is no object. */
export function recordValue(value: unknown): RecordValue {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as RecordValue) : {};
}

/** Empty where the value is no list. */
export function listValue(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Not where it is empty: an empty id or name names nothing. */
export function textValue(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
