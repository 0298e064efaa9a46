// Concurrent writers that never pause, and what they were told.

import type { ApiClient, Answer } from "./api-client.fixture.js";

/** Numbers from 0 to below 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A write that was answered 200, and the id that it was given for what it made or changed. */
export interface Acknowledged {
  readonly operation: string;
  readonly requestId: string;
  readonly id: string;
}

interface Made {
  readonly OrganizationalUnit?: { readonly Id: string };
  readonly CreateAccountStatus?: { readonly Id: string; readonly AccountId: string };
  readonly Policy?: { readonly PolicySummary: { readonly Id: string } };
}

const unitIn = ({ OrganizationalUnit }: Made): string | undefined => OrganizationalUnit?.Id;
const accountIn = ({ CreateAccountStatus }: Made): string | undefined => CreateAccountStatus?.AccountId;
const policyIn = ({ Policy }: Made): string | undefined => Policy?.PolicySummary.Id;

const type = "AISERVICES_OPT_OUT_POLICY";
const document = (note: string): string =>
  JSON.stringify({ services: { default: { opt_out_policy: { "@@assign": "optOut" } } } }, undefined, note);

export class WriteLoad {
  readonly acknowledged: Acknowledged[] = [];
  /** Request ids of answers that refused. */
  readonly refused: string[] = [];
  readonly units: string[] = [];
  readonly policies: string[] = [];
  readonly #rootId: string;
  readonly #random: () => number;
  #names = 0;

  constructor(rootId: string, random: () => number) {
    this.#rootId = rootId;
    this.#random = random;
  }

  /** Writes until the connection breaks. */
  async run(client: ApiClient): Promise<void> {
    try {
      for (;;) await this.#step(client);
    } catch (error) {
      // Connections break when the server goes; anything else is a bug of this load.
      if (!(error instanceof Error && "code" in error)) throw error;
    }
  }

  async #step(client: ApiClient): Promise<void> {
    const dice = this.#random();
    this.#names += 1;
    const name = `${this.#names}-${Math.floor(this.#random() * 1e9)}`;
    const policy = this.#pick(this.policies);
    if (dice < 0.25) return this.#createUnit(client, name);
    if (dice < 0.55) return this.#createAccount(client, name);
    if (dice < 0.8 || policy === undefined) return this.#createPolicy(client, name);
    const Content = document(" ".repeat(1 + Math.floor(dice * 9)));
    await this.#write(client, "UpdatePolicy", { PolicyId: policy, Content }, () => policy);
  }

  async #createUnit(client: ApiClient, Name: string): Promise<void> {
    const input = { ParentId: this.#rootId, Name };
    const id = await this.#write(client, "CreateOrganizationalUnit", input, unitIn);
    if (id !== undefined) this.units.push(id);
  }

  async #createAccount(client: ApiClient, AccountName: string): Promise<void> {
    const input = { AccountName, Email: `${AccountName}@example.com` };
    const AccountId = await this.#write(client, "CreateAccount", input, accountIn);
    const DestinationParentId = this.#pick(this.units);
    if (AccountId === undefined || DestinationParentId === undefined) return;
    const move = { AccountId, SourceParentId: this.#rootId, DestinationParentId };
    await this.#write(client, "MoveAccount", move, () => AccountId);
  }

  async #createPolicy(client: ApiClient, Name: string): Promise<void> {
    const input = { Type: type, Name, Description: "", Content: document("") };
    const PolicyId = await this.#write(client, "CreatePolicy", input, policyIn);
    const TargetId = this.#pick(this.units);
    if (PolicyId === undefined) return;
    this.policies.push(PolicyId);
    if (TargetId !== undefined)
      await this.#write(client, "AttachPolicy", { PolicyId, TargetId }, () => PolicyId);
  }

  async #write(
    client: ApiClient,
    operation: string,
    input: object,
    idOf: (made: Made) => string | undefined,
  ): Promise<string | undefined> {
    const answer: Answer = await client.call(operation, input);
    const { status, requestId, output } = answer;
    // The server is going, and this was not begun.
    if (status === 503) throw Object.assign(new Error("closing"), { code: "CLOSING" });
    if (status !== 200) {
      if (output["__type"] !== "ConstraintViolationException") throw new Error(JSON.stringify(answer));
      this.refused.push(requestId);
      return undefined;
    }
    const id = idOf(output);
    if (id === undefined) throw new Error(`${operation} answered without an id: ${JSON.stringify(answer)}`);
    this.acknowledged.push({ operation, requestId, id });
    return id;
  }

  #pick<T>(items: readonly T[]): T | undefined {
    return items[Math.floor(this.#random() * items.length)];
  }
}
