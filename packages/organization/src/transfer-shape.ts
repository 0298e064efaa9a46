// A transfer of responsibility as clients see it: the output structure of AWS's service model.

import type * as aws from "@aws-sdk/client-organizations";
import { transferArn } from "./arn.js";
import { transferStatus } from "./transfer-rules.js";
import type { TransferView } from "./transfer-rules.js";
import type { Cell } from "./state/cell.js";
import type { Handshake } from "./state/handshake.js";
import type { Organization } from "./state/organization.js";

/** Of whom was asked, only what the question named, until there is an agreement. */
export function transferShape(
  cell: Cell,
  viewer: Organization,
  { handshake, direction }: TransferView,
  now: number,
): aws.ResponsibilityTransfer {
  const { transfer } = handshake;
  const target = cell.organizations.get(handshake.organizationId)?.managementAccountId;
  return {
    Arn: transferArn(viewer, direction, transfer.id),
    Name: transfer.name,
    Id: transfer.id,
    Type: "BILLING",
    Status: transferStatus(cell, handshake, now),
    Source:
      handshake.ended?.state === "ACCEPTED" ? participant(cell, sourceOf(cell, handshake)) : asked(handshake),
    Target: participant(cell, target),
    StartTimestamp: new Date(transfer.startsAt),
    ...(transfer.endsAt === undefined ? {} : { EndTimestamp: new Date(transfer.endsAt) }),
    ActiveHandshakeId: handshake.id,
  };
}

function participant(cell: Cell, accountId: string | undefined): aws.TransferParticipant {
  const account = cell.accounts.get(accountId ?? "");
  return { ManagementAccountId: account?.id, ManagementAccountEmail: account?.email };
}

function sourceOf(cell: Cell, { recipient }: Handshake): string | undefined {
  return recipient && cell.accountOf(recipient)?.id;
}

function asked({ recipient }: Handshake): aws.TransferParticipant {
  if (recipient === undefined) return {};
  return recipient.type === "EMAIL"
    ? { ManagementAccountEmail: recipient.id }
    : { ManagementAccountId: recipient.id };
}
