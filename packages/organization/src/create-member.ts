// How an organization makes an account, in GovCloud another one with it.

import type { CreateAccountRequest, CreateAccountResponse } from "@aws-sdk/client-organizations";
import type { DomainEvent } from "./events.js";
import { faultFor } from "./fault.js";
import { accountsCounted } from "./handshake-rules.js";
import { drawAccountId, drawCreationId } from "./ids.js";
import type { Input } from "./operation-types.js";
import type { MemberContext } from "./operation.js";
import { accountCreationShape } from "./shapes.js";
import { checkTags, tagged } from "./tags.js";

/** What `CreateAccount` and `CreateGovCloudAccount` decide alike. */
interface Creation {
  readonly events: readonly DomainEvent[];
  readonly output: () => CreateAccountResponse;
}

const govCloud = "aws-us-gov";

/**
 * Completes within the call: the answer says `SUCCEEDED` with the account id, or `FAILED` and why. An address that
 * is taken fails the request, which is recorded like any other; a full organization refuses the call.
 * `paired`: with an account in GovCloud beside it, which is in no organization.
 */
export function createMember(
  input: Input<"CreateAccount"> & CreateAccountRequest,
  { cell, organization, quotas, draw }: MemberContext,
  now: number,
  { paired }: { readonly paired: boolean },
): Creation {
  const { AccountName: name, Email: email, Tags } = input;
  // The role itself is no matter of this package: whoever keeps roles makes it from the record.
  const { RoleName: accessRoleName = "OrganizationAccountAccessRole" } = input;
  const { IamUserAccessToBilling: iamUserAccessToBilling = "ALLOW" } = input;
  checkTags(Tags, quotas);
  if (accountsCounted(cell, organization, now) >= quotas.accountsMax) {
    const message = `accounts and open invitations come to ${quotas.accountsMax}, the most that the quota of the organization allows`;
    faultFor("ConstraintViolationException", "ACCOUNT_NUMBER_LIMIT_EXCEEDED", message);
  }
  const organizationId = organization.id;
  const request = { organizationId, requestId: drawCreationId(draw, organization), accountName: name };
  const events: DomainEvent[] = [];
  if (cell.hasEmail(email)) {
    events.push({ type: "account-creation.failed", ...request, reason: "EMAIL_ALREADY_EXISTS" });
  } else {
    const accountId = drawAccountId(draw, cell);
    const parentId = organization.root.id;
    events.push(
      { type: "account.created", accountId, email, name, accessRoleName, iamUserAccessToBilling },
      { type: "account.joined", organizationId, accountId, parentId, method: "CREATED" },
    );
    if (paired) {
      const govCloudAccountId = drawAccountId(draw, cell, accountId);
      const lives = { accountId: govCloudAccountId, partition: govCloud, organizationId } as const;
      events.push(
        { type: "gov-cloud-account.created", email, name, accessRoleName, ...lives },
        { type: "gov-cloud-account-creation.succeeded", ...request, accountId, govCloudAccountId },
      );
    } else events.push({ type: "account-creation.succeeded", ...request, accountId });
    events.push(...tagged(organizationId, accountId, Tags));
  }
  return {
    events,
    output() {
      const creation = organization.accountCreations.get(request.requestId);
      return creation === undefined ? {} : { CreateAccountStatus: accountCreationShape(creation) };
    },
  };
}
