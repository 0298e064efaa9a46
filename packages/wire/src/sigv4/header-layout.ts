// Where each header of a request stands, as far as the names alone tell: clients send the same names again and again.

/**
 * CloudFront adds this header to every request after the client signed it. All other `x-amz-…` headers must be signed;
 * this one is left out, so that it need not be and nobody can take it for signed.
 */
const addedByCloudFront = "x-amz-cf-id";

export class HeaderLayout {
  /** As received, in upper case and lower. */
  readonly #received: readonly string[];
  readonly #places = new Map<string, number[]>();
  /** Lower-case names that begin with `x-amz-`, each once. */
  readonly amazonNames: readonly string[];
  /** Whether a name comes twice. */
  readonly repeats: boolean;

  /** Of Node's flat `rawHeaders`; a name without a value at the end is dropped. */
  constructor(rawHeaders: readonly string[]) {
    this.#received = rawHeaders.filter((_, index) => index % 2 === 0 && index + 1 < rawHeaders.length);
    for (const [index, received] of this.#received.entries()) {
      const name = received.toLowerCase();
      if (name === addedByCloudFront) continue;
      const places = this.#places.get(name);
      if (places === undefined) this.#places.set(name, [index * 2 + 1]);
      else places.push(index * 2 + 1);
    }
    const places = [...this.#places];
    this.amazonNames = places.flatMap(([name]) => (name.startsWith("x-amz-") ? [name] : []));
    this.repeats = places.some(([, { length }]) => length > 1);
  }

  /** Whether these headers have exactly these names. */
  fits(rawHeaders: readonly string[]): boolean {
    const received = this.#received;
    if (rawHeaders.length >> 1 !== received.length) return false;
    for (let index = 0; index < received.length; index += 1) {
      if (rawHeaders[index * 2] !== received[index]) return false;
    }
    return true;
  }

  /** Indexes of the values of a header in `rawHeaders`, in order; none where it is absent. `name` in lower case. */
  places(name: string): readonly number[] {
    return this.#places.get(name) ?? nowhere;
  }
}

const nowhere: readonly number[] = [];

/** The latest first. To compare with one costs a twentieth of making one. */
const latest: HeaderLayout[] = [];
const latestMax = 16;

/** The layout of these headers, an earlier one where the names are the same. */
export function headerLayout(rawHeaders: readonly string[]): HeaderLayout {
  for (const known of latest) if (known.fits(rawHeaders)) return known;
  const layout = new HeaderLayout(rawHeaders);
  latest.unshift(layout);
  if (latest.length > latestMax) latest.pop();
  return layout;
}
