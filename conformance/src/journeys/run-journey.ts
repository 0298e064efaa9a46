// A journey as tests: its steps in order, by one client.
/* oxlint-disable vitest/valid-title, vitest/expect-expect -- a step brings its title and its expectations */

import { describe, test } from "vitest";
import type { Scene } from "./scene.js";

/** What a person wants, and how it goes. */
export interface Step {
  readonly name: string;
  readonly run: (scene: Scene) => Promise<void>;
}

/** Steps that follow each other; those of an act marked `anyOrder` change nothing and may run side by side. */
export interface Act {
  readonly title: string;
  readonly anyOrder?: boolean;
  readonly steps: readonly Step[];
}

export function runJourney(acts: readonly Act[], scene: () => Scene): void {
  for (const { title, steps, anyOrder = false } of acts) {
    describe(title, { concurrent: anyOrder }, () => {
      for (const { name, run } of steps) test(name, async () => run(scene()));
    });
  }
}
