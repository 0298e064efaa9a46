// A handshake as the lists of invitations show it.

import type { Handshake, HandshakeResource, HandshakeState } from "@aws-sdk/client-organizations";

export interface HandshakeRow {
  readonly id: string;
  readonly arn: string;
  /** What it asks for, in words. */
  readonly action: string;
  readonly state: HandshakeState | "UNKNOWN";
  /** Whom it was sent to: an account id or an e-mail address; undefined where an organization asks itself. */
  readonly recipient: string | undefined;
  /** Which organization sent it: its id, and its management account where the invitation introduces it. */
  readonly organization: string;
  readonly notes: string;
  readonly requestedAt: Date | undefined;
  readonly expiresAt: Date | undefined;
  /** Whether it can still be accepted, declined or canceled. */
  readonly isOpen: boolean;
}

export function handshakeRow(handshake: Handshake): HandshakeRow {
  const { Id: id = "", Arn: arn = "", Action: action = "", State: state = "UNKNOWN" } = handshake;
  const resources = handshake.Resources ?? [];
  return {
    id,
    arn,
    action: actionWords.get(action) ?? action,
    state,
    recipient: valueOf(resources, "ACCOUNT") ?? valueOf(resources, "EMAIL"),
    organization: organizationText(resources),
    notes: valueOf(resources, "NOTES") ?? "",
    requestedAt: handshake.RequestedTimestamp,
    expiresAt: handshake.ExpirationTimestamp,
    isOpen: state === "REQUESTED" || state === "OPEN",
  };
}

const actionWords: ReadonlyMap<string, string> = new Map([
  ["INVITE", "Join the organization"],
  ["ENABLE_ALL_FEATURES", "Enable all features"],
  ["APPROVE_ALL_FEATURES", "Agree to all features"],
  ["TRANSFER_RESPONSIBILITY", "Transfer responsibility"],
  ["ADD_ORGANIZATIONS_SERVICE_LINKED_ROLE", "Add the service-linked role"],
]);

export const handshakeStateWords: Readonly<Record<HandshakeRow["state"], string>> = {
  REQUESTED: "Requested",
  OPEN: "Open",
  ACCEPTED: "Accepted",
  DECLINED: "Declined",
  CANCELED: "Canceled",
  EXPIRED: "Expired",
  UNKNOWN: "Unknown",
};

function organizationText(resources: readonly HandshakeResource[]): string {
  const sender = resources.find(({ Type: type }) => type === "ORGANIZATION");
  const introduced = sender?.Resources ?? [];
  const name = valueOf(introduced, "MASTER_NAME") ?? valueOf(introduced, "MANAGEMENT_NAME");
  const email = valueOf(introduced, "MASTER_EMAIL") ?? valueOf(introduced, "MANAGEMENT_EMAIL");
  const who = [name, email].filter((part) => part !== undefined).join(", ");
  const id = sender?.Value ?? "unknown";
  return who === "" ? id : `${id} (${who})`;
}

function valueOf(
  resources: readonly HandshakeResource[],
  type: NonNullable<HandshakeResource["Type"]>,
): string | undefined {
  return resources.find((resource) => resource.Type === type)?.Value;
}
