// Trust policies: who may switch to a role.

import { readable } from "./subject.js";

interface TrustStatement {
  readonly Effect?: string;
  readonly Principal?: unknown;
}

/** The principals that the statements allow, as they stand there; empty where that cannot be read. */
export function trustedBy(document: string): readonly string[] {
  try {
    const { Statement: said } = JSON.parse(readable(document)) as { readonly Statement?: unknown };
    const statements = (Array.isArray(said) ? said : [said]) as readonly TrustStatement[];
    return statements
      .filter(({ Effect: effect }) => effect === "Allow")
      .flatMap(({ Principal }) => principals(Principal));
  } catch {
    return [];
  }
}

function principals(principal: unknown): readonly string[] {
  if (typeof principal === "string") return [principal];
  if (typeof principal !== "object" || principal === null) return [];
  return Object.values(principal).flatMap((value: unknown) =>
    Array.isArray(value) ? value.map(String) : [String(value)],
  );
}

/** A trust policy for everybody in an account whom that account allows `sts:AssumeRole`. */
export function trustInAccount(partition: string, accountId: string, externalId: string): string {
  const condition =
    externalId === "" ? {} : { Condition: { StringEquals: { "sts:ExternalId": externalId } } };
  const policy = {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { AWS: `arn:${partition}:iam::${accountId}:root` },
        Action: "sts:AssumeRole",
        ...condition,
      },
    ],
  };
  return JSON.stringify(policy, undefined, 2);
}
