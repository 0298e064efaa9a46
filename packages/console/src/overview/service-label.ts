// What services are called where there is little room.

import { describeServiceRow } from "@withhold/policy";
import type { ServiceRow } from "@withhold/policy";

/** By its key, as policies have it: `lex`. */
export function serviceLabel(service: ServiceRow): string {
  return service.kind === "service" ? service.key : "all other services";
}

/** `lex (Amazon Lex)`. */
export function serviceTitle(service: ServiceRow): string {
  return service.kind === "service"
    ? describeServiceRow(service)
    : "all other services, also those that AWS may add later";
}
