// Reads one statement.

import type { JsonMember, JsonTree } from "../json/json-tree.js";
import { compileActions, isAction } from "../matching/action-list.js";
import type { ActionList } from "../matching/action-list.js";
import { resourceArnProblem } from "../matching/arn-pattern.js";
import { compileResources } from "../matching/resource-list.js";
import type { ResourceList } from "../matching/resource-list.js";
import { readTemplate } from "../matching/template.js";
import type { PrincipalList } from "../matching/principal-list.js";
import type { Effect, Statement } from "../policy.js";
import { caseHint, quoted, under } from "./finding.js";
import { readConditions } from "./read-condition.js";
import { readPrincipals } from "./read-principals.js";
import { described, readMembers, readTexts } from "./reader.js";
import type { Located, Reader } from "./reader.js";

const elements = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
] as const;
type Element = (typeof elements)[number];

/** Where a statement stands, with its members. */
interface Place {
  readonly members: ReadonlyMap<string, JsonMember>;
  readonly at: number;
  readonly path: string;
}

/** Undefined where something is missing without which there is no statement; that is reported then. */
export function readStatement(
  tree: JsonTree,
  index: number,
  path: string,
  reader: Reader,
): Statement | undefined {
  const { findings } = reader;
  if (tree.kind !== "object") {
    findings.add(path, tree.at, `found ${described(tree)}; a statement is an object`);
    return undefined;
  }
  const place = { members: readMembers(tree.members, path, elements, findings), at: tree.at, path };
  const sid = readSid(place, reader);
  const effect = readEffect(place, reader);
  const principals = readPrincipal(place, effect, reader);
  const actions = readActions(place, reader);
  const resources = readResources(place, reader);
  const condition = place.members.get("Condition");
  const conditions = condition ? readConditions(condition.value, under(path, "Condition"), reader) : [];
  if (effect === undefined || actions === undefined) return undefined;
  return { policy: reader.name, sid, index, effect, principals, actions, resources, conditions };
}

function readSid({ members, path }: Place, { findings, rules }: Reader): string {
  const value = members.get("Sid")?.value;
  if (value === undefined) return "";
  // IAM and SCPs take letters and digits only; a delegation policy is a resource policy, which may take more.
  if (value.kind === "string" && (rules.notPrincipal || /^[A-Za-z0-9]*$/.test(value.text))) return value.text;
  findings.add(under(path, "Sid"), value.at, `found ${described(value)}; a \`Sid\` is of letters and digits`);
  return "";
}

function readEffect({ members, at, path }: Place, { findings, rules }: Reader): Effect | undefined {
  const value = members.get("Effect")?.value;
  if (value === undefined) {
    findings.add(path, at, "no `Effect`; write `Allow` or `Deny`");
    return undefined;
  }
  const effect = value.kind === "string" ? value.text : "";
  const itsPath = under(path, "Effect");
  if (effect !== "Allow" && effect !== "Deny") {
    const hint = caseHint(effect, ["Allow", "Deny"], "; write `Allow` or `Deny`");
    findings.add(itsPath, value.at, `found ${described(value)}${hint}`);
    return undefined;
  }
  if (rules.effects.includes(effect)) return effect;
  findings.add(itsPath, value.at, `${rules.title} only denies; write \`Deny\``);
  return undefined;
}

function readPrincipal(place: Place, effect: Effect | undefined, reader: Reader): PrincipalList | undefined {
  const { findings, rules } = reader;
  const { members, at, path } = place;
  const negative = members.get("NotPrincipal");
  if (rules.principal === "absent") {
    for (const name of ["Principal", "NotPrincipal"]) {
      const found = members.get(name);
      if (found)
        findings.add(
          under(path, name),
          found.at,
          `${rules.title} is for whoever it is attached to; drop this`,
        );
    }
    return undefined;
  }
  if (negative !== undefined && !rules.notPrincipal) {
    findings.add(
      under(path, "NotPrincipal"),
      negative.at,
      `${rules.title} takes no \`NotPrincipal\`; use a condition on \`aws:PrincipalArn\``,
    );
    return undefined;
  }
  if (negative !== undefined && effect === "Allow") {
    findings.add(
      under(path, "NotPrincipal"),
      negative.at,
      "`NotPrincipal` goes with `Deny` only: it would allow everyone else",
    );
  }
  const [name, member] = oneOf(place, "Principal", "NotPrincipal", reader) ?? [];
  if (member === undefined || name === undefined) {
    if (negative === undefined)
      findings.add(path, at, `no \`Principal\`; ${rules.title} says for whom it is`);
    return undefined;
  }
  return readPrincipals(member.value, under(path, name), name === "NotPrincipal", reader);
}

function readActions(place: Place, reader: Reader): ActionList | undefined {
  const { findings, rules } = reader;
  const [name, member] = oneOf(place, "Action", "NotAction", reader) ?? [];
  if (member === undefined || name === undefined) {
    findings.add(place.path, place.at, "no `Action`; name what is allowed or denied");
    return undefined;
  }
  const path = under(place.path, name);
  if (name === "NotAction" && !rules.notAction) {
    findings.add(path, member.at, `${rules.title} takes no \`NotAction\`; name the actions`);
  }
  const actions = readTexts(member.value, path, findings);
  for (const action of actions) checkAction(action, reader);
  return compileActions(
    actions.map(({ text }) => text),
    name === "NotAction",
  );
}

function checkAction({ text, at, path }: Located, { findings, rules }: Reader): void {
  if (!isAction(text)) {
    const message = `${quoted(text)} is no action; write the service and the name, such as \`organizations:List*\``;
    findings.add(path, at, message);
  } else if (rules.service !== undefined && !text.toLowerCase().startsWith(`${rules.service}:`)) {
    findings.add(
      path,
      at,
      `${quoted(text)} is no action for ${rules.title}; only those of \`${rules.service}\` are`,
    );
  }
}

function readResources(place: Place, reader: Reader): ResourceList | undefined {
  const { findings, rules, variables } = reader;
  const [name, member] = oneOf(place, "Resource", "NotResource", reader) ?? [];
  if (!rules.resource) {
    if (member === undefined || name === undefined) return undefined;
    findings.add(
      under(place.path, name),
      member.at,
      `${rules.title} is about what it is attached to; drop this`,
    );
    return undefined;
  }
  if (member === undefined || name === undefined) {
    findings.add(place.path, place.at, 'no `Resource`; write `"*"`, or the ARNs that are meant');
    return undefined;
  }
  const templates = readTexts(member.value, under(place.path, name), findings).flatMap(
    ({ text, at, path }) => {
      const problem = text === "*" ? undefined : resourceArnProblem(text);
      if (problem !== undefined) findings.add(path, at, `${quoted(text)}: ${problem}`);
      const template = readTemplate(text, variables);
      if (template !== undefined) return [template];
      findings.add(
        path,
        at,
        `${quoted(text)} holds a \`\${\` that begins no variable; write \`\${$}\` for a dollar sign`,
      );
      return [];
    },
  );
  return compileResources(templates, name === "NotResource");
}

/** The one of two that stands there. Reports when both do. */
function oneOf(
  { members, path }: Place,
  positive: Element,
  negative: Element,
  { findings }: Reader,
): readonly [Element, JsonMember] | undefined {
  const first = members.get(positive);
  const second = members.get(negative);
  if (first && second) {
    findings.add(
      under(path, negative),
      second.at,
      `\`${positive}\` and \`${negative}\` stand together; keep one`,
    );
  }
  if (first) return [positive, first];
  return second && [negative, second];
}
