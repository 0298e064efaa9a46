// The server under fuzz, in a process of its own: real HTTP, a real journal, a heap that can be measured.

import { isDeepStrictEqual } from "node:util";
import { effectiveText, policyTypes } from "@withhold/organization";
import type { Cell } from "@withhold/organization";
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

/** Everything that a cell holds behind private fields, as far as it shows. */
function observe(cell: Cell): unknown {
  return Array.from(cell.organizations.values(), (organization) => ({
    policies: Array.from(organization.policies.values(), ({ id, name, content }) => ({ id, name, content })),
    nodes: Array.from(organization.nodes(), (node) => [
      node.id,
      policyTypes.map((type) => node.attachments(type).map(({ policy, place }) => [policy.id, place])),
      policyTypes.map((type) => (isMergeable(type) ? effectiveText(node, type) : undefined)),
    ]),
  }));
}

/** Whether the journal alone gives the same state; the server is another one afterwards. */
async function replay(
  running: RunningServer,
): Promise<{ readonly server: RunningServer; readonly same: boolean }> {
  const before = running.cell;
  const seen = observe(before);
  await running.close();
  const server = await serve(options);
  const same = isDeepStrictEqual(before, server.cell) && isDeepStrictEqual(seen, observe(server.cell));
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
