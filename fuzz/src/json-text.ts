// JSON as text that its makers control: members may repeat, numbers and escapes may be absurd.

/** A piece of text that stands for itself. */
export class Verbatim {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** An object, its members in order. */
export class Members {
  readonly pairs: [string, JsonTree][];

  constructor(pairs: [string, JsonTree][] = []) {
    this.pairs = pairs;
  }

  get(name: string): JsonTree | undefined {
    return this.pairs.find(([member]) => member === name)?.[1];
  }
}

export type JsonTree = string | number | boolean | null | Verbatim | Members | readonly JsonTree[];

export function jsonText(tree: JsonTree): string {
  if (tree instanceof Verbatim) return tree.text;
  if (tree instanceof Members) {
    return `{${tree.pairs.map(([name, value]) => `${JSON.stringify(name)}:${jsonText(value)}`).join(",")}}`;
  }
  if (Array.isArray(tree)) return `[${(tree as readonly JsonTree[]).map(jsonText).join(",")}]`;
  return JSON.stringify(tree);
}
