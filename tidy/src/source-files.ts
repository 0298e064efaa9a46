// The tracked source files of the tree, as the tidy rules read them.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface SourceFile {
  /** From the top of the repository, such as `packages/wire/src/partition.ts`. */
  readonly path: string;
  /** The workspace folder: `packages/wire`, `bench`. */
  readonly workspace: string;
  /** Without ending: `partition`. */
  readonly name: string;
  readonly text: string;
  /** Runs in tests only. */
  readonly isTest: boolean;
}

const repositoryRoot = fileURLToPath(new URL("../..", import.meta.url));

/** Files that git tracks or would track, so that what is new counts before its commit. */
export function trackedFiles(...endings: readonly string[]): readonly string[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: repositoryRoot,
    encoding: "utf8",
  });
  const paths = listed.split("\n").filter((path) => endings.some((ending) => path.endsWith(ending)));
  return paths.filter((path) => existsSync(join(repositoryRoot, path)));
}

export function readTracked(path: string): string {
  return readFileSync(join(repositoryRoot, path), "utf8");
}

export function sourceFiles(): readonly SourceFile[] {
  return trackedFiles(".ts", ".tsx").map((path) => {
    const workspace = /^packages\/[^/]+/.exec(path)?.[0] ?? path.split("/")[0] ?? "";
    const base = path.slice(path.lastIndexOf("/") + 1);
    const isTest = /\.(?:test|fixture)\.ts$|-contract\.ts$/.test(base);
    return { path, workspace, name: base.slice(0, base.indexOf(".")), text: readTracked(path), isTest };
  });
}

/** Specifiers of every import, static or dynamic, and of every re-export. */
export function importsOf({ text }: SourceFile): readonly string[] {
  return Array.from(
    text.matchAll(/(?:from|import\(|^import)\s*"([^"]+)"/gm),
    ([, specifier]) => specifier ?? "",
  );
}

export function exportedNames({ text }: SourceFile): readonly string[] {
  const declared = text.matchAll(
    /^export (?:declare )?(?:async )?(?:abstract )?(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm,
  );
  return Array.from(declared, ([, name]) => name ?? "");
}
