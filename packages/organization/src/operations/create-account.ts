// CreateAccount: a new account in the organization, under the root.

import type { DomainEvent } from "../events.js";
import { faultFor } from "../fault.js";
import { accountsCounted } from "../handshake-rules.js";
import { drawAccountId, drawCreationId } from "../ids.js";
import type { Operation } from "../operation.js";
import { accountCreationShape } from "../shapes.js";
import { checkTags, tagged } from "../tags.js";

/**
 * Completes within the call: the answer says `SUCCEEDED` with the account id, or `FAILED` and why. An address that
 * is taken fails the request, which is recorded like any other; a full organization refuses the call.
 */
export const createAccount: Operation<"CreateAccount"> = {
  kind: "write",
  callers: "management",
  decide(input, { cell, organization, quotas, draw }, now) {
    const { AccountName: accountName, Email: email, Tags } = input;
    // The role itself is no matter of this package: whoever keeps roles makes it from the record.
    const { RoleName: accessRoleName = "OrganizationAccountAccessRole" } = input;
    const { IamUserAccessToBilling: iamUserAccessToBilling = "ALLOW" } = input;
    checkTags(Tags, quotas);
    if (accountsCounted(cell, organization, now) >= quotas.accountsMax) {
      const message = `accounts and open invitations come to ${quotas.accountsMax}, the most that the quota of the organization allows`;
      faultFor("ConstraintViolationException", "ACCOUNT_NUMBER_LIMIT_EXCEEDED", message);
    }
    const organizationId = organization.id;
    const request = { organizationId, requestId: drawCreationId(draw, organization), accountName };
    const events: DomainEvent[] = [];
    if (cell.hasEmail(email)) {
      events.push({ type: "account-creation.failed", ...request, reason: "EMAIL_ALREADY_EXISTS" });
    } else {
      const accountId = drawAccountId(draw, cell);
      const parentId = organization.root.id;
      events.push(
        {
          type: "account.created",
          accountId,
          email,
          name: accountName,
          accessRoleName,
          iamUserAccessToBilling,
        },
        { type: "account.joined", organizationId, accountId, parentId, method: "CREATED" },
        { type: "account-creation.succeeded", ...request, accountId },
        ...tagged(organizationId, accountId, Tags),
      );
    }
    return {
      events,
      output() {
        const creation = organization.accountCreations.get(request.requestId);
        return creation === undefined ? {} : { CreateAccountStatus: accountCreationShape(creation) };
      },
    };
  },
};
