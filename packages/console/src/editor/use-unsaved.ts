// Unsaved changes: leaving the page for another, or closing it, asks first.

import { useEffect, useRef } from "react";
import { useBlocker } from "react-router";

interface Unsaved {
  /** Where somebody wants to leave: the question is to be asked. */
  readonly question: { readonly leave: () => void; readonly stay: () => void } | undefined;
  /** What is on the page is saved: leaving asks no more. */
  readonly saved: () => void;
}

export function useUnsaved(isChanged: boolean): Unsaved {
  const isSaved = useRef(false);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isChanged && !isSaved.current && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!isChanged) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [isChanged]);
  return {
    question:
      blocker.state === "blocked"
        ? { leave: () => blocker.proceed(), stay: () => blocker.reset() }
        : undefined,
    saved: () => {
      isSaved.current = true;
    },
  };
}
