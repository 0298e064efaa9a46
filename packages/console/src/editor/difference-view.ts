// Two texts as one, with what was removed and what was added. In a shadow root, for the reason that `code-view.ts` gives.

import { json } from "@codemirror/lang-json";
import { unifiedMergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView, lineNumbers } from "@codemirror/view";
import {
  colorBackgroundStatusError,
  colorBackgroundStatusSuccess,
  colorTextStatusError,
  colorTextStatusSuccess,
} from "@cloudscape-design/design-tokens";
import { codeTheme } from "./code-theme.js";

const colours = EditorView.theme({
  ".cm-scroller": { minHeight: "0" },
  ".cm-deletedChunk": { backgroundColor: colorBackgroundStatusError },
  "&.cm-merge-b .cm-changedLine, .cm-inlineChangedLine": { backgroundColor: colorBackgroundStatusSuccess },
  "&.cm-merge-b .cm-changedText": {
    background: "none",
    textDecoration: `underline ${colorTextStatusSuccess}`,
  },
  ".cm-deletedChunk .cm-deletedText": {
    background: "none",
    textDecoration: `line-through ${colorTextStatusError}`,
  },
});

/** Returns what takes it away again. */
export function showDifference(host: HTMLElement, theirs: string, mine: string): () => void {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: mine,
      extensions: [
        lineNumbers(),
        json(),
        unifiedMergeView({ original: theirs, mergeControls: false }),
        EditorState.readOnly.of(true),
        EditorView.editable.of(false),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": "Difference of the two documents", tabindex: "0" }),
        codeTheme,
        colours,
      ],
    }),
  });
  return () => view.destroy();
}
