// Access keys: which account a key signs for. Their secrets lie sealed in the journal's store, never in an event.

/** An access key of the root user of an account was made. */
export interface AccessKeyCreated {
  readonly type: "access-key.created";
  readonly accessKeyId: string;
  readonly accountId: string;
}

export interface AccessKey {
  readonly accountId: string;
  readonly secretAccessKey: string;
}

/** The name under which the store keeps the secret of a key. */
export function accessKeySecretName(accessKeyId: string): string {
  return `access-key/${accessKeyId}`;
}
