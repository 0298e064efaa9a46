// What came of the journeys, gathered while vitest runs them, with a line of progress for each that begins and ends.

import type { Reporter, TestCase, TestModule, TestSuite } from "vitest/node";
import { clientNames } from "../clients/client-name.js";
import { journeys } from "../journeys/journeys.js";
import type { JourneyBy } from "../journeys/journeys.js";

export interface JourneyResult extends JourneyBy {
  readonly result: "passed" | "failed" | "skipped";
  /** Its servers and clients included. */
  readonly seconds: number;
  readonly steps: number;
  /** What went wrong, step by step. */
  readonly failures: readonly string[];
}

const progressMilliseconds = 10_000;

export class JourneyResults implements Reporter {
  readonly #write: (line: string) => void;
  readonly #clock: () => number;
  readonly #began = new Map<string, number>();
  readonly #results: JourneyResult[] = [];
  readonly #troubles: string[] = [];
  #steps = 0;
  #ticking: NodeJS.Timeout | undefined;

  /** `write` takes a line of progress; the clock gives milliseconds. */
  constructor(write: (line: string) => void, clock: () => number) {
    this.#write = write;
    this.#clock = clock;
  }

  /** By client, then by journey, as they stand in their tables. */
  get results(): readonly JourneyResult[] {
    const clients = Object.keys(clientNames);
    const names = Object.keys(journeys);
    const place = ({ client, journey }: JourneyBy): number =>
      clients.indexOf(client) * names.length + names.indexOf(journey);
    return this.#results.toSorted((a, b) => place(a) - place(b));
  }

  /** What failed outside any journey: files that do not load, errors that nobody caught. */
  get troubles(): readonly string[] {
    return this.#troubles;
  }

  onTestRunStart(): void {
    this.#ticking = setInterval(() => {
      const under = Array.from(this.#began.keys()).join("; ");
      if (under !== "") this.#write(`  ${this.#steps} steps done; under way: ${under}`);
    }, progressMilliseconds);
  }

  onTestSuiteReady(suite: TestSuite): void {
    const by = journeyOf(suite);
    if (by === undefined || by.missing !== undefined) return;
    this.#began.set(titleOf(by), this.#clock());
    this.#write(`begins   ${titleOf(by)}`);
  }

  onTestCaseResult(): void {
    this.#steps += 1;
  }

  onTestSuiteResult(suite: TestSuite): void {
    const by = journeyOf(suite);
    if (by === undefined || this.#results.some((one) => titleOf(one) === titleOf(by))) return;
    const steps = Array.from(suite.children.allTests());
    const failures = [...messages(suite.errors()), ...steps.flatMap(failuresOf)];
    // Where there is a client and yet nothing was run, the stage of the whole file could not be set.
    if (by.missing === undefined && steps.every((step) => step.result().state === "skipped")) {
      failures.push("none of its steps was run");
    }
    const ran = by.missing === undefined ? "passed" : "skipped";
    const result = failures.length > 0 ? "failed" : ran;
    const began = this.#began.get(titleOf(by)) ?? this.#clock();
    this.#began.delete(titleOf(by));
    const seconds = Math.round((this.#clock() - began) / 100) / 10;
    this.#results.push({ ...by, result, seconds, steps: steps.length, failures });
    this.#write(`${result.padEnd(8)} ${titleOf(by)}`);
  }

  onTestModuleEnd(module: TestModule): void {
    this.#troubles.push(
      ...messages(module.errors()).map((message) => `${module.relativeModuleId}: ${message}`),
    );
    // Of suites that are skipped whole, vitest tells nothing on its way.
    for (const suite of module.children.suites()) this.onTestSuiteResult(suite);
  }

  onTestRunEnd(_: readonly TestModule[], unhandled: readonly { readonly message: string }[]): void {
    clearInterval(this.#ticking);
    this.#troubles.push(...messages(unhandled));
  }
}

/** Of the whole suite of a journey: what stands within it inherits its meta. */
function journeyOf(suite: TestSuite): JourneyBy | undefined {
  return suite.parent.type === "module" ? suite.meta().journeyBy : undefined;
}

function titleOf({ journey, client }: JourneyBy): string {
  return `${journeys[journey]}, by ${clientNames[client]}`;
}

function failuresOf(step: TestCase): readonly string[] {
  return messages(step.result().errors ?? []).map((message) => `${step.name}: ${message}`);
}

function messages(errors: readonly { readonly message: string }[]): readonly string[] {
  return errors.map(({ message }) => message);
}
