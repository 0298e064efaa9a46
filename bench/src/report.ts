// The report: a table for people, or JSON for programs.

import { isMet } from "./figure.js";
import type { Amount, Goal, Measure } from "./figure.js";
import type { Setting } from "./setting.js";

export function jsonReport(setting: Setting, measures: readonly Measure[]): string {
  const lines = measures.map((measure) => ({ ...measure, met: isMet(measure) ?? null }));
  return `${JSON.stringify({ version: 1, setting, measures: lines }, undefined, 2)}\n`;
}

export function tableReport(setting: Setting, measures: readonly Measure[]): string {
  const { node, cores, cpu, load, storage, logLevel } = setting;
  const rows = measures.map((measure) => [
    measure.name,
    amount(measure.measured),
    measure.spread.map((value) => amount({ ...measure.measured, value })).join(" to "),
    measure.floor === undefined ? "none" : `${amount(measure.floor)} (${measure.floor.of})`,
    measure.goal === undefined ? "none" : goal(measure.goal),
    verdict(measure),
  ]);
  return [
    `Node ${node}, ${cores} cores (${cpu}), load ${load.toFixed(2)} at the start, data on ${storage}`,
    `Servers log at level \`${logLevel}\`: no line per successful request. Medians of interleaved rounds.`,
    "",
    ...columns([["FIGURE", "MEASURED", "ROUNDS FROM TO", "FLOOR", "GOAL", "VERDICT"], ...rows]),
    "",
    ...measures.map(({ name, rounds, what }) => `${name}: ${what} ${rounds} rounds.`),
    "",
  ].join("\n");
}

function verdict(measure: Measure): string {
  const met = isMet(measure);
  if (met === undefined) return "-";
  return met ? "met" : "missed";
}

function goal(goal: Goal): string {
  return "atLeast" in goal ? `>= ${amount(goal.atLeast)}` : `<= ${amount(goal.atMost)}`;
}

function amount({ value, unit }: Amount): string {
  switch (unit) {
    case "ratio":
      return value.toFixed(2);
    case "ms":
      return `${value < 10 ? value.toFixed(value < 1 ? 3 : 2) : value.toFixed(0)} ms`;
    case "MiB":
      return `${value.toFixed(0)} MiB`;
    case "kB":
      return `${value.toFixed(1)} kB`;
    case "per second":
      return `${Math.round(value).toLocaleString("en-US")}/s`;
  }
}

function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
