// What the answers so far have told: ids by the shapes that they fit, page tokens by the call that they continue.

import { shapeTable } from "@withhold/wire";

const idsPerShapeMax = 48;
const idCharactersMax = 130;

/** Shapes of ids: those whose pattern spells out how a value begins. */
const idShapes = Object.entries(shapeTable).flatMap(([name, shape]) =>
  shape.type === "string" && shape.pattern !== undefined && /^\^\(?(?:[a-z]+-|\\d\{12\})/.test(shape.pattern)
    ? [{ name, whole: new RegExp(`^(?:${shape.pattern})$`, "u") }]
    : [],
);

export interface Continuation {
  readonly operation: string;
  readonly token: string;
}

export class Knowledge {
  readonly #ids = new Map<string, Set<string>>();
  readonly #tokens: Continuation[] = [];
  /** Account ids that are never forgotten: those of the callers. */
  readonly #accounts = new Set<string>();

  /** Takes in the answer to an operation: the ids and the page token in it. */
  learn(operation: string, output: unknown): void {
    if (typeof output === "string") this.#learnId(output);
    else if (Array.isArray(output)) for (const item of output) this.learn(operation, item);
    else if (typeof output === "object" && output !== null) {
      for (const [name, value] of Object.entries(output)) {
        if (name === "NextToken" && typeof value === "string") this.#learnToken(operation, value);
        else this.learn(operation, value);
      }
    }
  }

  keepAccount(id: string): void {
    this.#accounts.add(id);
  }

  /** Known values of a shape, the freshest last. */
  idsOf(shape: string): readonly string[] {
    const kept = shape === "AccountId" ? this.#accounts : [];
    return [...kept, ...(this.#ids.get(shape) ?? [])];
  }

  get tokens(): readonly Continuation[] {
    return this.#tokens;
  }

  #learnId(text: string): void {
    if (text.length > idCharactersMax) return;
    for (const { name, whole } of idShapes) {
      if (!whole.test(text)) continue;
      const known = this.#ids.get(name) ?? new Set();
      this.#ids.set(name, known);
      known.delete(text);
      known.add(text);
      const [oldest] = known;
      if (known.size > idsPerShapeMax && oldest !== undefined) known.delete(oldest);
    }
  }

  #learnToken(operation: string, token: string): void {
    this.#tokens.push({ operation, token });
    if (this.#tokens.length > idsPerShapeMax) this.#tokens.shift();
  }
}
