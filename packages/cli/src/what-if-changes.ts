// The changes of `withhold what-if`, as they stand on the command line.

import { InvalidArgumentError } from "commander";
import type { Command } from "commander";
import { aiOptOutType } from "@withhold/policy";
import type { Change, SnapshotPolicy } from "@withhold/policy";
import { CommandError, exitCode } from "./exit-code.js";
import type { OpenedInput } from "./inputs/input-options.js";
import { readPolicyText } from "./read-policy-file.js";
import type { Terminal } from "./terminal.js";

type ChangeKind = "edit" | "create" | "attach" | "detach" | "move" | "disable-type";

/** One option, as it was given. */
export interface ChangeWord {
  readonly kind: ChangeKind;
  readonly subject: string;
  /** Behind the first `=`; empty where the option takes none. */
  readonly object: string;
}

/** Fills `words` in the order of the command line, which parsers of separate options would lose. */
export function addChangeOptions(command: Command, words: ChangeWord[]): Command {
  const pair = (kind: ChangeKind) => (text: string) => {
    const equals = text.indexOf("=");
    if (equals < 1 || equals === text.length - 1)
      throw new InvalidArgumentError("expected two words with = between");
    words.push({ kind, subject: text.slice(0, equals), object: text.slice(equals + 1) });
  };
  return command
    .option("--edit <policy=file>", "give a policy the content of a file, repeatable", pair("edit"))
    .option("--create <name=file>", "make a policy, which --attach can name, repeatable", pair("create"))
    .option(
      "--attach <policy=target>",
      "attach a policy to the root, an OU or an account, repeatable",
      pair("attach"),
    )
    .option("--detach <policy=target>", "detach a policy, repeatable", pair("detach"))
    .option(
      "--move <account=parent>",
      "move an account, or an OU with all below it, repeatable",
      pair("move"),
    )
    .option(
      "--disable-type <type>",
      "disable a policy type, which detaches all its policies for good",
      (text) => {
        words.push({ kind: "disable-type", subject: text, object: "" });
      },
    );
}

/** Throws `CommandError` where a word names nothing, or more than one thing. */
export async function readChanges(
  words: readonly ChangeWord[],
  { names, evaluation }: OpenedInput,
  terminal: Terminal,
): Promise<readonly Change[]> {
  const policies = [...evaluation.snapshot.policies];
  const changes: Change[] = [];
  for (const { kind, subject, object } of words) {
    switch (kind) {
      case "edit":
        changes.push({
          kind: "policy-updated",
          policyId: policyId(subject, policies),
          content: await readPolicyText(object, terminal),
        });
        break;
      case "create": {
        const policy = {
          id: subject,
          name: subject,
          type: aiOptOutType,
          content: await readPolicyText(object, terminal),
        };
        policies.push(policy);
        changes.push({ kind: "policy-created", policy });
        break;
      }
      case "attach":
      case "detach": {
        const targetId = names.one(object, ["root", "unit", "account"]).id;
        const past = kind === "attach" ? "policy-attached" : "policy-detached";
        changes.push({ kind: past, policyId: policyId(subject, policies), targetId });
        break;
      }
      case "move": {
        const node = names.one(subject, ["unit", "account"]);
        const parentId = names.one(object, ["root", "unit"]).id;
        changes.push(
          node.kind === "unit"
            ? { kind: "unit-moved", unitId: node.id, parentId }
            : { kind: "account-moved", accountId: node.id, parentId },
        );
        break;
      }
      case "disable-type":
        changes.push({ kind: "type-disabled", policyType: subject });
        break;
    }
  }
  return changes;
}

/** By its id, or by a name that only one policy has. */
function policyId(word: string, policies: readonly SnapshotPolicy[]): string {
  if (policies.some(({ id }) => id === word)) return word;
  const named = policies.filter(({ name }) => name === word);
  const [first, ...others] = named;
  if (first !== undefined && others.length === 0) return first.id;
  const message =
    first === undefined
      ? `no policy \`${word}\`; there are\n${listed(policies.filter(({ type }) => type === aiOptOutType))}`
      : `\`${word}\` is ambiguous; say which by its id:\n${listed(named)}`;
  throw new CommandError(exitCode.usage, message);
}

function listed(policies: readonly SnapshotPolicy[]): string {
  return policies.map(({ id, name }) => `  ${id}  ${name}`).join("\n");
}
