// A server on an organization of any size, in which each of two OUs and two policies holds as much as can be.

import { startServer } from "./child-server.js";
import type { ChildServer } from "./child-server.js";
import { writeSampleJournal } from "./sample-journal.js";
import { sampleOrganization } from "./sample-organization.js";

/** Started twice, so that it stands on a checkpoint, as servers do that run for long, and none is due. */
export async function startSampleServer(dataDirectory: string, accounts: number): Promise<ChildServer> {
  await writeSampleJournal(dataDirectory, sampleOrganization({ accounts, units: 2, policies: 2 }));
  const script = new URL("servers/withhold-server.js", import.meta.url);
  await (await startServer(script, { dataDirectory })).stop();
  return startServer(script, { dataDirectory });
}
