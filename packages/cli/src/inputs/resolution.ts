// A value of an input that may depend on what the input does not hold.

/** `why`: what is missing, lower case, no full stop. */
export type Resolution =
  | { readonly known: true; readonly value: string }
  | { readonly known: false; readonly why: string };

export function resolved(value: string): Resolution {
  return { known: true, value };
}

export function unresolved(why: string): Resolution {
  return { known: false, why };
}
