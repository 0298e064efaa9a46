// A change of several calls of which some were made before one failed.

import { apiError } from "./api-error.js";

/** Says how far it came; code and request id are those of the call that failed. */
export class PartlyMade extends Error {
  readonly isPartial = true;
  readonly $metadata: { readonly requestId?: string };

  constructor(made: string, cause: unknown) {
    const { code, message, requestId } = apiError(cause);
    super(`${made}; then: ${message}`, { cause });
    this.name = code;
    this.$metadata = requestId === undefined ? {} : { requestId };
  }
}

/**
 * One call after the other. Throws what the first threw; where others had been made by then, a `PartlyMade`.
 * `told`: how far it came, `attached to 2 of 3 targets`.
 */
export async function inTurn<Piece>(
  pieces: readonly Piece[],
  call: (piece: Piece) => Promise<unknown>,
  told: (made: number) => string,
): Promise<number> {
  let made = 0;
  for (const piece of pieces) {
    try {
      await call(piece);
    } catch (error) {
      throw made === 0 ? error : new PartlyMade(told(made), error);
    }
    made += 1;
  }
  return made;
}
