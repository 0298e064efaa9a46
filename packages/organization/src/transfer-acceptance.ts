// What follows when a management account accepts to hand over its organization's bill.

import type { DomainEvent } from "./events.js";
import { fault } from "./fault.js";
import type { Context } from "./operation.js";
import type { Organization } from "./state/organization.js";
import { requireFree, withinTransferQuotas } from "./transfer-rules.js";
import type { TransferHandshake } from "./transfer-rules.js";

/** `target` asked for it; the source is the organization of the caller's account, which has to manage one. */
export function transferAcceptance(
  { id: handshakeId, transfer, tags }: TransferHandshake,
  target: Organization,
  context: Context,
  now: number,
): readonly DomainEvent[] {
  const { cell, account } = context;
  const source = cell.organizationOf(account);
  if (source === undefined) {
    const message = `account ${account.id} is in no organization, and so has no bill of one to hand over; create one first (CreateOrganization)`;
    return fault("AWSOrganizationsNotInUseException", message);
  }
  if (source.managementAccountId !== account.id) {
    const message = `only the management account of organization \`${source.id}\` can hand over its bill`;
    fault("AccessDeniedException", message);
  }
  withinTransferQuotas(source, target, context, now);
  requireFree(cell, source, transfer.startsAt);
  const of = { organizationId: target.id, handshakeId, sourceOrganizationId: source.id } as const;
  return [
    { type: "responsibility-transfer.agreed", ...of },
    ...(tags === undefined
      ? []
      : [{ type: "resource.tagged", organizationId: target.id, resourceId: transfer.id, tags } as const]),
  ];
}
