// Whether text inside a JSON value is ill-formed Unicode.

const loneSurrogate = /\p{Surrogate}/u;

/** Looks through all strings and member names. Recursive: the nesting must have been bounded before. */
export function hasLoneSurrogate(value: unknown): boolean {
  if (typeof value === "string") return loneSurrogate.test(value);
  if (Array.isArray(value)) return value.some(hasLoneSurrogate);
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([name, member]) => loneSurrogate.test(name) || hasLoneSurrogate(member));
}
