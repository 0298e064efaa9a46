// How the JSON editor looks: Cloudscape's design tokens, which follow light and dark.

import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import {
  borderRadiusItem,
  colorBackgroundContainerContent,
  colorBackgroundControlDefault,
  colorBackgroundDropdownItemHover,
  colorBackgroundItemSelected,
  colorBorderDividerDefault,
  colorBorderItemSelected,
  colorTextBodyDefault,
  colorTextBodySecondary,
  colorTextStatusError,
  colorTextStatusInfo,
  colorTextStatusSuccess,
  colorTextStatusWarning,
  fontFamilyMonospace,
} from "@cloudscape-design/design-tokens";
import { tags } from "@lezer/highlight";

const underline = (color: string) => ({
  backgroundImage: "none",
  textDecoration: `underline wavy ${color}`,
  textDecorationSkipInk: "none",
  textUnderlineOffset: "3px",
});

const theme = EditorView.theme({
  "&": {
    color: colorTextBodyDefault,
    backgroundColor: colorBackgroundControlDefault,
    fontSize: "0.8125rem",
  },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    fontFamily: fontFamilyMonospace,
    lineHeight: "1.5",
    minHeight: "18rem",
    maxHeight: "34rem",
  },
  ".cm-content": { caretColor: colorTextBodyDefault, padding: "0.5rem 0" },
  ".cm-gutters": {
    color: colorTextBodySecondary,
    backgroundColor: colorBackgroundControlDefault,
    borderRight: `1px solid ${colorBorderDividerDefault}`,
  },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: colorBackgroundDropdownItemHover },
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: colorBackgroundItemSelected,
    outline: `1px solid ${colorBorderItemSelected}`,
  },
  "&.cm-focused .cm-nonmatchingBracket": {
    backgroundColor: "transparent",
    outline: `1px solid ${colorTextStatusError}`,
  },
  ".cm-tooltip": {
    color: colorTextBodyDefault,
    backgroundColor: colorBackgroundContainerContent,
    border: `1px solid ${colorBorderDividerDefault}`,
    borderRadius: borderRadiusItem,
    overflow: "hidden",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: fontFamilyMonospace, maxHeight: "14rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.25rem 0.5rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    color: colorTextBodyDefault,
    backgroundColor: colorBackgroundItemSelected,
    outline: `1px solid ${colorBorderItemSelected}`,
  },
  ".cm-tooltip.cm-completionInfo": { padding: "0.375rem 0.625rem", maxWidth: "18rem" },
  ".cm-completionIcon": { display: "none" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  ".cm-diagnostic": { padding: "0.375rem 0.625rem", borderInlineStart: "none" },
  ".cm-diagnosticAction": {
    color: colorTextBodyDefault,
    backgroundColor: colorBackgroundDropdownItemHover,
    border: `1px solid ${colorBorderDividerDefault}`,
  },
  ".cm-lintRange-error": underline(colorTextStatusError),
  ".cm-lintRange-warning": underline(colorTextStatusWarning),
  ".cm-lintRange-info": underline(colorTextStatusInfo),
  ".cm-lintRange-active": { backgroundColor: colorBackgroundItemSelected },
});

const highlighting = HighlightStyle.define([
  { tag: tags.propertyName, color: colorTextStatusInfo },
  { tag: tags.string, color: colorTextStatusSuccess },
  { tag: [tags.number, tags.bool, tags.null], color: colorTextStatusWarning },
  { tag: tags.punctuation, color: colorTextBodySecondary },
]);

export const codeTheme: Extension = [theme, syntaxHighlighting(highlighting)];
