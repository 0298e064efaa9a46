// Unsaved changes: leaving the page for another, or closing it, asks first. Shown only while there are some.

import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useEffect } from "react";
import type { ReactElement, RefObject } from "react";
import { useBlocker } from "react-router";

interface UnsavedGuardProps {
  /** True from when they are saved: leaving asks no more. */
  readonly isSaved: RefObject<boolean>;
}

export function UnsavedGuard({ isSaved }: UnsavedGuardProps): ReactElement | null {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      !isSaved.current && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, []);
  if (blocker.state !== "blocked") return null;
  const onStay = (): void => blocker.reset();
  const onLeave = (): void => blocker.proceed();
  return (
    <Modal
      visible
      header="Leave without saving?"
      onDismiss={onStay}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onStay}>
              Stay on this page
            </Button>
            <Button variant="primary" onClick={onLeave}>
              Leave
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      What you changed on this page is not saved, and leaving it drops your changes.
    </Modal>
  );
}
