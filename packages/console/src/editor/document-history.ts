// The document that both tabs edit: its text, and the texts before it.

export interface DocumentHistory {
  readonly text: string;
  /** Oldest first. */
  readonly past: readonly { readonly text: string; readonly what: string }[];
}

const stepsMax = 200;

/** What the undo button calls a run of typing. */
const typing = "changes in the JSON tab";

export function documentOf(text: string): DocumentHistory {
  return { text, past: [] };
}

/** A step that can be undone by itself. `what`: "moving lex to opted out". */
export function changedTo(
  { text: before, past }: DocumentHistory,
  text: string,
  what: string,
): DocumentHistory {
  if (text === before) return { text, past };
  return { text, past: [...past, { text: before, what }].slice(-stepsMax) };
}

/** All that is typed in a row is one step; the JSON editor has finer ones of its own. */
export function typed(document: DocumentHistory, text: string): DocumentHistory {
  return document.past.at(-1)?.what === typing ? { ...document, text } : changedTo(document, text, typing);
}

export function undone({ text, past }: DocumentHistory): DocumentHistory {
  const last = past.at(-1);
  return last === undefined ? { text, past } : { text: last.text, past: past.slice(0, -1) };
}

export function undoWhat({ past }: DocumentHistory): string | undefined {
  return past.at(-1)?.what;
}
