// The member account that an input names.

import { fault } from "./fault.js";
import type { Organization } from "./state/organization.js";
import type { MemberAccount } from "./state/tree-node.js";

export function findAccount(organization: Organization, id: string): MemberAccount {
  return (
    organization.accounts.get(id) ??
    fault("AccountNotFoundException", `no account \`${id}\` in this organization`)
  );
}
