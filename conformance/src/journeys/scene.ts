// What a journey acts on: the client under test, what it learned so far, and a quick hand for the crowd scenes.

import type { OperationName, Output } from "@withhold/organization";
import { expect } from "vitest";
import type { Client, Input, Reply } from "../clients/client.js";
import { take } from "../clients/take.js";
import type { AccessKey } from "../running-cell.js";

export interface Refusal {
  readonly error: string;
  /** Compared where the client shows one. */
  readonly reason?: string;
  /** A careful client sees this itself and asks no server. */
  readonly clientMayRefuse?: boolean;
}

function isRefusal(reply: Reply<object>, refusal: Refusal): void {
  if (!reply.ok && reply.by === "client" && refusal.clientMayRefuse === true) return;
  const { error, reason = refusal.reason } = reply.ok ? { error: "none" } : reply;
  expect({ error, reason }).toEqual({ error: refusal.error, reason: refusal.reason });
}

export class Scene {
  readonly client: Client;
  /** Sets up in bulk what the client under test then looks at. */
  readonly crew: Client;
  readonly #ids: Map<string, string>;
  readonly #others = new Map<string, Scene>();

  constructor(client: Client, crew: Client, ids = new Map<string, string>()) {
    this.client = client;
    this.crew = crew;
    this.#ids = ids;
  }

  /** Somebody else comes in, who acts in the account of that id. */
  enter(name: string, id: string, key: AccessKey): Scene {
    this.keep(name, id);
    const other = new Scene(this.client.withKey(key), this.crew.withKey(key), this.#ids);
    this.#others.set(name, other);
    return other;
  }

  /** The same scene with another's eyes and rights: the same client, with the key of who entered by that name. */
  as(name: string): Scene {
    const other = this.#others.get(name);
    if (other === undefined) throw new Error(`nobody entered as \`${name}\`: an earlier step failed`);
    return other;
  }

  /** Calls what has to succeed. */
  async does<Name extends OperationName>(operation: Name, input: Input = {}): Promise<Output<Name>> {
    return take(await this.client.call(operation, input));
  }

  /** Calls what has to fail, and how. */
  async isRefused(operation: OperationName, input: Input, refusal: Refusal): Promise<void> {
    isRefusal(await this.client.call(operation, input), refusal);
  }

  /** The effective AI opt-out policy of an account, as a value. */
  async effectiveOf(TargetId: string): Promise<unknown> {
    const asked = await this.does("DescribeEffectivePolicy", {
      PolicyType: "AISERVICES_OPT_OUT_POLICY",
      TargetId,
    });
    return JSON.parse(asked.EffectivePolicy?.PolicyContent ?? "");
  }

  keep(name: string, id: string | undefined): string {
    if (id === undefined) throw new Error(`the answer holds no id for \`${name}\``);
    this.#ids.set(name, id);
    return id;
  }

  id(name: string): string {
    const id = this.#ids.get(name);
    if (id === undefined) throw new Error(`nothing is known of \`${name}\`: an earlier step failed`);
    return id;
  }
}
