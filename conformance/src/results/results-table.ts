// The results of journeys for people: a table, what failed, and which clients this machine does not have.

import { clientNames } from "../clients/client-name.js";
import type { ClientName } from "../clients/client-name.js";
import { journeys } from "../journeys/journeys.js";
import type { JourneyResult } from "./journey-results.js";

/** How to get a client that is not there. */
const sources: Readonly<Record<ClientName, string>> = {
  "aws-cli": "`pip install awscli`, or AWS's installer of version 2, so that `aws --version` runs",
  "aws-sdk-js": "`npm ci` brings it",
  boto3: "`pip install boto3`, so that `python3 -c 'import boto3'` runs",
  terraform:
    "Terraform 1.5 or later, so that `terraform version` runs, and the AWS provider 5.100 or later of major 5 in a mirror: `terraform providers mirror DIR` in conformance/terraform fills one; name it by TF_PLUGIN_DIR",
};

export function resultsTable(results: readonly JourneyResult[]): string {
  const rows = results.map(({ client, journey, result, seconds, steps }) => [
    clientNames[client].replace(/^the /, ""),
    journeys[journey],
    result,
    result === "skipped" ? "" : `${steps}`,
    result === "skipped" ? "" : seconds.toFixed(1),
  ]);
  const lines = aligned([["CLIENT", "JOURNEY", "RESULT", "STEPS", "SECONDS"], ...rows]);
  const sections = [lines, failures(results), absent(results), summary(results)];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  // Numbers to the right.
  const padded = (cell: string, column: number): string =>
    column < 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(padded).join("  ").trimEnd()).join("\n");
}

function failures(results: readonly JourneyResult[]): string {
  return results
    .filter(({ failures }) => failures.length > 0)
    .map(({ client, journey, failures }) =>
      [`${journeys[journey]}, by ${clientNames[client]}:`, ...failures.map((failure) => `  ${failure}`)].join(
        "\n",
      ),
    )
    .join("\n\n");
}

function absent(results: readonly JourneyResult[]): string {
  const reasons = new Map(
    results.flatMap(({ client, missing }) => (missing === undefined ? [] : [[client, missing] as const])),
  );
  return Array.from(reasons, ([client, why]) => {
    const name = clientNames[client].replace(/^the /, "");
    return `${name} ${why}\n  to get it: ${sources[client]}`;
  }).join("\n");
}

function summary(results: readonly JourneyResult[]): string {
  const count = (wanted: string): number => results.filter(({ result }) => result === wanted).length;
  const parts = (["passed", "failed", "skipped"] as const).map((state) => `${count(state)} ${state}`);
  return `${results.length} journeys: ${parts.join(", ")}`;
}
