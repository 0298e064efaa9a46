// Whom an invitation goes to: an account by its id, or whoever has an address.

import type { HandshakeParty } from "@aws-sdk/client-organizations";
import { faultFor } from "./fault.js";
import type { Cell } from "./state/cell.js";
import type { Recipient } from "./state/handshake.js";

/** As the service model has addresses. */
const addressForm = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const addressCharactersMin = 6;

/** An address need not belong to anybody yet; an id has to. */
export function recipientOf({ Type: type, Id: id = "" }: HandshakeParty, cell: Cell): Recipient {
  if (type === "EMAIL") {
    if (id.length >= addressCharactersMin && addressForm.test(id)) return { type, id };
    const message = `\`${id}\` is no e-mail address; write one such as \`name@example.com\``;
    return faultFor("InvalidInputException", "INVALID_EMAIL_ADDRESS_TARGET", message);
  }
  if (type !== "ACCOUNT") {
    const message = `a target of type \`${type}\` cannot be invited; name an \`ACCOUNT\` or an \`EMAIL\``;
    return faultFor("InvalidInputException", "INVALID_PARTY_TYPE_TARGET", message);
  }
  if (!/^\d{12}$/.test(id)) {
    const message = `\`${id}\` is no account id, which has 12 digits; for an address set the type \`EMAIL\``;
    return faultFor("InvalidInputException", "INVALID_PATTERN_TARGET_ID", message);
  }
  if (cell.accounts.has(id)) return { type, id };
  return faultFor("InvalidInputException", "TARGET_NOT_SUPPORTED", `there is no account \`${id}\``);
}
