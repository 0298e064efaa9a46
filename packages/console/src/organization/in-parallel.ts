// Work of which more turns up while it is done, a few pieces at once.

/** Browsers open six connections to a server. */
const atOnce = 6;

/** Ends when all pieces are done, those that `more` added too; throws the first failure. */
export async function inParallel<Piece>(
  first: readonly Piece[],
  work: (piece: Piece, more: (piece: Piece) => void) => Promise<void>,
): Promise<void> {
  let wave = first;
  while (wave.length > 0) {
    const next: Piece[] = [];
    // One iterator for all workers: whoever is free takes the next piece.
    const pieces = wave.values();
    const worker = async (): Promise<void> => {
      for (const piece of pieces) await work(piece, (more) => void next.push(more));
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    wave = next;
  }
}
