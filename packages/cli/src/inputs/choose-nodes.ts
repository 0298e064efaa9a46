// Which accounts or OUs a person means: by id, by name, or by path from the root.

import type { OrganizationSnapshot } from "@withhold/policy";
import { CommandError, exitCode } from "../exit-code.js";

/** What a word may name. */
export type NodeKind = "root" | "unit" | "account";

export interface NamedNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: string;
  /** From the root: `Root/Production/Payments`. */
  readonly path: string;
}

/** Candidates that one message lists. */
const listedMax = 10;
const rootName = "Root";

/** Finds what words name in one snapshot. */
export class NodeNames {
  readonly nodes: readonly NamedNode[];
  readonly #byWord = new Map<string, Set<NamedNode>>();
  readonly #children = new Map<string, string[]>();
  readonly #byId = new Map<string, NamedNode>();

  constructor({ root, units, accounts }: OrganizationSnapshot) {
    const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
    const names = new Map(units.map(({ id, name }) => [id, name]));
    // Bounded: a snapshot's tree was checked when it was read.
    const pathOf = (id: string): string => {
      const parent = parents.get(id);
      return parent === undefined ? rootName : `${pathOf(parent)}/${names.get(id) ?? id}`;
    };
    const node =
      (kind: NodeKind) =>
      ({ id, name, parentId }: OrganizationSnapshot["accounts"][number]): NamedNode => {
        const siblings = this.#children.get(parentId);
        if (siblings === undefined) this.#children.set(parentId, [id]);
        else siblings.push(id);
        return { id, kind, name, path: `${pathOf(parentId)}/${name}` };
      };
    this.nodes = [
      { id: root.id, kind: "root", name: rootName, path: rootName },
      ...units.map(node("unit")),
      ...accounts.map(node("account")),
    ];
    for (const named of this.nodes) {
      this.#byId.set(named.id, named);
      for (const word of [named.id, named.name, named.path]) this.#add(word, named);
    }
  }

  get accounts(): readonly NamedNode[] {
    return this.nodes.filter(({ kind }) => kind === "account");
  }

  /** One of these kinds. Throws `CommandError` where there is none, or several. */
  one(word: string, kinds: readonly NodeKind[]): NamedNode {
    const [found, ...others] = this.#found(word, kinds);
    if (found === undefined) throw this.#unknown(word, kinds);
    if (others.length === 0) return found;
    const candidates = listed([found, ...others].map(({ id, path }) => `  ${id}  ${path}`));
    throw new CommandError(
      exitCode.usage,
      `\`${word}\` is ambiguous; say which by its id or path:\n${candidates}`,
    );
  }

  /** Accounts that the words name, each once; an OU or the root stands for all accounts below it. */
  accountsOf(words: readonly string[]): readonly NamedNode[] {
    const chosen = new Set<NamedNode>();
    for (const word of words) {
      const named = this.one(word, ["root", "unit", "account"]);
      const below = this.#below(named);
      if (below.length === 0) throw new CommandError(exitCode.usage, `there is no account below \`${word}\``);
      for (const account of below) chosen.add(account);
    }
    return Array.from(chosen);
  }

  #below(node: NamedNode): readonly NamedNode[] {
    if (node.kind === "account") return [node];
    return (this.#children.get(node.id) ?? []).flatMap((id) => {
      const child = this.#byId.get(id);
      return child === undefined ? [] : this.#below(child);
    });
  }

  /** An id is unique; a name or path may not be. */
  #found(word: string, kinds: readonly NodeKind[]): readonly NamedNode[] {
    const found = Array.from(this.#byWord.get(word) ?? []).filter(({ kind }) => kinds.includes(kind));
    const exact = found.filter(({ id }) => id === word);
    return exact.length > 0 ? exact : found;
  }

  #add(word: string, node: NamedNode): void {
    const nodes = this.#byWord.get(word);
    if (nodes === undefined) this.#byWord.set(word, new Set([node]));
    else nodes.add(node);
  }

  #unknown(word: string, kinds: readonly NodeKind[]): CommandError {
    const among = this.nodes.filter(({ kind }) => kinds.includes(kind));
    const near = among.filter(({ name, path }) =>
      [name, path].some((text) => text.toLowerCase().includes(word.toLowerCase())),
    );
    const what = kinds.length === 1 ? "account" : kinds.includes("account") ? "account or OU" : "OU";
    const candidates = near.length > 0 ? near : among;
    const hint = near.length > 0 ? "did you mean" : "there are";
    const lines = listed(candidates.map(({ id, path }) => `  ${id}  ${path}`));
    return new CommandError(exitCode.usage, `no ${what} \`${word}\`; ${hint}\n${lines}`);
  }
}

function listed(lines: readonly string[]): string {
  const shown = lines.slice(0, listedMax);
  const more = lines.length - shown.length;
  return [...shown, ...(more > 0 ? [`  and ${more} more`] : [])].join("\n");
}
