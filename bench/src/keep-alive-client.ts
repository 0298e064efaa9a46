// The load: a few connections kept alive, each with one request under way, ready-made bytes in, answers read to the end.

import { connect } from "node:net";
import type { Socket } from "node:net";

export interface ReceivedAnswer {
  readonly head: string;
  readonly body: string;
}

/** Longer than any server here takes for a request. */
const pausePerRequestMilliseconds = 0.25;
const sleeper = new Int32Array(new SharedArrayBuffer(4));

const headEnd = Buffer.from("\r\n\r\n");

export class KeepAliveClient {
  readonly #sockets: readonly Socket[];

  private constructor(sockets: readonly Socket[]) {
    this.#sockets = sockets;
  }

  static async open(url: string, connections: number): Promise<KeepAliveClient> {
    const { hostname, port } = new URL(url);
    return new KeepAliveClient(
      await Promise.all(Array.from({ length: connections }, async () => opened(hostname, Number(port)))),
    );
  }

  /** Sends every request once, as many at a time as there are connections. Rejects unless all answers are 200. */
  async send(requests: readonly Buffer[]): Promise<void> {
    let next = 0;
    const work = async (socket: Socket): Promise<void> => {
      for (let request = requests[next++]; request !== undefined; request = requests[next++]) {
        await exchange(socket, request);
      }
    };
    await Promise.all(this.#sockets.map(work));
  }

  /**
   * Sends every request once, one on each connection at a time, and sleeps while they are answered. A server pays for
   * waking whoever waits for its answer, and the slower it is the more often: so nobody waits, and only its own work
   * shows in its CPU time. Rejects unless all answers are 200.
   */
  async sendInBursts(requests: readonly Buffer[]): Promise<void> {
    const width = this.#sockets.length;
    for (let start = 0; start < requests.length; start += width) {
      const burst = requests.slice(start, start + width);
      const answers = this.#sockets.flatMap((socket, index) => {
        const request = burst[index];
        return request === undefined ? [] : [exchange(socket, request)];
      });
      Atomics.wait(sleeper, 0, 0, burst.length * pausePerRequestMilliseconds);
      await Promise.all(answers);
    }
  }

  /** One request, for its answer. */
  async ask(request: Buffer): Promise<ReceivedAnswer> {
    const [socket] = this.#sockets;
    if (socket === undefined) throw new Error("there is no connection");
    return exchange(socket, request);
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}

async function opened(host: string, port: number): Promise<Socket> {
  const socket = connect(port, host).setNoDelay(true);
  await new Promise((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", reject);
  });
  return socket;
}

async function exchange(socket: Socket, request: Buffer): Promise<ReceivedAnswer> {
  return new Promise((resolve, reject) => {
    let received: Buffer = Buffer.alloc(0);
    const done = (settle: () => void): void => {
      socket.off("data", read).off("error", reject).off("close", closed);
      settle();
    };
    const read = (chunk: Buffer): void => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const answer = whole(received);
      if (answer === undefined) return;
      const isGood = answer.head.startsWith("HTTP/1.1 200 ");
      done(() => (isGood ? resolve(answer) : reject(new Error(`${answer.head}\n${answer.body}`))));
    };
    const closed = (): void => reject(new Error("the server closed the connection"));
    socket.on("data", read).on("error", reject).on("close", closed);
    socket.write(request);
  });
}

/** Undefined while there is more to come. */
function whole(received: Buffer): ReceivedAnswer | undefined {
  const at = received.indexOf(headEnd);
  if (at < 0) return undefined;
  const head = received.toString("latin1", 0, at);
  const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
  const start = at + headEnd.length;
  return received.length < start + length
    ? undefined
    : { head, body: received.toString("utf8", start, start + length) };
}
