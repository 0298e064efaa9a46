// MoveAccount: from one parent to another. Effective policies follow at once.

import { fault } from "../fault.js";
import { findAccount } from "../find-account.js";
import type { Operation } from "../operation.js";

/** An account that is neither at the source nor at the destination answers `AccountNotFoundException`. */
export const moveAccount: Operation<"MoveAccount"> = {
  kind: "write",
  callers: "management",
  decide({ AccountId: accountId, SourceParentId, DestinationParentId }, { organization }) {
    const member = findAccount(organization, accountId);
    const source =
      organization.parent(SourceParentId) ??
      fault("SourceParentNotFoundException", `no root or OU \`${SourceParentId}\` in this organization`);
    const destination =
      organization.parent(DestinationParentId) ??
      fault(
        "DestinationParentNotFoundException",
        `no root or OU \`${DestinationParentId}\` in this organization`,
      );
    // First, so that a retry after a lost answer learns that the move happened.
    if (member.parent === destination) {
      fault("DuplicateAccountException", `account \`${accountId}\` is already under \`${destination.id}\``);
    }
    if (member.parent !== source) {
      const message = `account \`${accountId}\` is under \`${member.parent.id}\`, not \`${source.id}\`; name that as the source`;
      fault("AccountNotFoundException", message);
    }
    const moved = { type: "account.moved", accountId, parentId: destination.id } as const;
    return { events: [{ ...moved, organizationId: organization.id }], output: () => ({}) };
  },
};
