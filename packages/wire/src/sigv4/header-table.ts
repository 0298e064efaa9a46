// The headers of a request by lower-case name, with every repetition kept.

import { headerLayout } from "./header-layout.js";
import type { HeaderLayout } from "./header-layout.js";

export class HeaderTable {
  readonly #rawHeaders: readonly string[];
  readonly #layout: HeaderLayout;

  /** Of Node's flat `rawHeaders`. */
  constructor(rawHeaders: readonly string[]) {
    this.#rawHeaders = rawHeaders;
    this.#layout = headerLayout(rawHeaders);
  }

  /** Names that begin with `x-amz-`, each once. */
  get amazonNames(): readonly string[] {
    return this.#layout.amazonNames;
  }

  has(name: string): boolean {
    return this.#layout.places(name).length > 0;
  }

  isRepeated(name: string): boolean {
    return this.#layout.repeats && this.#layout.places(name).length > 1;
  }

  /** In the order received. */
  values(name: string): readonly string[] {
    return this.#layout.places(name).map((place) => this.#rawHeaders[place] ?? "");
  }

  /** The first value of a header, without the blanks around it; `undefined` where it is absent. */
  value(name: string): string | undefined {
    const [place] = this.#layout.places(name);
    return place === undefined ? undefined : this.#rawHeaders[place]?.trim();
  }
}
