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

interface Connection {
  /** Its latest request. */
  latest: Exchange | undefined;
  /** Beyond `connectionsMax`: requests on it are told to come back. */
  isSurplus: boolean;
  /** Its last answer is known: what a client sends behind it must not be done. */
  isEnded: boolean;
}

export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #known = new WeakMap<Socket, Connection>();
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
      this.#of(socket).isSurplus = this.#count > connectionsMax;
      socket.once("close", () => (this.#count -= 1));
    });
    // Without a listener Node would drop the connection in silence.
    server.on("connect", ({ method = "", url = "" }, socket: Socket) => {
      // Node has taken its own listeners away.
      socket.on("error", () => socket.destroy()).resume();
      this.#end(socket, nothingAt(method, url));
    });
  }

  /** To be called with every request, before it is answered: what is to become of it. */
  take(exchange: Exchange): "drop" | "refuse" | "serve" {
    const connection = this.#of(exchange.request.socket);
    if (connection.isEnded) return "drop";
    connection.latest = exchange;
    return connection.isSurplus ? "refuse" : "serve";
  }

  /** Makes an answer the last of its connection. False where more requests behind it are under way already. */
  end({ request, response }: Exchange): boolean {
    const connection = this.#of(request.socket);
    if (connection.latest?.response !== response) return false;
    connection.isEnded = true;
    return true;
  }

  /** Says why a connection cannot be read on, after everything before it was answered. */
  broken(error: NodeJS.ErrnoException, socket: Socket): void {
    const { isEnded, latest } = this.#of(socket);
    if (isEnded) {
      // Now the client has ended it too.
      if (error.code === "HPE_INVALID_EOF_STATE") socket.destroySoon();
      return;
    }
    if (error.code === "ECONNRESET" || !socket.writable) {
      socket.destroy();
      return;
    }
    const refusal = brokenRequest(error);
    if (latest === undefined || latest.request.complete) this.#end(socket, refusal);
    else if (latest.response.headersSent) socket.destroySoon();
    else this.#options.refuseLast(latest, refusal);
  }

  #end(socket: Socket, refusal: Refusal): void {
    const connection = this.#of(socket);
    connection.isEnded = true;
    const { latest } = connection;
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

  #of(socket: Socket): Connection {
    const known = this.#known.get(socket);
    if (known !== undefined) return known;
    const connection = { latest: undefined, isSurplus: false, isEnded: false };
    this.#known.set(socket, connection);
    return connection;
  }
}
