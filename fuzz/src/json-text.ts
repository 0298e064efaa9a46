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

/** Plain data, its members in order. */
export function membersFrom(value: object): Members {
  return new Members(Object.entries(value).map(([name, member]) => [name, treeFrom(member)]));
}

function treeFrom(value: unknown): JsonTree {
  if (Array.isArray(value)) return value.map(treeFrom);
  if (typeof value === "object" && value !== null) return membersFrom(value);
  return value as JsonTree;
}
