// What the server in this process was asked for, and by which client, as its socket saw it.

import { channel, subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { clientNameOf } from "../clients/client-name.js";
import type { ClientName } from "../clients/client-name.js";

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const finished = channel("http.server.response.finish");

/** Operations of Organizations only, and only what was granted: a refusal shows little of an operation. */
export class RecordedCalls {
  readonly #counts = new Map<string, number>();
  readonly #listen = (message: unknown): void => this.#add(message as Exchange);
  readonly #port: number;

  /** Of the server that listens on this port, from now on. */
  constructor(port: number) {
    this.#port = port;
    subscribe(finished.name, this.#listen);
  }

  /** How often the client called the operation. */
  count(client: ClientName, operation: string): number {
    return this.#counts.get(`${client} ${operation}`) ?? 0;
  }

  /** Every operation that the client called, in order of the alphabet. */
  operationsOf(client: ClientName): readonly string[] {
    const own = Array.from(this.#counts.keys(), (key) => key.split(" ")).filter(([by]) => by === client);
    return own.map(([, operation = ""]) => operation).toSorted();
  }

  close(): void {
    unsubscribe(finished.name, this.#listen);
  }

  #add({ request: { headers, socket }, response }: Exchange): void {
    const client = clientNameOf(headers["user-agent"]);
    const [, operation] = /^AWSOrganizationsV20161128\.(\w+)$/.exec(String(headers["x-amz-target"])) ?? [];
    if (socket.localPort !== this.#port || response.statusCode !== 200) return;
    if (client === undefined || operation === undefined) return;
    const key = `${client} ${operation}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }
}
