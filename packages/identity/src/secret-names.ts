// The names under which the journal's store keeps secrets, sealed.

export function accessKeySecretName(accessKeyId: string): string {
  return `access-key/${accessKeyId}`;
}

/** Of the hash of a user's password. */
export function passwordSecretName(userId: string): string {
  return `password/${userId}`;
}

/** Of the hash of the password of an account's root user. */
export function rootPasswordSecretName(accountId: string): string {
  return `root-password/${accountId}`;
}
