// Flash messages: what was done, above every screen until somebody dismisses it.

import Flashbar from "@cloudscape-design/components/flashbar";
import { createContext, use, useMemo, useState } from "react";
import type { ReactElement, ReactNode } from "react";

interface FlashMessage {
  readonly type: "success" | "error" | "info" | "warning";
  readonly header?: ReactNode;
  readonly content: ReactNode;
}

interface Flash {
  readonly show: (message: FlashMessage) => void;
  /** Another screen is shown: what was said on the one before it is over, but for what led here. */
  readonly turnPage: () => void;
  readonly clear: () => void;
}

interface Shown extends FlashMessage {
  readonly id: string;
  readonly isOld?: boolean;
}

const shownMax = 5;
let count = 0;

const Show = createContext<Flash | undefined>(undefined);
const Messages = createContext<{ readonly shown: readonly Shown[]; readonly dismiss: (id: string) => void }>({
  shown: [],
  dismiss: () => undefined,
});

export function FlashProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const flash = useMemo<Flash>(
    () => ({
      show: (message) => {
        count += 1;
        const id = `flash-${count}`;
        setShown((before) => [{ ...message, id }, ...before].slice(0, shownMax));
      },
      turnPage: () =>
        setShown((before) =>
          before.filter(({ isOld }) => isOld !== true).map((one) => ({ ...one, isOld: true })),
        ),
      clear: () => setShown([]),
    }),
    [],
  );
  const messages = useMemo(
    () => ({ shown, dismiss: (id: string) => setShown((before) => before.filter((one) => one.id !== id)) }),
    [shown],
  );
  return (
    <Show value={flash}>
      <Messages value={messages}>{children}</Messages>
    </Show>
  );
}

export function useFlash(): Flash {
  const flash = use(Show);
  if (flash === undefined) throw new Error("no flash messages around this");
  return flash;
}

export function FlashMessages(): ReactElement {
  const { shown, dismiss } = use(Messages);
  return (
    <Flashbar
      stackItems
      items={shown.map(({ id, type, header, content }) => ({
        id,
        type,
        header,
        content,
        dismissible: true,
        dismissLabel: "Dismiss message",
        onDismiss: () => dismiss(id),
      }))}
    />
  );
}
