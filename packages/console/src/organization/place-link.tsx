// A place in a policy: the policy as a link, where it is attached, and the line.

import type { Place } from "@withhold/policy";
import type { ReactElement } from "react";
import { ScreenLink } from "../elements/screen-link.js";
import { aiOptOutType, paths } from "../paths.js";
import { levelText } from "../accounts/level-text.js";

/** `Base at the root, line 3`, the policy as a link. */
function PlaceLink({ place }: { readonly place: Place }): ReactElement {
  return (
    <>
      <ScreenLink to={paths.policy(aiOptOutType, place.policyId)}>{place.policyName}</ScreenLink>
      {` at ${levelText(place.level)}, line ${place.position.line}`}
    </>
  );
}

/** Several as a list in a sentence. */
export function PlaceLinks({ places }: { readonly places: readonly Place[] }): ReactElement[] {
  return places.map((place, index) => (
    <span key={`${place.policyId} ${place.level.id} ${place.path}`}>
      {index > 0 && " and "}
      <PlaceLink place={place} />
    </span>
  ));
}
