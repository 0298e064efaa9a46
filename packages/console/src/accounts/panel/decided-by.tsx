// Who decided for a service: the policy, where it is attached, and the way to the whole chain.

import type { Explanation } from "@withhold/policy";
import type { ReactElement } from "react";
import { ScreenLink } from "../../elements/screen-link.js";
import { aiOptOutType, paths } from "../../paths.js";
import { levelText } from "../level-text.js";
import { serviceLabel, serviceWord } from "../service-words.js";
import { AddressLink } from "../address-link.js";

export function DecidedBy({ explanation }: { readonly explanation: Explanation }): ReactElement {
  const { decidedBy, service } = explanation;
  const chain = (
    <AddressLink
      words={{ tab: "chain", service: serviceWord(service) }}
      ariaLabel={`Why, for ${serviceLabel(service)}`}
    >
      Why
    </AddressLink>
  );
  if (decidedBy === undefined) {
    return (
      <>
        {decidedByText(explanation)} · {chain}
      </>
    );
  }
  const { place, entry } = decidedBy;
  return (
    <>
      <ScreenLink to={paths.policy(aiOptOutType, place.policyId)}>{place.policyName}</ScreenLink>{" "}
      {`at ${levelText(place.level)}${entry === "default" ? ", by default" : ""}`} · {chain}
    </>
  );
}

export function decidedByText({ decidedBy, choice }: Explanation): string {
  if (decidedBy === undefined) {
    return choice === "undetermined" ? "Something that could not be read" : "Nobody";
  }
  const { place, entry } = decidedBy;
  return `${place.policyName} at ${levelText(place.level)}${entry === "default" ? ", by default" : ""}`;
}
