// The calls of the API, signed with the session's credentials. The console has no other way to the server.

import type { IAMClient } from "@aws-sdk/client-iam";
import { OrganizationsClient } from "@aws-sdk/client-organizations";
import type { STSClient } from "@aws-sdk/client-sts";
import type { Credentials } from "../session/session.js";
import type { SessionStore } from "../session/session-store.js";
import { apiError, isExpired } from "./api-error.js";
import { signedFetch } from "./signed-fetch.js";

/** A command of one of the SDK's clients, and what it answers. */
type Sending<Client, Output> = (client: Client) => Promise<Output>;

/** The clients of one session. Those of IAM and STS are loaded when they are first used. */
interface Clients {
  readonly credentials: Credentials;
  readonly organizations: OrganizationsClient;
  iam?: Promise<IAMClient>;
  sts?: Promise<STSClient>;
}

export class Api {
  readonly #store: SessionStore;
  readonly #endpoint: string;
  #made: Clients | undefined;

  constructor(store: SessionStore, endpoint: string) {
    this.#store = store;
    this.#endpoint = endpoint;
  }

  /** `api.organizations((client) => client.send(new ListRootsCommand({})))`. Throws what the SDK throws. */
  async organizations<Output>(send: Sending<OrganizationsClient, Output>): Promise<Output> {
    return this.#watched(async () => send(this.#clients().organizations));
  }

  async iam<Output>(send: Sending<IAMClient, Output>): Promise<Output> {
    return this.#watched(async () => {
      const clients = this.#clients();
      clients.iam ??= import("@aws-sdk/client-iam").then(
        ({ IAMClient }) => new IAMClient(this.#settings(clients.credentials)),
      );
      return send(await clients.iam);
    });
  }

  async sts<Output>(send: Sending<STSClient, Output>): Promise<Output> {
    return this.#watched(async () => {
      const clients = this.#clients();
      clients.sts ??= import("@aws-sdk/client-sts").then(
        ({ STSClient }) => new STSClient(this.#settings(clients.credentials)),
      );
      return send(await clients.sts);
    });
  }

  /** A call under `/v1`: what AWS has no call for. Throws an `OperatorFailure`. */
  async operator<Output>(method: "POST" | "PUT" | "DELETE", path: string, body: unknown): Promise<Output> {
    const { credentials, region } = this.#store.session;
    return this.#watched(async () =>
      signedFetch<Output>({ url: `${this.#endpoint}${path}`, method, body, credentials, region }),
    );
  }

  /**
   * INVARIANT: what is sent is signed by whoever is signed in now. The SDK remembers credentials for as long as they are
   * good, so every session has clients of its own, and those of the session before are let go.
   */
  #clients(): Clients {
    const { credentials } = this.#store.session;
    if (this.#made?.credentials !== credentials) {
      this.#made = { credentials, organizations: new OrganizationsClient(this.#settings(credentials)) };
    }
    return this.#made;
  }

  #settings(credentials: Credentials) {
    const { region } = this.#store.session;
    return { endpoint: this.#endpoint, region, credentials, maxAttempts: 3 };
  }

  /** Of another session than the one that made the call, nothing is believed and nothing ended. */
  async #watched<Output>(call: () => Promise<Output>): Promise<Output> {
    const { credentials } = this.#store.session;
    try {
      return await call();
    } catch (error) {
      const isOfThisSession =
        this.#store.state.status !== "signed-out" && this.#store.session.credentials === credentials;
      if (isExpired(apiError(error)) && isOfThisSession) this.#store.expire();
      throw error;
    }
  }
}
