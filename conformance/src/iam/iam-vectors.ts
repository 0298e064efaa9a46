// The vectors of IAM policies, of three kinds, read strictly, so that a typo cannot weaken one.

import { fileURLToPath } from "node:url";
import type { ContextValue, Outcome, PolicyKind } from "@withhold/iam";
import { policyKinds } from "@withhold/iam";
import { isObject, loadVectors, readMembers } from "../load-vectors.js";

/** One `Condition` block and what is known about a request. */
export interface ConditionVector {
  readonly id: string;
  readonly source: string;
  readonly condition: object;
  readonly context: Readonly<Record<string, ContextValue>>;
  /** Of the document; 2012-10-17 when absent. */
  readonly version: string;
  /** Of the statement; `Allow` when absent. */
  readonly effect: string;
  readonly holds: boolean;
}

/** A document, and why it is refused: nothing when it is not. */
export interface DocumentVector {
  readonly id: string;
  readonly source: string;
  readonly kind: PolicyKind;
  readonly isAwsManaged: boolean;
  /** A JSON value, or a text where the text itself is the point. */
  readonly document: unknown;
  /** All of them; of each message a part. */
  readonly findings: readonly { readonly path: string; readonly message: string }[];
}

/** Documents by the names by which they are blamed. */
export type Documents = Readonly<Record<string, unknown>>;

export interface LevelsVector {
  readonly isManagementAccount: boolean;
  readonly levels: readonly { readonly id: string; readonly policies: Documents }[];
}

/** A request and everything that has a say in it. */
export interface DecisionVector {
  readonly id: string;
  readonly source: string;
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, ContextValue>>;
  readonly identity: Documents;
  readonly session: Documents;
  readonly serviceControl: LevelsVector | undefined;
  readonly resourceControl: LevelsVector | undefined;
  readonly trust: OwnedDocument | undefined;
  readonly delegation: OwnedDocument | undefined;
  readonly outcome: Outcome;
  /** Such as `service-control at ou-1: implicit-deny`, `identity: explicit-deny by NoList#1`. */
  readonly blockedBy: readonly string[];
}

interface OwnedDocument {
  readonly accountId: string;
  readonly document: unknown;
}

export function loadConditionVectors(directory: string = folder("conditions")): readonly ConditionVector[] {
  return loadVectors(directory, (value) => {
    const required = ["id", "source", "condition", "context", "holds"];
    const members = readMembers(value, required, ["version", "effect"]);
    const { id, source, condition, context, holds, version = "2012-10-17", effect = "Allow" } = members;
    if (!isObject(condition)) throw new Error("`condition` is no object");
    if (typeof holds !== "boolean") throw new Error("`holds` is no boolean");
    return {
      id: text("id", id),
      source: text("source", source),
      condition,
      context: readContext(context),
      version: text("version", version),
      effect: text("effect", effect),
      holds,
    };
  });
}

export function loadDocumentVectors(directory: string = folder("documents")): readonly DocumentVector[] {
  return loadVectors(directory, (value) => {
    const required = ["id", "source", "kind", "document", "findings"];
    const {
      id,
      source,
      kind,
      document,
      findings,
      isAwsManaged = false,
    } = readMembers(value, required, ["isAwsManaged"]);
    if (typeof kind !== "string" || !Object.hasOwn(policyKinds, kind)) throw new Error("`kind` is unknown");
    if (!Array.isArray(findings)) throw new Error("`findings` is no array");
    return {
      id: text("id", id),
      source: text("source", source),
      kind: kind as PolicyKind,
      isAwsManaged: isAwsManaged === true,
      document,
      findings: findings.map((finding: unknown) => {
        const { path, message } = readMembers(finding, ["path", "message"]);
        return { path: text("path", path), message: text("message", message) };
      }),
    };
  });
}

export function loadDecisionVectors(directory: string = folder("decisions")): readonly DecisionVector[] {
  return loadVectors(directory, readDecision);
}

const layers = ["identity", "session", "serviceControl", "resourceControl", "trust", "delegation"];
const outcomes: readonly unknown[] = ["allow", "explicit-deny", "implicit-deny"];

function readDecision(value: unknown): DecisionVector {
  const required = ["id", "source", "principal", "action", "resource", "outcome", "blockedBy"];
  const members = readMembers(value, required, ["context", ...layers]);
  const { identity = {}, session = {}, context = {}, outcome, blockedBy } = members;
  if (!isObject(identity) || !isObject(session))
    throw new Error("policies are no object of documents by name");
  if (!outcomes.includes(outcome)) throw new Error("`outcome` is unknown");
  if (!Array.isArray(blockedBy)) throw new Error("`blockedBy` is no array");
  return {
    id: text("id", members.id),
    source: text("source", members.source),
    principal: text("principal", members.principal),
    action: text("action", members.action),
    resource: text("resource", members.resource),
    context: readContext(context),
    identity: { ...identity },
    session: { ...session },
    serviceControl: readLevels(members.serviceControl),
    resourceControl: readLevels(members.resourceControl),
    trust: readOwned(members.trust),
    delegation: readOwned(members.delegation),
    outcome: outcome as Outcome,
    blockedBy: blockedBy.map((line: unknown) => text("blockedBy", line)),
  };
}

function readLevels(value: unknown): LevelsVector | undefined {
  if (value === undefined) return undefined;
  const { isManagementAccount, levels } = readMembers(value, ["isManagementAccount", "levels"]);
  if (!Array.isArray(levels)) throw new Error("`levels` is no array");
  return {
    isManagementAccount: isManagementAccount === true,
    levels: levels.map((level: unknown) => {
      const { id, policies } = readMembers(level, ["id", "policies"]);
      if (!isObject(policies)) throw new Error("`policies` is no object of documents by name");
      return { id: text("id", id), policies: { ...policies } };
    }),
  };
}

function readOwned(value: unknown): OwnedDocument | undefined {
  if (value === undefined) return undefined;
  const { accountId, document } = readMembers(value, ["accountId", "document"]);
  return { accountId: text("accountId", accountId), document };
}

function readContext(value: unknown): Readonly<Record<string, ContextValue>> {
  if (!isObject(value)) throw new Error("`context` is no object");
  for (const one of Object.values(value)) {
    const values: readonly unknown[] = Array.isArray(one) ? one : [one];
    if (values.some((each) => typeof each !== "string")) throw new Error("a value in `context` is no string");
  }
  return { ...value };
}

function text(name: string, value: unknown): string {
  if (typeof value !== "string" || value === "") throw new Error(`\`${name}\` is no text`);
  return value;
}

function folder(name: string): string {
  return fileURLToPath(new URL(`../../iam/${name}`, import.meta.url));
}
