// Whoever permissions are given to: a user or a role, whose calls differ in their names only.

import {
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  DeleteRolePolicyCommand,
  DeleteUserPolicyCommand,
  DetachRolePolicyCommand,
  DetachUserPolicyCommand,
  GetRolePolicyCommand,
  GetUserPolicyCommand,
  ListAttachedRolePoliciesCommand,
  ListAttachedUserPoliciesCommand,
  ListRolePoliciesCommand,
  ListUserPoliciesCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
} from "@aws-sdk/client-iam";
import type { AttachedPolicy } from "@aws-sdk/client-iam";
import type { Api } from "../api/api.js";
import { allMarkedPages } from "./marked-pages.js";

export interface Subject {
  readonly kind: "user" | "role";
  readonly name: string;
}

export interface InlinePolicy {
  readonly name: string;
  /** JSON. */
  readonly document: string;
}

export interface Permissions {
  readonly attached: readonly AttachedPolicy[];
  readonly inline: readonly InlinePolicy[];
}

type Verb = "Attach" | "Detach" | "Put" | "Delete";

/** `AttachUserPolicy`, `PutRolePolicy`. */
export function operationOn({ kind }: Subject, verb: Verb): string {
  return `${verb}${kind === "user" ? "User" : "Role"}Policy`;
}

/** The member that names the subject: `{UserName: "ana"}`. */
export function nameOf({ kind, name }: Subject): Readonly<Record<string, string>> {
  return kind === "user" ? { UserName: name } : { RoleName: name };
}

export async function readPermissions(api: Api, subject: Subject): Promise<Permissions> {
  const [attached, names] = await Promise.all([
    allMarkedPages(
      async (page) => attachedPage(api, subject, page),
      ({ AttachedPolicies: policies }) => policies,
    ),
    allMarkedPages(
      async (page) => inlinePage(api, subject, page),
      ({ PolicyNames: found }) => found,
    ),
  ]);
  const inline = await Promise.all(
    names.map(async (name) => ({ name, document: await documentOf(api, subject, name) })),
  );
  return { attached, inline };
}

type MarkerPage = { readonly Marker?: string };

async function attachedPage(api: Api, { kind, name }: Subject, page: MarkerPage) {
  return api.iam(async (client) =>
    kind === "user"
      ? client.send(new ListAttachedUserPoliciesCommand({ UserName: name, ...page }))
      : client.send(new ListAttachedRolePoliciesCommand({ RoleName: name, ...page })),
  );
}

async function inlinePage(api: Api, { kind, name }: Subject, page: MarkerPage) {
  return api.iam(async (client) =>
    kind === "user"
      ? client.send(new ListUserPoliciesCommand({ UserName: name, ...page }))
      : client.send(new ListRolePoliciesCommand({ RoleName: name, ...page })),
  );
}

async function documentOf(api: Api, { kind, name }: Subject, PolicyName: string): Promise<string> {
  const { PolicyDocument: document = "" } = await api.iam(async (client) =>
    kind === "user"
      ? client.send(new GetUserPolicyCommand({ UserName: name, PolicyName }))
      : client.send(new GetRolePolicyCommand({ RoleName: name, PolicyName })),
  );
  return readable(document);
}

/** As IAM sends documents, percent-encoded, in a form to read. */
export function readable(document: string): string {
  try {
    return JSON.stringify(JSON.parse(decodeURIComponent(document)), undefined, 2);
  } catch {
    return document;
  }
}

export async function attachTo(api: Api, { kind, name }: Subject, PolicyArn: string): Promise<object> {
  return api.iam(async (client) =>
    kind === "user"
      ? client.send(new AttachUserPolicyCommand({ UserName: name, PolicyArn }))
      : client.send(new AttachRolePolicyCommand({ RoleName: name, PolicyArn })),
  );
}

export async function detachFrom(api: Api, { kind, name }: Subject, PolicyArn: string): Promise<object> {
  return api.iam(async (client) =>
    kind === "user"
      ? client.send(new DetachUserPolicyCommand({ UserName: name, PolicyArn }))
      : client.send(new DetachRolePolicyCommand({ RoleName: name, PolicyArn })),
  );
}

export async function putInline(api: Api, { kind, name }: Subject, policy: InlinePolicy): Promise<object> {
  const input = { PolicyName: policy.name, PolicyDocument: policy.document };
  return api.iam(async (client) =>
    kind === "user"
      ? client.send(new PutUserPolicyCommand({ UserName: name, ...input }))
      : client.send(new PutRolePolicyCommand({ RoleName: name, ...input })),
  );
}

export async function deleteInline(api: Api, { kind, name }: Subject, PolicyName: string): Promise<object> {
  return api.iam(async (client) =>
    kind === "user"
      ? client.send(new DeleteUserPolicyCommand({ UserName: name, PolicyName }))
      : client.send(new DeleteRolePolicyCommand({ RoleName: name, PolicyName })),
  );
}
