// The least that a Node HTTP server of JSON does: read the body, parse it, answer.

import { createServer } from "node:http";
import type { ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { linkToParent } from "./parent-link.js";

// As long as our own server keeps them, so that both answer the same headers.
const idleConnectionMilliseconds = 65_000;

/** Listens and links to the parent. `respond` is called once the body was read and parsed. */
export function startBareServer(
  respond: (response: ServerResponse) => void,
  close: () => Promise<void>,
): void {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      JSON.parse(Buffer.concat(chunks).toString("utf8"));
      respond(response);
    });
  });
  server.keepAliveTimeout = idleConnectionMilliseconds;
  server.listen(0, "127.0.0.1", () => {
    const { port } = server.address() as AddressInfo;
    linkToParent(`http://127.0.0.1:${port}`, async () => {
      server.close();
      server.closeAllConnections();
      await close();
    });
  });
}
