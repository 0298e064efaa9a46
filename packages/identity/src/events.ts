// The events of identity: facts in the past tense, as the journal keeps them. Secrets are in none of them.

/** A user or a role of an account, by the id that no other ever has. */
export interface HolderRef {
  readonly accountId: string;
  readonly holderId: string;
}

export interface TagPair {
  readonly key: string;
  readonly value: string;
}

/**
 * What can happen. Times are those of the record that carries the event.
 * A stored event is never changed; a new form gets a new type, and reading turns old forms into new ones.
 */
export type IdentityEvent =
  /** Of the root user of an account. */
  | { readonly type: "access-key.created"; readonly accessKeyId: string; readonly accountId: string }
  | ({ readonly type: "user-access-key.created"; readonly accessKeyId: string } & HolderRef)
  | {
      readonly type: "access-key.updated";
      readonly accessKeyId: string;
      readonly status: AccessKeyStatus;
    }
  | { readonly type: "access-key.deleted"; readonly accessKeyId: string }
  | {
      readonly type: "user.created";
      readonly accountId: string;
      readonly userId: string;
      readonly name: string;
      readonly path: string;
      readonly tags: readonly TagPair[];
    }
  | ({ readonly type: "user.deleted" } & HolderRef)
  | ({ readonly type: "login-profile.put"; readonly passwordResetRequired: boolean } & HolderRef)
  | ({ readonly type: "login-profile.deleted" } & HolderRef)
  | { readonly type: "root-password.put"; readonly accountId: string }
  | { readonly type: "root-password.deleted"; readonly accountId: string }
  | {
      readonly type: "role.created";
      readonly accountId: string;
      readonly roleId: string;
      readonly name: string;
      readonly path: string;
      readonly description?: string;
      readonly maxSessionSeconds: number;
      readonly trustPolicy: string;
      readonly tags: readonly TagPair[];
    }
  | ({ readonly type: "trust-policy.updated"; readonly trustPolicy: string } & HolderRef)
  | ({ readonly type: "role.tagged"; readonly tags: readonly TagPair[] } & HolderRef)
  | ({ readonly type: "role.untagged"; readonly keys: readonly string[] } & HolderRef)
  | ({ readonly type: "role.deleted" } & HolderRef)
  | ({
      readonly type: "inline-policy.put";
      readonly policyName: string;
      readonly document: string;
    } & HolderRef)
  | ({ readonly type: "inline-policy.deleted"; readonly policyName: string } & HolderRef)
  | {
      readonly type: "managed-policy.created";
      readonly accountId: string;
      readonly policyId: string;
      readonly name: string;
      readonly path: string;
      readonly description?: string;
      readonly document: string;
    }
  | { readonly type: "managed-policy.deleted"; readonly accountId: string; readonly policyId: string }
  | ({ readonly type: "managed-policy.attached"; readonly policyId: string } & HolderRef)
  | ({ readonly type: "managed-policy.detached"; readonly policyId: string } & HolderRef);

export type AccessKeyStatus = "Active" | "Inactive";
