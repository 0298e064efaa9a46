// A policy document as it was submitted, and compiled when it is first asked.

import { parsePolicyDocument } from "@withhold/iam";
import type { Policy, PolicyKind } from "@withhold/iam";

export class PolicyText {
  readonly kind: PolicyKind;
  /** By which explanations call it. */
  readonly name: string;
  /** Byte for byte. */
  readonly text: string;
  #policy: Policy | undefined;

  constructor(kind: PolicyKind, name: string, text: string) {
    this.kind = kind;
    this.name = name;
    this.text = text;
  }

  get policy(): Policy {
    return (this.#policy ??= compiledPolicy(this.text, this.kind, this.name));
  }
}

/** Of a document that nobody can read any more, which denies everything: it might have denied what is asked for. */
export function compiledPolicy(text: string, kind: PolicyKind, name: string): Policy {
  const parsed = parsePolicyDocument(text, { kind, name, isAwsManaged: true });
  return parsed.ok ? parsed.policy : unreadable(kind, `${name}, which cannot be read`);
}

function unreadable(kind: PolicyKind, name: string): Policy {
  const named = kind === "trust" || kind === "delegation";
  const statement = {
    Effect: "Deny",
    Action: kind === "trust" ? "sts:*" : kind === "delegation" ? "organizations:*" : "*",
    ...(kind === "trust" ? {} : { Resource: "*" }),
    ...(named ? { Principal: "*" } : {}),
  };
  const text = JSON.stringify({ Version: "2012-10-17", Statement: statement });
  const parsed = parsePolicyDocument(text, { kind, name });
  if (!parsed.ok) throw new Error("a policy that denies everything is none");
  return parsed.policy;
}
