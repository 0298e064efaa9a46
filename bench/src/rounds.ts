// Rounds of a figure and its floor by turns, so that what disturbs the machine disturbs both.

export interface Rounds {
  readonly ours: readonly number[];
  readonly floor: readonly number[];
}

/** Takes both `count` times, after `warmUps` that are thrown away; which of the two goes first alternates. */
export async function interleaved(
  { count, warmUps }: { readonly count: number; readonly warmUps: number },
  ours: () => number | Promise<number>,
  floor: () => number | Promise<number>,
): Promise<Rounds> {
  const rounds = { ours: [] as number[], floor: [] as number[] };
  for (let round = -warmUps; round < count; round += 1) {
    const one = round % 2 === 0 ? await ours() : undefined;
    const below = await floor();
    const other = one ?? (await ours());
    if (round < 0) continue;
    rounds.ours.push(other);
    rounds.floor.push(below);
  }
  return rounds;
}

/** Floor to figure, each round with its own floor. */
export function ratios({ ours, floor }: Rounds): readonly number[] {
  return ours.map((value, round) => (floor[round] ?? Number.NaN) / value);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

export function spread(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
