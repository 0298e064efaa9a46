// An organization as it was read at some moment: the tree, the policies, what is attached where, and what nobody could read.

/** Everything that commands and the console need to answer without a server. JSON; `version` names its form. */
export interface OrganizationSnapshot {
  readonly version: 1;
  readonly provenance: Provenance;
  readonly organizationId?: string;
  readonly managementAccountId?: string;
  /** Policy types that are enabled; absent where that is not known. */
  readonly enabledTypes?: readonly string[];
  readonly root: SnapshotRoot;
  readonly units: readonly SnapshotUnit[];
  readonly accounts: readonly SnapshotAccount[];
  readonly policies: readonly SnapshotPolicy[];
  /** Per target in attachment order, if `attachmentOrder` says that it is known. */
  readonly attachments: readonly SnapshotAttachment[];
  /** The first attached wins among peers; where the order is `unknown`, what depends on it is undetermined. */
  readonly attachmentOrder: "known" | "unknown";
  readonly unread: readonly Unread[];
}

export interface Provenance {
  /** What it was read from: a file, an endpoint. */
  readonly source: string;
  /** When; ISO 8601 in UTC. */
  readonly readAt: string;
}

export interface SnapshotRoot {
  readonly id: string;
}

export interface SnapshotUnit {
  readonly id: string;
  readonly name: string;
  /** The root or another OU. */
  readonly parentId: string;
}

export interface SnapshotAccount {
  readonly id: string;
  readonly name: string;
  readonly parentId: string;
}

export interface SnapshotPolicy {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** The text as it was written; `null` where it could not be read, which an entry in `unread` explains. */
  readonly content: string | null;
  /** Where the text stands, for reports that point at a file. */
  readonly origin?: PolicyOrigin;
}

/** `line` and `column` of the first character of the text in the file, from 1; absent where it is no literal part of it. */
export interface PolicyOrigin {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

export interface SnapshotAttachment {
  readonly policyId: string;
  /** The root, an OU or an account. */
  readonly targetId: string;
}

/** Something that exists and could not be read. Every verdict that it could change is undetermined, never clean. */
export interface Unread {
  /** What it is, for a person: `the content of policy "p-…"`. */
  readonly what: string;
  readonly why: string;
  /** The policy or node that it is about: what does not stand under it is not affected. Absent: it could be anywhere. */
  readonly about?: string;
}
