// The JSON editor itself: CodeMirror in a shadow root, where its styles are adopted sheets, which the page's
// Content-Security-Policy allows; in the document it would make a `<style>` element, which it forbids.

import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, indentUnit } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import type { Diagnostic } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import type { Extension, Transaction } from "@codemirror/state";
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { codeTheme } from "./code-theme.js";
import { schemaCompletion } from "./schema-completion.js";

export interface CodeViewOptions {
  readonly host: HTMLElement;
  readonly text: string;
  readonly label: string;
  readonly schema: object | undefined;
  readonly onType: (text: string) => void;
}

export class CodeView {
  readonly #view: EditorView;
  /** What was typed and told, and has not come back yet, oldest first. */
  readonly #told: string[] = [];
  #isSetting = false;

  constructor({ host, text, label, schema, onType }: CodeViewOptions) {
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    this.#view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: text,
        extensions: [
          whole,
          autocompletion(schema === undefined ? {} : { override: [schemaCompletion(schema)] }),
          EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
          EditorView.updateListener.of(({ docChanged, state }) => {
            if (!docChanged || this.#isSetting) return;
            const typed = state.sliceDoc();
            this.#told.push(typed);
            onType(typed);
          }),
        ],
      }),
    });
  }

  /** The text as it was changed elsewhere: a change like any other, so that undo takes it back. */
  setText(text: string): void {
    // What was typed here comes back, maybe after more was typed: that is not taken back.
    const at = this.#told.indexOf(text);
    const now = this.#view.state.sliceDoc();
    this.#told.splice(0, at < 0 || now === text ? this.#told.length : at + 1);
    if (at >= 0 || now === text) return;
    let from = 0;
    while (from < now.length && now[from] === text[from]) from += 1;
    let left = Math.min(now.length, text.length) - from;
    let same = 0;
    while (same < left && now.at(-1 - same) === text.at(-1 - same)) same += 1;
    left = text.length - same;
    this.#isSetting = true;
    this.#view.dispatch({ changes: { from, to: now.length - same, insert: text.slice(from, left) } });
    this.#isSetting = false;
  }

  setDiagnostics(diagnostics: readonly Diagnostic[]): void {
    const { length } = this.#view.state.doc;
    const inside = diagnostics.filter(({ to }) => to <= length);
    this.#view.dispatch(setDiagnostics(this.#view.state, inside));
  }

  goTo(at: number): void {
    const anchor = Math.min(at, this.#view.state.doc.length);
    this.#view.dispatch({
      selection: { anchor },
      effects: EditorView.scrollIntoView(anchor, { y: "center" }),
    });
    this.#view.focus();
  }

  /** After it was hidden and is shown again. */
  measure(): void {
    this.#view.requestMeasure();
  }

  destroy(): void {
    this.#view.destroy();
  }
}

/**
 * What is typed over a selection. The browser would keep the look of what it replaces in an inline style, which the
 * page's Content-Security-Policy forbids.
 */
const typedOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { data, inputType, isComposing } = event;
    const { from, to, empty } = view.state.selection.main;
    if (inputType !== "insertText" || data === null || empty || isComposing) return false;
    event.preventDefault();
    const insert = (): Transaction =>
      view.state.update(view.state.replaceSelection(data), { userEvent: "input.type", scrollIntoView: true });
    const isTaken = view.state
      .facet(EditorView.inputHandler)
      .some((handler) => handler(view, from, to, data, insert));
    if (!isTaken) view.dispatch(insert());
    return true;
  },
});

/** Tab is not bound: it leaves the editor, as everywhere on the page. */
const whole: Extension = [
  lineNumbers(),
  lintGutter(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  history(),
  bracketMatching(),
  typedOver,
  closeBrackets(),
  json(),
  indentUnit.of("  "),
  // Carriage returns are characters like others: nothing of the text is changed that nobody typed.
  EditorState.lineSeparator.of("\n"),
  EditorView.lineWrapping,
  keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap]),
  codeTheme,
];
