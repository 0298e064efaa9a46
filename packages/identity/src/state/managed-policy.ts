// A managed policy: attached to users and roles by its ARN.

import { PolicyText } from "../policy-text.js";

export class ManagedPolicy {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly description: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** `aws` for those that AWS provides. */
  readonly accountId: string;
  readonly document: PolicyText;

  constructor(facts: {
    readonly id: string;
    readonly name: string;
    readonly path: string;
    readonly description: string;
    readonly document: string;
    readonly createdAt: number;
    readonly accountId: string;
  }) {
    this.id = facts.id;
    this.name = facts.name;
    this.path = facts.path;
    this.description = facts.description;
    this.createdAt = facts.createdAt;
    this.accountId = facts.accountId;
    this.document = new PolicyText("managed", facts.name, facts.document);
  }

  get isAwsManaged(): boolean {
    return this.accountId === "aws";
  }
}
