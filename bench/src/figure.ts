// What a figure is: a speed that is measured, each time beside a floor taken in the same run, or a size.

/** How a number is to be read. A `ratio` is floor to figure: 1 is as quick as the floor. `kB` are 1000 bytes. */
type Unit = "ratio" | "ms" | "per second" | "MiB" | "kB";

export interface Amount {
  readonly value: number;
  readonly unit: Unit;
}

export type Goal = { readonly atLeast: Amount } | { readonly atMost: Amount };

/** One line of the report. */
export interface Measure {
  readonly name: string;
  /** The median of all rounds. */
  readonly measured: Amount;
  /** The lowest and the highest round, in the unit of `measured`: how noisy the run was. */
  readonly spread: readonly [number, number];
  /** The median of the floor, and what the floor is. Absent where there is none, as of a size. */
  readonly floor?: Amount & { readonly of: string };
  /** Absent where nothing is promised. */
  readonly goal?: Goal;
  readonly rounds: number;
  /** Exactly what was measured. */
  readonly what: string;
}

export interface Figure {
  readonly name: string;
  run(): Promise<readonly Measure[]>;
}

/** Undefined where there is no goal to meet. */
export function isMet({ measured, goal }: Measure): boolean | undefined {
  if (goal === undefined) return undefined;
  return "atLeast" in goal ? measured.value >= goal.atLeast.value : measured.value <= goal.atMost.value;
}
