// Why an input cannot be used, with the place in it.

export interface InputPlace {
  readonly line: number;
  readonly column: number;
}

/** Ends the reading of an input. `file` as the user named it; the message says what to do next. */
export class InputProblem extends Error {
  override readonly name: string = "InputProblem";
  readonly #parts: readonly [file: string, message: string, place: InputPlace | undefined];

  constructor(file: string, message: string, place?: InputPlace) {
    super(
      `\`${file}\`${place === undefined ? "" : `, line ${place.line}, column ${place.column}`}: ${message}`,
    );
    this.#parts = [file, message, place];
  }

  /** The same problem with a hint of what would do. */
  hinted(hint: string): InputProblem {
    const [file, message, place] = this.#parts;
    return new InputProblem(file, `${message}; ${hint}`, place);
  }
}

/** Not a document of its kind at all, and so perhaps none that was meant. */
export class SyntaxProblem extends InputProblem {
  override readonly name = "SyntaxProblem";
}
