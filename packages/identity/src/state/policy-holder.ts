// Users and roles: what has policies.

import { Roster } from "@withhold/organization";
import type { Policy } from "@withhold/iam";
import type { TagPair } from "../events.js";
import { PolicyText } from "../policy-text.js";
import type { ManagedPolicy } from "./managed-policy.js";

interface HolderFacts {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly path: string;
  readonly createdAt: number;
  readonly tags: readonly TagPair[];
}

abstract class PolicyHolder {
  abstract readonly kind: "user" | "role";
  /** No other user or role ever has it. */
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly path: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly tags = new Roster<TagPair>();
  /** By name. */
  readonly inline = new Roster<PolicyText>();
  /** By id. */
  readonly attached = new Roster<ManagedPolicy>();
  #policies: readonly Policy[] | undefined;

  constructor(facts: HolderFacts) {
    this.id = facts.id;
    this.accountId = facts.accountId;
    this.name = facts.name;
    this.path = facts.path;
    this.createdAt = facts.createdAt;
    for (const tag of facts.tags) this.tags.put(tag.key, tag);
  }

  putInline(name: string, document: string): void {
    this.inline.put(name, new PolicyText(`${this.kind}-inline`, name, document));
    this.#policies = undefined;
  }

  deleteInline(name: string): void {
    this.inline.delete(name);
    this.#policies = undefined;
  }

  attach(policy: ManagedPolicy): void {
    this.attached.put(policy.id, policy);
    this.#policies = undefined;
  }

  detach(policy: ManagedPolicy): void {
    this.attached.delete(policy.id);
    this.#policies = undefined;
  }

  /** All of them, compiled once. */
  get policies(): readonly Policy[] {
    return (this.#policies ??= [
      ...Array.from(this.inline.values(), ({ policy }) => policy),
      ...Array.from(this.attached.values(), ({ document }) => document.policy),
    ]);
  }
}

export interface LoginProfile {
  readonly createdAt: number;
  readonly passwordResetRequired: boolean;
}

export class User extends PolicyHolder {
  readonly kind = "user";
  loginProfile: LoginProfile | undefined;
  /** Ids, in the order in which they were made. */
  readonly accessKeys = new Roster<string>();
}

export class Role extends PolicyHolder {
  readonly kind = "role";
  readonly description: string | undefined;
  readonly maxSessionSeconds: number;
  trustPolicy: PolicyText;

  constructor(
    facts: HolderFacts & {
      readonly description?: string | undefined;
      readonly maxSessionSeconds: number;
      readonly trustPolicy: string;
    },
  ) {
    super(facts);
    this.description = facts.description;
    this.maxSessionSeconds = facts.maxSessionSeconds;
    this.trustPolicy = new PolicyText("trust", facts.name, facts.trustPolicy);
  }

  updateTrustPolicy(text: string): void {
    this.trustPolicy = new PolicyText("trust", this.name, text);
  }
}

export type Holder = User | Role;
