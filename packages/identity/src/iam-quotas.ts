// How many of each an account may have. Source: the defaults of "IAM and AWS STS quotas", as the IAM user guide's public
// repository, which is no longer kept up, has them; the sizes of inline policies as people quote the page.

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
