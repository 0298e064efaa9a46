import { describe, expect, test } from "vitest";
import { exportedNames, importsOf, readTracked, sourceFiles, trackedFiles } from "./source-files.js";
import type { SourceFile } from "./source-files.js";

const files = sourceFiles();
const code = files.filter(({ isTest, path }) => !isTest && /^packages\/[^/]+\/src\//.test(path));

/** Every file for which `wrong` says why, so that a failure lists them all. */
function offenders(
  among: readonly SourceFile[],
  wrong: (file: SourceFile) => readonly string[],
): readonly string[] {
  return among.flatMap((file) => wrong(file).map((why) => `${file.path}: ${why}`));
}

test("there is a tree to check", () => {
  expect(code.length).toBeGreaterThan(100);
});

describe("imports", () => {
  /** The arrows of the design: who may import whom. `server` is for the one command that runs it. */
  const arrows: Readonly<Record<string, readonly string[]>> = {
    policy: [],
    iam: [],
    journal: [],
    wire: [],
    organization: ["policy", "iam"],
    identity: ["iam", "organization"],
    server: ["policy", "iam", "journal", "wire", "organization", "identity"],
    console: ["policy"],
    cli: ["policy", "journal", "server"],
  };
  const packageOf = (file: SourceFile): string => file.workspace.slice("packages/".length);

  test("point inward only", () => {
    const wrong = offenders(code, (file) =>
      importsOf(file).filter((specifier) => {
        const [, target] = /^@withhold\/(\w+)/.exec(specifier) ?? [];
        return target !== undefined && arrows[packageOf(file)]?.includes(target) !== true;
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("go through a package's front door", () => {
    const wrong = offenders(files, (file) =>
      importsOf(file).filter(
        (specifier) =>
          /^@withhold\/\w+\//.test(specifier) || /^(?:\.\.\/)+(?:packages|dist)\//.test(specifier),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test("of the server and of the journal wait until a command needs them", () => {
    const heavy = /^import (?!type\b)[^;]*?from "@withhold\/(?:server|journal)"/m;
    const eager = code.filter((file) => packageOf(file) === "cli" && heavy.test(file.text));
    expect(eager.map(({ name }) => name).toSorted()).toEqual(["serve-banner", "verify-journal"]);
    const loaders = code.filter(({ text }) =>
      /^import [^;]*"[./]*(?:serve-banner|verify-journal)\.js"/m.test(text),
    );
    expect(loaders.filter(({ text }) => !/^import type [^;]*verify-journal/m.test(text))).toEqual([]);
  });

  /** What each pure package may take from the platform. */
  const pure: Readonly<Record<string, readonly string[]>> = {
    policy: [],
    iam: [],
    organization: [],
    identity: ["node:crypto"],
    wire: ["node:crypto", "node:buffer"],
  };
  const impure =
    /\bDate\.now\b|\bnew Date\(\)|\bperformance\.|\bMath\.random\b|\bprocess\.|\bfetch\(|\bset(?:Timeout|Interval|Immediate)\(|\bconsole\.|\brandom(?:UUID|Bytes|Int)\b/g;

  test("of pure packages bring in no clock, file system, network, randomness or environment", () => {
    const inside = code.filter((file) => packageOf(file) in pure);
    const wrong = offenders(inside, (file) => [
      ...importsOf(file).filter(
        (name) => name.startsWith("node:") && pure[packageOf(file)]?.includes(name) !== true,
      ),
      ...(file.text.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, "").match(impure) ?? []),
    ]);
    expect(wrong).toEqual([]);
  });

  test("of the AWS SDK are types only outside the clients that we test with", () => {
    const wrong = offenders(
      // The console is one of these clients.
      code.filter((file) => packageOf(file) !== "console"),
      ({ text }) => text.match(/^import (?!type\b)[^;]*"@aws-sdk\/[^"]*"/gm) ?? [],
    );
    expect(wrong).toEqual([]);
  });
});

describe("names", () => {
  test("of files are kebab-case, and none is a drawer for odds and ends", () => {
    const wrong = offenders(files, ({ name }) => [
      ...(/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) ? [] : ["not kebab-case"]),
      ...(/^(?:utils?|helpers?|misc|common|types)$/.test(name) ? ["a drawer"] : []),
    ]);
    expect(wrong).toEqual([]);
  });

  test("of exports share a word with their file's", () => {
    // Lists of numbers, whose names say what each number bounds.
    const lists = new Set(["limits"]);
    const stem = (word: string): string => word.replace(/ies$/, "y").replace(/s$/, "").slice(0, 5);
    const shares = ({ name }: SourceFile, exported: string): boolean =>
      name.split("-").some((word) => exported.toLowerCase().includes(stem(word)));
    const named = code.filter(({ name }) => name !== "index" && name !== "main" && !lists.has(name));
    const wrong = offenders(named, (file) => {
      const exported = exportedNames(file);
      return exported.some((name) => shares(file, name)) ? [] : [exported.join(", ") || "no export"];
    });
    expect(wrong).toEqual([]);
  });

  test("of interfaces carry no prefix, and nothing is exported by wildcard", () => {
    const wrong = offenders(files, ({ text }) => text.match(/^export \*.*|\binterface I[A-Z]\w*/gm) ?? []);
    expect(wrong).toEqual([]);
  });
});

describe("files", () => {
  const lines = ({ text }: SourceFile): number => text.split("\n").length - 1;
  /** Data, which is as long as it is. */
  const data = new Set(["input-shapes", "operation-errors", "scalar-shapes", "iam-shapes"]);

  test("are short: none past 300 lines but data, half under 100", () => {
    const sized = code.filter(({ name }) => !data.has(name));
    expect(offenders(sized, (file) => (lines(file) > 300 ? [`${lines(file)} lines`] : []))).toEqual([]);
    const median = sized.map(lines).toSorted((a, b) => a - b)[Math.floor(sized.length / 2)];
    expect(median).toBeLessThan(100);
  });

  test("of code open with a sentence that says what lives there", () => {
    expect(offenders(code, ({ text }) => (/^\/\/ \S.*/.test(text) ? [] : ["no opening sentence"]))).toEqual(
      [],
    );
  });

  test("leave nothing half done", () => {
    // Bracketed letters, so that this line is not an offender.
    const marks = /(?:T[O]DO|F[I]XME|X[X]X)|@ts-i[g]nore|as [a]ny/g;
    expect(offenders(files, ({ text }) => text.match(marks) ?? [])).toEqual([]);
  });
});

test("relative links in documents lead somewhere", () => {
  const documents = trackedFiles(".md");
  const known = new Set(trackedFiles(""));
  const broken = documents.flatMap((document) => {
    const folder = document.includes("/") ? document.slice(0, document.lastIndexOf("/")) : ".";
    const targets = Array.from(
      readTracked(document).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g),
      ([, to]) => to ?? "",
    );
    return targets
      .map((to) =>
        new URL(to, `file:///${folder === "." ? "" : `${folder}/`}`).pathname.slice(1).replace(/\/$/, ""),
      )
      .filter((path) => !known.has(path) && !Array.from(known).some((file) => file.startsWith(`${path}/`)))
      .map((path) => `${document}: ${path}`);
  });
  expect(broken).toEqual([]);
});
