// The connections of the server: how many there are, and what is said on one that can carry no more requests.

import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import type { Socket } from "node:net";
import type { ServerLimits } from "./limits.js";
import { answerBytes } from "./respond.js";
import type { Exchange } from "./respond.js";
import type { Answer } from "./requests/exchange.js";
import { brokenRequest } from "./requests/broken-request.js";
import { nothingAt, refusalAnswer } from "./requests/refusal.js";
import type { Refusal } from "./requests/refusal.js";

export interface ConnectionsOptions {
  readonly limits: ServerLimits;
  /** Answers a request of which more was to come. */
  readonly refuseLast: (exchange: Exchange, refusal: Refusal) => void;
  /** Told of what is answered here. */
  readonly answered: (answer: Answer) => void;
}

export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #latest = new WeakMap<Socket, Exchange>();
  /** Beyond `connectionsMax`. */
  readonly #surplus = new WeakSet<Socket>();
  /** Those whose last answer is known: what a client sends behind it must not be done. */
  readonly #ended = new WeakSet<Socket>();
  #count = 0;

  constructor(options: ConnectionsOptions) {
    this.#options = options;
  }

  /** Counts the connections of `server`, and bounds them. */
  watch(server: Server): void {
    const { connectionsMax, stalledMillisecondsMax } = this.#options.limits;
    server.maxConnections = connectionsMax * 2;
    server.setTimeout(stalledMillisecondsMax);
    server.on("connection", (socket) => {
      this.#count += 1;
      if (this.#count > connectionsMax) this.#surplus.add(socket);
      socket.once("close", () => (this.#count -= 1));
    });
    // Without a listener Node would drop the connection in silence.
    server.on("connect", ({ method = "", url = "" }, socket: Socket) => {
      // Node has taken its own listeners away.
      socket.on("error", () => socket.destroy()).resume();
      this.#end(socket, nothingAt(method, url));
    });
  }

  /** To be called with every request, before it is answered. False where it is to be dropped. */
  take(exchange: Exchange): boolean {
    const { socket } = exchange.request;
    if (this.#ended.has(socket)) return false;
    this.#latest.set(socket, exchange);
    return true;
  }

  /** Makes an answer the last of its connection. False where more requests behind it are under way already. */
  end({ request, response }: Exchange): boolean {
    if (this.#latest.get(request.socket)?.response !== response) return false;
    this.#ended.add(request.socket);
    return true;
  }

  /** Whether requests on it are told to come back. */
  isSurplus(socket: Socket): boolean {
    return this.#surplus.has(socket);
  }

  /** Says why a connection cannot be read on, after everything before it was answered. */
  broken(error: NodeJS.ErrnoException, socket: Socket): void {
    if (this.#ended.has(socket)) {
      // Now the client has ended it too.
      if (error.code === "HPE_INVALID_EOF_STATE") socket.destroySoon();
      return;
    }
    if (error.code === "ECONNRESET" || !socket.writable) {
      socket.destroy();
      return;
    }
    const refusal = brokenRequest(error);
    const latest = this.#latest.get(socket);
    if (latest === undefined || latest.request.complete) this.#end(socket, refusal);
    else if (latest.response.headersSent) socket.destroySoon();
    else this.#options.refuseLast(latest, refusal);
  }

  #end(socket: Socket, refusal: Refusal): void {
    this.#ended.add(socket);
    const latest = this.#latest.get(socket);
    const say = (): void => {
      const requestId = randomUUID();
      const answer = refusalAnswer(refusal, "json", requestId);
      this.#options.answered(answer);
      socket.end(answerBytes(answer, requestId));
      const timer = setTimeout(() => socket.destroy(), this.#options.limits.lingerMilliseconds);
      socket.once("close", () => clearTimeout(timer));
    };
    // Else the client would take it for the answer to what it asked before.
    if (latest === undefined || latest.response.writableFinished) say();
    else latest.response.once("finish", say);
  }
}
