// Completion scripts for bash, zsh and fish, made from the commands as they are.

import type { CompletionCommand } from "./completion-tree.js";

export const completionShells = ["bash", "zsh", "fish"] as const;
export type CompletionShell = (typeof completionShells)[number];

/** Every script walks the words to learn which command they are about, then offers what fits the last word. */
export const completionScripts = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
} as const satisfies Record<CompletionShell, (tree: readonly CompletionCommand[]) => string>;

function bashScript(tree: readonly CompletionCommand[]): string {
  return `# bash completion for withhold: source <(withhold completion bash)
_withhold() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command="" word words=""
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$command $word" in
${deeperCases(tree)}
    esac
  done
  case "$command $before" in
${valueCases(tree, (values) => `COMPREPLY=($(compgen -W "${values}" -- "$current")); return`)}
  esac
  case "$command" in
${wordCases(tree, (words) => `words="${words}"`)}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [[ $current == -* ]] && return
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$current")
}
complete -o filenames -F _withhold withhold`;
}

function zshScript(tree: readonly CompletionCommand[]): string {
  return `#compdef withhold
# zsh completion for withhold: source <(withhold completion zsh)
_withhold() {
  local before=\${words[CURRENT-1]} command="" word
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$command $word" in
${deeperCases(tree)}
    esac
  done
  case "$command $before" in
${valueCases(tree, (values) => `compadd -- ${values}; return`)}
  esac
  case "$command" in
${wordCases(tree, (words) => `compadd -- ${words}`)}
  esac
  [[ $PREFIX == -* ]] || _files
}
compdef _withhold withhold`;
}

/** What leads from one command to another: `snapshot convert`, after `snapshot`. */
function deeper(tree: readonly CompletionCommand[]): readonly (readonly [words: string, path: string])[] {
  return tree.flatMap(({ path, subcommands }) =>
    subcommands.map(({ name }) => [`${path} ${name}`, `${path} ${name}`.trim()] as const),
  );
}

function deeperCases(tree: readonly CompletionCommand[]): string {
  return deeper(tree)
    .map(([words, path]) => `      "${words}") command="${path}" ;;`)
    .join("\n");
}

function valueCases(tree: readonly CompletionCommand[], offer: (values: string) => string): string {
  return tree
    .flatMap(({ path, options }) =>
      options
        .filter(({ values }) => values.length > 0)
        .map(({ flag, values }) => `    "${path} ${flag}") ${offer(values.join(" "))} ;;`),
    )
    .join("\n");
}

function wordCases(tree: readonly CompletionCommand[], offer: (words: string) => string): string {
  return tree
    .map(({ path, subcommands, choices, options }) => {
      const words = [...subcommands.map(({ name }) => name), ...choices, ...options.map(({ flag }) => flag)];
      return `    "${path}") ${offer(words.join(" "))} ;;`;
    })
    .join("\n");
}

function fishScript(tree: readonly CompletionCommand[]): string {
  return `# fish completion for withhold: withhold completion fish | source
function __withhold_at
  set -l at ''
  for word in (commandline -opc)[2..-1]
    switch "$at $word"
${deeper(tree)
  .map(([words, path]) => `      case ${fishQuoted(words)}\n        set at ${fishQuoted(path)}`)
  .join("\n")}
    end
  end
  test "$at" = "$argv[1]"
end
${tree.flatMap(fishLines).join("\n")}`;
}

function fishLines({ path, subcommands, choices, options }: CompletionCommand): readonly string[] {
  const here = `complete -c withhold -n ${fishQuoted(`__withhold_at '${path}'`)}`;
  return [
    ...subcommands.map(({ name, summary }) => `${here} -a ${name} -d ${fishQuoted(summary)}`),
    ...choices.map((word) => `${here} -a ${word}`),
    ...options.map(({ flag, summary, takesValue, values }) => {
      const words = ` -x -a ${fishQuoted(values.join(" "))}`;
      const value = values.length > 0 ? words : takesValue ? " -r" : "";
      return `${here} -l ${flag.slice(2)}${value} -d ${fishQuoted(summary)}`;
    }),
  ];
}

function fishQuoted(text: string): string {
  return `'${text.replaceAll("\\", String.raw`\\`).replaceAll("'", String.raw`\'`)}'`;
}
