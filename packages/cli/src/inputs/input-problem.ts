// Why an input cannot be used, with the place in it.

export interface InputPlace {
  readonly line: number;
  readonly column: number;
}

/** Ends the reading of an input. `file` as the user named it; the message says what to do next. */
export class InputProblem extends Error {
  override readonly name = "InputProblem";

  constructor(file: string, message: string, place?: InputPlace) {
    super(
      `\`${file}\`${place === undefined ? "" : `, line ${place.line}, column ${place.column}`}: ${message}`,
    );
  }
}
