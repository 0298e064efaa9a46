// How many of each an account may have. Source: the defaults of "IAM and AWS STS quotas", read in an older copy of the
// IAM user guide, and the sizes of inline policies as people quote that page; the page of today was not read.

export const iamQuotas = {
  usersMax: 5000,
  rolesMax: 1000,
  managedPoliciesMax: 1500,
  /** Per user or role. */
  attachedPoliciesMax: 10,
  accessKeysMax: 2,
  tagsMax: 50,
  /** Characters without white space, of all inline policies of one user or role together. */
  inlineCharactersMax: { user: 2048, role: 10_240 },
} as const;
