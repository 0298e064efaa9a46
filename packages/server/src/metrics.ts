// Metrics in the Prometheus format: what is answered, what waits, what the journal holds, and the process itself.

import { Counter, Gauge, Registry, collectDefaultMetrics } from "prom-client";
import type { Writer } from "./cell/writer.js";
import type { Answer } from "./requests/exchange.js";

export interface Metrics {
  /** Counts one answer. Labels are bounded: built operations and error codes. */
  readonly answered: (answer: Answer) => void;
  readonly contentType: string;
  readonly render: () => Promise<string>;
}

export function metrics(writer: Pick<Writer, "state" | "waiting" | "working">): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const answers = new Answers();
  const counter: Counter<"operation" | "code"> = new Counter({
    name: "withhold_answers_total",
    help: "Answers by operation and error code",
    labelNames: ["operation", "code"],
    registers: [registry],
    collect: () => {
      counter.reset();
      for (const { operation, code, count } of answers.all()) counter.inc({ operation, code }, count);
    },
  });
  // Read when somebody asks, so that no hot path keeps them.
  const measures = [
    ["withhold_journal_revision", "Revision of the last record", () => writer.state.revision],
    ["withhold_writes_waiting", "Writes that wait for their turn", () => writer.waiting],
    ["withhold_ready", "1 while the server can answer from its journal", () => Number(writer.working)],
  ] as const;
  for (const [name, help, value] of measures) {
    const gauge: Gauge = new Gauge({ name, help, registers: [registry], collect: () => gauge.set(value()) });
  }
  return {
    answered: ({ operation = "none", errorCode = "ok" }) => answers.count(operation, errorCode),
    contentType: registry.contentType,
    render: async () => registry.metrics(),
  };
}

/** How often each answer was given. A counter of the registry makes one text of its labels every time. */
class Answers {
  readonly #counts = new Map<string, Map<string, number>>();

  count(operation: string, code: string): void {
    const known = this.#counts.get(operation);
    const codes = known ?? new Map<string, number>();
    if (known === undefined) this.#counts.set(operation, codes);
    codes.set(code, (codes.get(code) ?? 0) + 1);
  }

  *all(): Generator<{ readonly operation: string; readonly code: string; readonly count: number }> {
    for (const [operation, codes] of this.#counts) {
      for (const [code, count] of codes) yield { operation, code, count };
    }
  }
}
