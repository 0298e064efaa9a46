// The colours of the heat map: Cloudscape's, which know light from dark, handed to the style sheet as its variables.

import * as tokens from "@cloudscape-design/design-tokens";
import type { CSSProperties } from "react";

export const heatMapColours = {
  "--heat-ground": tokens.colorBackgroundContainerContent,
  "--heat-shade": tokens.colorBackgroundCellShaded,
  "--heat-line": tokens.colorBorderDividerDefault,
  "--heat-text": tokens.colorTextBodyDefault,
  "--heat-quiet": tokens.colorTextBodySecondary,
  "--heat-focus": tokens.colorBorderItemFocused,
  "--heat-hover": tokens.colorBackgroundDropdownItemHover,
  "--heat-out": tokens.colorBackgroundNotificationGreen,
  "--heat-in": tokens.colorBackgroundNotificationRed,
  "--heat-undecided": tokens.colorBackgroundNotificationYellow,
  "--heat-unknown": tokens.colorBackgroundNotificationGrey,
  "--heat-on-strong": tokens.colorTextNotificationDefault,
  "--heat-on-yellow": tokens.colorTextNotificationYellow,
  "--heat-font": tokens.fontFamilyBase,
} as CSSProperties;
