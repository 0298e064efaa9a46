// Which client calls which operation in which journey: read from what the journeys' last tests wrote down, `calls/`.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { clientNames } from "../clients/client-name.js";
import type { ClientName } from "../clients/client-name.js";

export const clients = Object.keys(clientNames) as readonly ClientName[];

/** The journeys of each client that call an operation. */
export type ClientCoverage = Readonly<Record<ClientName, ReadonlyMap<string, readonly string[]>>>;

/** `calls/CLIENT/JOURNEY.json` for every client and journey. Throws where a file is not a list of names. */
export function readClientCoverage(directory: string): ClientCoverage {
  return {
    "aws-cli": readCalls(join(directory, "aws-cli")),
    "aws-sdk-js": readCalls(join(directory, "aws-sdk-js")),
    boto3: readCalls(join(directory, "boto3")),
    terraform: readCalls(join(directory, "terraform")),
  };
}

function readCalls(directory: string): ReadonlyMap<string, readonly string[]> {
  const journeysOf = new Map<string, readonly string[]>();
  for (const file of readdirSync(directory).toSorted()) {
    const journey = file.replace(/\.json$/, "");
    const operations: unknown = JSON.parse(readFileSync(join(directory, file), "utf8"));
    if (!Array.isArray(operations)) throw new Error(`${directory}/${file} is no list of operations`);
    for (const operation of operations.map(String)) {
      journeysOf.set(operation, [...(journeysOf.get(operation) ?? []), journey]);
    }
  }
  return journeysOf;
}

/** The operations that no journey of the client calls. */
export function uncovered(
  coverage: ClientCoverage,
  client: ClientName,
  operations: readonly string[],
): readonly string[] {
  return operations.filter((operation) => !coverage[client].has(operation)).toSorted();
}

/** Operations by clients, as Markdown. */
export function coverageTable(coverage: ClientCoverage, operations: readonly string[]): string {
  const rows = operations.map((operation) => [
    `\`${operation}\``,
    ...clients.map((client) => coverage[client].get(operation)?.join(", ") ?? ""),
  ]);
  const total = clients.map(
    (client) => `${operations.length - uncovered(coverage, client, operations).length}`,
  );
  const lines = [
    ["operation", ...clients.map((client) => clientNames[client])],
    clients.concat(clients.slice(0, 1)).map(() => "---"),
    ...rows,
    [`of ${operations.length}`, ...total],
  ];
  return lines.map((cells) => `| ${cells.join(" | ")} |`.replaceAll(/ {2,}/g, " ")).join("\n");
}
