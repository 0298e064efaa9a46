// The tree of an organization as the API tells it: root, OUs and accounts.

import type { Account, Organization, OrganizationalUnit, Root } from "@aws-sdk/client-organizations";
import type { Unread } from "@withhold/policy";

export interface Tree {
  readonly organization: Organization;
  readonly root: Root;
  readonly units: readonly (OrganizationalUnit & { readonly parentId: string })[];
  readonly accounts: readonly (Account & { readonly parentId: string })[];
  /** What could not be read. */
  readonly unread: readonly Unread[];
  readonly readAt: Date;
}
