// What a command found out, before anybody decides how to print it. A command makes one; `present` does the rest.

/** From mild to grave. `error` and `warning` as in the policy language; `info` is worth knowing and asks for nothing. */
export const severities = ["info", "warning", "error"] as const;
export type ReportSeverity = (typeof severities)[number];

/** How a piece of text is meant, which a terminal shows as colour. */
export type Tone = "good" | "doubtful" | "bad" | "quiet" | "strong";

/** Text as it is: formats escape it. */
export type Cell = string | { readonly text: string; readonly tone: Tone };

export interface Column {
  /** For programs: lower case, one word or several joined by `_`. */
  readonly key: string;
  /** For people. */
  readonly title: string;
}

/** Where in a file; `line` and `column` count from 1, `column` in UTF-16 code units. */
export interface Place {
  /** As the user named it, or as it was found below a folder that the user named. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Text of a file to be replaced, as offsets in UTF-16 code units. */
interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Something that a person should act upon. */
export interface ReportFinding {
  /** A stable id, such as `unknown-service`. */
  readonly rule: string;
  readonly severity: ReportSeverity;
  /** Which of `checked` it is about. */
  readonly subject: string;
  /** Lower case, no full stop; user input in backticks. */
  readonly message: string;
  /** Absent where no file has it. */
  readonly place?: Place;
  /** What would mend it, where that is known. */
  readonly fix?: { readonly what: string; readonly replacements: readonly Replacement[] };
}

/** Something that could not be decided. Never clean: it ends the command with 4 where no finding ends it with 3. */
interface Undetermined {
  /** Which of `checked` it is about. */
  readonly subject: string;
  /** What is missing, lower case, no full stop. */
  readonly why: string;
}

/** A rule that findings may name, for formats that list them. */
export interface ReportRule {
  readonly id: string;
  readonly summary: string;
}

export interface Report {
  /** The words that name the command: `lint`, `can-override`. `schema/<command>.schema.json` describes its JSON. */
  readonly command: string;
  /** The table of the formats `table`, `csv` and `markdown`; each row as long as `columns`. */
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** What `table` prints in place of the plain table, where prose or another order serves people better. */
  readonly text?: (paint: Paint) => string;
  /** One line to end the format `table` with. */
  readonly summary?: string;
  /** The document of the format `json`, to which `version` and `command` are added. */
  readonly data: object;
  /** Everything that was looked at, clean or not: files, accounts. */
  readonly checked: readonly string[];
  readonly findings: readonly ReportFinding[];
  readonly undetermined: readonly Undetermined[];
  /** The rules that findings name; needed for `sarif`. */
  readonly rules?: readonly ReportRule[];
}

/** What a person sees, and where: colours, and the width to keep to. */
export interface Paint {
  /** Makes text safe to show, and colours it where the terminal does. */
  cell(cell: Cell): string;
  /** Aligned columns, wrapped to the width of the terminal. */
  table(rows: readonly (readonly Cell[])[]): string;
}
