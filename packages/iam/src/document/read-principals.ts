// Reads `Principal` and `NotPrincipal`.

import type { JsonTree } from "../json/json-tree.js";
import { compilePrincipals, isPrincipalName, principalTypes } from "../matching/principal-list.js";
import type { PrincipalList, PrincipalType } from "../matching/principal-list.js";
import { quoted, under } from "./finding.js";
import { described, readMembers, readTexts } from "./reader.js";
import type { Reader } from "./reader.js";

const examples: Readonly<Record<PrincipalType, string>> = {
  AWS: "an account id, or the ARN of an account (`…:root`), a user, a role or a session, whole and without wildcards",
  Service: "the name of a service, such as `config.amazonaws.com`",
  Federated: "the name or the ARN of an identity provider",
};

export function readPrincipals(
  tree: JsonTree,
  path: string,
  negated: boolean,
  reader: Reader,
): PrincipalList {
  const { findings, rules } = reader;
  const names: string[] = [];
  let everyone = tree.kind === "string" && tree.text === "*";
  if (rules.principal === "everyone") {
    if (!everyone) findings.add(path, tree.at, `${rules.title} is for everyone; write \`"*"\``);
  } else if (tree.kind === "object") {
    everyone = readNames(tree, path, names, reader);
  } else if (!everyone) {
    const message = `found ${described(tree)}; write \`"*"\`, or an object such as \`{"AWS": "123456789012"}\``;
    findings.add(path, tree.at, message);
  }
  if (negated && everyone) findings.add(path, tree.at, "everyone is exempt; name those who are meant to be");
  return compilePrincipals(names, { negated, everyone });
}

/** Adds to `names`; true when everyone is named. */
function readNames(
  tree: JsonTree & { readonly kind: "object" },
  path: string,
  names: string[],
  { findings }: Reader,
): boolean {
  let everyone = false;
  const members = readMembers(tree.members, path, principalTypes, findings);
  if (members.size === 0) findings.add(path, tree.at, "no principal; name at least one");
  for (const type of principalTypes) {
    const member = members.get(type);
    if (member === undefined) continue;
    for (const { text, at, path: itsPath } of readTexts(member.value, under(path, type), findings)) {
      if (type === "AWS" && text === "*") everyone = true;
      else if (isPrincipalName(type, text)) names.push(text);
      else findings.add(itsPath, at, `${quoted(text)} is no \`${type}\` principal; write ${examples[type]}`);
    }
  }
  return everyone;
}
