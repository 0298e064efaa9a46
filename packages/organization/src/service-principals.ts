// Service principals: the names of services that may work with an organization, and who administers them.

import { fault, faultFor } from "./fault.js";
import type { Organization } from "./state/organization.js";

/** A domain name, as `transcribe.amazonaws.com`. No list is kept: new services, and those of others, work as well. */
const form = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

export function requireServicePrincipal(name: string): void {
  if (form.test(name)) return;
  const message = `\`${name}\` is no service principal; write one as \`transcribe.amazonaws.com\`, in lower case`;
  faultFor("InvalidInputException", "UNRECOGNIZED_SERVICE_PRINCIPAL", message);
}

/** Services and delegation need all features; an organization for consolidated billing alone has none. */
export function requireDelegationFeatures(organization: Organization): void {
  if (organization.featureSet === "ALL") return;
  const message = "this organization is for consolidated billing only; enable all features first";
  faultFor("ConstraintViolationException", "ORGANIZATION_NOT_IN_ALL_FEATURES_MODE", message);
}

/** An account that administers services neither leaves nor is closed. */
export function requireNoDelegation({ delegatedAdministrators }: Organization, accountId: string): void {
  const services = delegatedAdministrators.servicesOf(accountId);
  if (services === undefined) return;
  const names = services
    .keys()
    .map((name) => `\`${name}\``)
    .join(", ");
  const message = `account \`${accountId}\` is a delegated administrator for ${names}; deregister it first (DeregisterDelegatedAdministrator)`;
  faultFor("ConstraintViolationException", "CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG", message);
}

export function notRegistered(accountId: string, servicePrincipal?: string): never {
  const of = servicePrincipal === undefined ? "any service" : `\`${servicePrincipal}\``;
  return fault(
    "AccountNotRegisteredException",
    `account \`${accountId}\` is no delegated administrator for ${of}`,
  );
}
