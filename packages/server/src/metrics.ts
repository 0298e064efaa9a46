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
  const answers = new Counter({
    name: "withhold_answers_total",
    help: "Answers by operation and error code",
    labelNames: ["operation", "code"],
    registers: [registry],
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
    answered: ({ operation, errorCode }) =>
      answers.inc({ operation: operation ?? "none", code: errorCode ?? "ok" }),
    contentType: registry.contentType,
    render: async () => registry.metrics(),
  };
}
