// The server under fuzz, in a process of its own: real HTTP, a real journal, a heap that can be measured.

import { isDeepStrictEqual } from "node:util";
import { isIdentityEvent } from "@withhold/identity";
import { openSqliteJournalForReading } from "@withhold/journal";
import { Cell, cellLines, effectiveText, evolve, policyTypes } from "@withhold/organization";
import type { DomainEvent } from "@withhold/organization";
import { awsCatalogue, isMergeable } from "@withhold/policy";
import { createLogger, defaultQuotas, serve } from "@withhold/server";
import type { RunningServer, ServeOptions } from "@withhold/server";
import type { FromServer, ServerSetting, ToServer } from "./server-process.js";

const setting = JSON.parse(process.argv[2] ?? "{}") as ServerSetting;

/** Small, so that their edges are met and the state stays of one size. */
const quotas = {
  ...defaultQuotas,
  accountsMax: 30,
  organizationalUnitsMax: 30,
  policiesPerTypeMax: 15,
  serviceControlPoliciesMax: 15,
  tagsMax: 8,
  // Else the organization fills with what nobody can act on any more.
  closedAccountDaysMin: 0,
  invitationsBaseMax: 100_000,
  inboundTransfersMax: 100_000,
  aggregateInboundTransfersMax: 100_000,
};

const options: ServeOptions = {
  dataDirectory: setting.dataDirectory,
  host: "127.0.0.1",
  port: 0,
  example: false,
  catalogue: awsCatalogue,
  quotas,
  firstAccount: { accountId: "111122223333", ...setting.keys },
  sealingKey: undefined,
  clock: Date.now,
  log: createLogger("warn"),
};

/** All that a cell holds, as a checkpoint would, and what follows from it. */
function observe(cell: Cell): unknown {
  const effective = Array.from(cell.organizations.values(), (organization) =>
    Array.from(organization.nodes(), (node) =>
      policyTypes.map((type) => (isMergeable(type) ? effectiveText(node, type) : undefined)),
    ),
  );
  return { lines: JSON.parse(JSON.stringify([...cellLines(cell)])) as unknown, effective };
}

/** The cell that the journal comes to, from its first record on. */
async function folded(): Promise<Cell> {
  const cell = new Cell();
  const journal = await openSqliteJournalForReading(setting.dataDirectory);
  try {
    for await (const { bytes } of journal.read(0)) {
      const { time, events } = JSON.parse(Buffer.from(bytes).toString()) as {
        readonly time: string;
        readonly events: readonly DomainEvent[];
      };
      for (const event of events) if (!isIdentityEvent(event)) evolve(cell, event, Date.parse(time));
    }
  } finally {
    await journal.close();
  }
  return cell;
}

/** Whether the journal alone gives the same state, and a restart, too; the server is another one afterwards. */
async function replay(
  running: RunningServer,
): Promise<{ readonly server: RunningServer; readonly same: boolean }> {
  const seen = observe(running.cell);
  await running.close();
  const alone = observe(await folded());
  const server = await serve(options);
  const same = isDeepStrictEqual(seen, alone) && isDeepStrictEqual(seen, observe(server.cell));
  return { server, same };
}

function say(message: FromServer): void {
  process.send?.(message);
}

async function answer(message: ToServer, running: RunningServer): Promise<RunningServer> {
  switch (message) {
    case "measure": {
      globalThis.gc?.();
      const { heapUsed, external, arrayBuffers } = process.memoryUsage();
      say({ kind: "memory", bytes: heapUsed + external + arrayBuffers });
      return running;
    }
    case "replay": {
      const { server, same } = await replay(running);
      say({ kind: "replayed", same });
      return server;
    }
    case "stop":
      await running.close();
      process.disconnect();
      return running;
  }
}

let running = await serve(options);
process.on("message", (message: ToServer) => {
  void answer(message, running).then((server) => (running = server));
});
// The one who measures is gone.
process.once("disconnect", () => process.exit());
say({ kind: "listening", url: running.url });
