// A server over a pipeline of a test's own, and raw connections to it: bytes in, bytes out.

import { connect } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { onTestFinished } from "vitest";
import { State } from "./cell/state.js";
import { httpServer } from "./http-server.js";
import type { ServerLimits } from "./limits.js";
import { metrics } from "./metrics.js";
import type { Pipeline } from "./requests/pipeline.js";

export const answered = { status: 200, contentType: "text/plain", body: "answered" };

export interface RawServer {
  readonly app: ReturnType<typeof httpServer>;
  readonly port: number;
  /** A connection, gone when the test is over. */
  readonly open: () => Socket;
}

/** Closed when the test is over. */
export async function rawServer(
  pipeline: Pipeline = async () => answered,
  limits: Partial<ServerLimits> = {},
): Promise<RawServer> {
  const app = httpServer({
    pipeline,
    ready: () => true,
    metrics: metrics({ state: new State(), waiting: 0, working: true }),
    limits: { lingerMilliseconds: 50, ...limits },
  });
  await app.listen({ host: "127.0.0.1", port: 0 });
  onTestFinished(async () => app.close());
  const { port } = app.server.address() as AddressInfo;
  return { app, port, open: () => opened(port) };
}

/** A connection to any server, gone when the test is over. */
export function opened(port: number): Socket {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  onTestFinished(() => void socket.destroy());
  return socket;
}

/** Everything that comes until the server closes, be it with a reset: some tests go on sending after the end. */
export async function received(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  // Not `once`, which rejects on the reset.
  await new Promise((resolve) => socket.on("close", resolve));
  return Buffer.concat(chunks).toString("latin1");
}

/** Sends bytes, one a character, and takes what comes until the server closes. */
export async function exchanged(socket: Socket, bytes: string): Promise<string> {
  socket.write(Buffer.from(bytes, "latin1"));
  return received(socket);
}

/** `POST /` with a body, and headers before it as they are. */
export function post(body: string, ...headers: readonly string[]): string {
  const lines = ["host: x", ...headers, `content-length: ${Buffer.byteLength(body)}`];
  return `POST / HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n${body}`;
}
