// The calls of the API, signed with the session's credentials. The console has no other way to the server.

import type { IAMClient } from "@aws-sdk/client-iam";
import { OrganizationsClient } from "@aws-sdk/client-organizations";
import type { STSClient } from "@aws-sdk/client-sts";
import type { SessionStore } from "../session/session-store.js";
import { apiError, isExpired } from "./api-error.js";
import { signedFetch } from "./signed-fetch.js";

/** A command of one of the SDK's clients, and what it answers. */
type Sending<Client, Output> = (client: Client) => Promise<Output>;

export class Api {
  readonly #store: SessionStore;
  readonly #endpoint: string;
  readonly #organizations: OrganizationsClient;
  #iam: Promise<IAMClient> | undefined;
  #sts: Promise<STSClient> | undefined;

  constructor(store: SessionStore, endpoint: string) {
    this.#store = store;
    this.#endpoint = endpoint;
    this.#organizations = new OrganizationsClient(this.#settings());
  }

  /** `api.organizations((client) => client.send(new ListRootsCommand({})))`. Throws what the SDK throws. */
  async organizations<Output>(send: Sending<OrganizationsClient, Output>): Promise<Output> {
    return this.#watched(send(this.#organizations));
  }

  /** The clients of IAM and STS are loaded when they are first used. */
  async iam<Output>(send: Sending<IAMClient, Output>): Promise<Output> {
    this.#iam ??= import("@aws-sdk/client-iam").then(({ IAMClient }) => new IAMClient(this.#settings()));
    return this.#watched(send(await this.#iam));
  }

  async sts<Output>(send: Sending<STSClient, Output>): Promise<Output> {
    this.#sts ??= import("@aws-sdk/client-sts").then(({ STSClient }) => new STSClient(this.#settings()));
    return this.#watched(send(await this.#sts));
  }

  /** A call under `/v1`: what AWS has no call for. Throws an `OperatorFailure`. */
  async operator<Output>(method: "POST" | "PUT" | "DELETE", path: string, body: unknown): Promise<Output> {
    const { credentials, region } = this.#store.session;
    return this.#watched(
      signedFetch<Output>({ url: `${this.#endpoint}${path}`, method, body, credentials, region }),
    );
  }

  #settings() {
    return {
      endpoint: this.#endpoint,
      // Asked anew for every request: who is signed in changes while the page lives.
      region: async () => this.#store.session.region,
      credentials: async () => this.#store.session.credentials,
      maxAttempts: 3,
    };
  }

  async #watched<Output>(call: Promise<Output>): Promise<Output> {
    try {
      return await call;
    } catch (error) {
      if (isExpired(apiError(error))) this.#store.expire();
      throw error;
    }
  }
}
