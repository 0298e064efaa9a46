// The split panel of the shell, filled by the screen that is shown.

import { createContext, use, useEffect } from "react";
import type { ReactNode } from "react";

export interface SplitPanelContent {
  readonly content: ReactNode;
  readonly onClose: () => void;
}

/** How a screen hands its panel to the shell. */
export const SplitPanelSlot = createContext<(panel: SplitPanelContent | undefined) => void>(() => undefined);

/** `content` is a Cloudscape `<SplitPanel>`. Keep it stable with `useMemo`; undefined closes the panel. */
export function useSplitPanel(panel: SplitPanelContent | undefined): void {
  const fill = use(SplitPanelSlot);
  useEffect(() => {
    fill(panel);
    return () => fill(undefined);
  }, [fill, panel]);
}
