// The text of a policy that another screen proposes: it comes with the way to the editor, not in its address.

import { useLocation } from "react-router";

export interface Proposal {
  readonly proposedText: string;
}

/** Undefined where nothing is proposed. */
export function useProposedText(): string | undefined {
  const state: unknown = useLocation().state;
  if (typeof state !== "object" || state === null || !("proposedText" in state)) return undefined;
  return typeof state.proposedText === "string" ? state.proposedText : undefined;
}
