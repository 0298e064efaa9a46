// Cloudscape's design tokens under the names that `editor.css` uses: they follow light and dark.

import {
  borderRadiusItem,
  colorBackgroundControlDefault,
  colorBackgroundDropdownItemHover,
  colorBackgroundItemSelected,
  colorBorderInputDefault,
  colorBorderItemFocused,
  colorBorderItemSelected,
  colorTextFormSecondary,
  colorTextStatusWarning,
  fontFamilyMonospace,
} from "@cloudscape-design/design-tokens";
import type { CSSProperties } from "react";

export const editorTokens = {
  "--editor-background": colorBackgroundControlDefault,
  "--editor-border": colorBorderInputDefault,
  "--editor-focus": colorBorderItemFocused,
  "--editor-hover": colorBackgroundDropdownItemHover,
  "--editor-monospace": fontFamilyMonospace,
  "--editor-radius": borderRadiusItem,
  "--editor-secondary": colorTextFormSecondary,
  "--editor-selected": colorBackgroundItemSelected,
  "--editor-selected-border": colorBorderItemSelected,
  "--editor-warning": colorTextStatusWarning,
} as CSSProperties;
