// EnableAllFeatures: asks every account that was invited to agree. The organization gets them once all have.

import { daysAfter } from "../days.js";
import { faultFor } from "../fault.js";
import { allFeaturesDays, pendingMigration } from "../handshake-rules.js";
import { sentHandshake } from "../handshake-shape.js";
import { drawHandshakeId } from "../ids.js";
import type { Operation } from "../operation.js";
import type { Organization } from "../state/organization.js";

/**
 * Accounts that the organization created have agreed by being created. Open invitations are canceled, because they
 * offer another organization than the one to come.
 */
export const enableAllFeatures: Operation<"EnableAllFeatures"> = {
  kind: "write",
  callers: "management",
  decide(_, { cell, organization, quotas, draw }, now) {
    if (organization.featureSet === "ALL") {
      const message = `organization \`${organization.id}\` has all features already`;
      faultFor("HandshakeConstraintViolationException", "ORGANIZATION_ALREADY_HAS_ALL_FEATURES", message);
    }
    const pending = pendingMigration(cell, organization, now);
    if (pending !== undefined) {
      const message = `handshake \`${pending.id}\` asks for all features already; accept it once all accounts agree, or cancel it`;
      const reason = "ORGANIZATION_IS_ALREADY_PENDING_ALL_FEATURES_MIGRATION";
      faultFor("HandshakeConstraintViolationException", reason, message);
    }
    if (organization.accounts.size > quotas.allFeaturesAccountsMax) {
      const message = `the organization has ${organization.accounts.size} accounts, and all features are enabled this way for ${quotas.allFeaturesAccountsMax} at the most`;
      const reason = "ALL_FEATURES_MIGRATION_ORGANIZATION_SIZE_LIMIT_EXCEEDED";
      faultFor("ConstraintViolationException", reason, message);
    }
    const organizationId = organization.id;
    const handshakeId = drawHandshakeId(draw, cell);
    const expiresAt = daysAfter(now, allFeaturesDays);
    const approvals = invitedAccounts(organization).map(
      (accountId) => [drawHandshakeId(draw, cell), accountId] as const,
    );
    const requested = { type: "all-features.requested", organizationId, handshakeId, expiresAt } as const;
    return {
      events: [{ ...requested, approvals }],
      output: () => sentHandshake(cell, handshakeId, now),
    };
  },
};

function invitedAccounts({ accounts, managementAccountId }: Organization): readonly string[] {
  return [...accounts.values()]
    .filter(({ id, membership }) => membership.method === "INVITED" && id !== managementAccountId)
    .map(({ id }) => id);
}
