// What the flash message says of a policy that was saved, with the way to it.

import type { ReactElement } from "react";
import { ScreenLink } from "../elements/screen-link.js";
import { paths } from "../paths.js";

interface SavedPolicy {
  readonly type: string;
  readonly id: string;
  readonly name: string;
  /** "created", "updated". */
  readonly what: string;
}

export function savedMessage({ type, id, name, what }: SavedPolicy): ReactElement {
  return (
    <>
      Policy <ScreenLink to={paths.policy(type, id)}>{name}</ScreenLink> {what}
    </>
  );
}
