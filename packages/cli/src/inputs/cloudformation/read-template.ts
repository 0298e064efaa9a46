// Reads the organization that a CloudFormation or SAM template describes.

import { positionAt } from "@withhold/policy";
import type { OrganizationSnapshot, PolicyOrigin } from "@withhold/policy";
import { memberOf, membersOf, problemAt, textOf } from "../input-node.js";
import type { InputDocument, InputNode } from "../input-node.js";
import { resolved, unresolved } from "../resolution.js";
import type { Resolution } from "../resolution.js";
import { SnapshotDraft, rootPlaceholder } from "../snapshot-draft.js";
import { TemplateValues, functionOf } from "./template-values.js";

interface Reading {
  readonly document: InputDocument;
  readonly values: TemplateValues;
  readonly draft: SnapshotDraft;
}

interface Resource {
  readonly id: string;
  readonly properties: InputNode | undefined;
  /** Why it may not exist: the condition that decides. */
  readonly doubt: string | undefined;
}

type Reader = (resource: Resource, reading: Reading) => void;

const readers: ReadonlyMap<string, Reader> = new Map([
  ["AWS::Organizations::Organization", readOrganization],
  ["AWS::Organizations::OrganizationalUnit", readUnit],
  ["AWS::Organizations::Account", readAccount],
  ["AWS::Organizations::Policy", readPolicy],
]);

/** Transforms that neither make nor change resources of AWS Organizations. */
const harmlessTransforms: ReadonlySet<string> = new Set([
  "AWS::Serverless-2016-10-31",
  "AWS::LanguageExtensions",
]);
const nestedStacks: ReadonlySet<string> = new Set([
  "AWS::CloudFormation::Stack",
  "AWS::Serverless::Application",
]);

/** `parameters`: those that are known to be given at deployment. Throws `InputProblem`. */
export function readTemplate(
  document: InputDocument,
  parameters: ReadonlyMap<string, string>,
  readAt: string,
): OrganizationSnapshot {
  const draft = new SnapshotDraft(document.file);
  if (addTemplate(document, parameters, draft) === 0)
    throw problemAt(document, document.root, "this template holds no resource of AWS Organizations");
  // CloudFormation creates resources side by side: which of two policies is attached first is open.
  return draft.finish(readAt, "unknown");
}

/** Adds what the template holds; how many resources of AWS Organizations that was. `idPrefix` as for `TemplateValues`. */
export function addTemplate(
  document: InputDocument,
  parameters: ReadonlyMap<string, string>,
  draft: SnapshotDraft,
  idPrefix = "",
): number {
  const reading = { document, draft, values: new TemplateValues(document.root, parameters, idPrefix) };
  let count = 0;
  for (const [name, node] of membersOf(memberOf(document.root, "Resources"))) {
    const id = reading.values.id(name);
    const type = textOf(memberOf(node, "Type")) ?? "";
    const read = readers.get(type);
    if (read !== undefined) {
      count += 1;
      read({ id, properties: memberOf(node, "Properties"), doubt: doubtOf(id, node) }, reading);
    } else if (nestedStacks.has(type)) {
      draft.unread({ what: `what nested stack \`${id}\` holds`, why: "its template is another file" });
    } else if (name.startsWith("Fn::")) {
      draft.unread({ what: `what \`${id}\` makes`, why: "it is worked out when the stack is deployed" });
    }
  }
  readTransforms(document.root, draft);
  return count;
}

function readTransforms(root: InputNode, draft: SnapshotDraft): void {
  const transform = memberOf(root, "Transform");
  for (const node of transform?.kind === "list" ? transform.items : [transform]) {
    if (node === undefined) continue;
    const name = textOf(node) ?? textOf(memberOf(node, "Name")) ?? "";
    if (!harmlessTransforms.has(name))
      draft.unread({
        what: `what transform \`${name}\` makes of the template`,
        why: "it runs at deployment",
      });
  }
}

function doubtOf(id: string, node: InputNode): string | undefined {
  const condition = textOf(memberOf(node, "Condition"));
  return condition === undefined
    ? undefined
    : `condition \`${condition}\` decides at deployment whether \`${id}\` exists`;
}

function readOrganization({ id }: Resource, { draft }: Reading): void {
  const managementAccountId = `${id}.ManagementAccountId`;
  draft.organization({ managementAccountId });
  // AWS puts the account that creates an organization below its root.
  draft.account(managementAccountId, "management account", resolved(rootPlaceholder));
}

function readUnit({ id, properties, doubt }: Resource, { draft, values }: Reading): void {
  const name = values.text(memberOf(properties, "Name"));
  draft.unit(id, name.known ? name.value : id, placed(doubt, values.text(memberOf(properties, "ParentId"))));
}

function placed(doubt: string | undefined, parent: Resolution): Resolution {
  return doubt === undefined ? parent : unresolved(doubt);
}

function readAccount({ id, properties, doubt }: Resource, { draft, values }: Reading): void {
  const name = values.text(memberOf(properties, "AccountName"));
  // One at most; without one AWS puts the account below the root.
  const [parent = resolved(rootPlaceholder)] = values.texts(memberOf(properties, "ParentIds"));
  draft.account(id, name.known ? name.value : id, placed(doubt, parent));
}

function readPolicy({ id, properties, doubt }: Resource, { document, draft, values }: Reading): void {
  const name = values.text(memberOf(properties, "Name"));
  const type = values.text(memberOf(properties, "Type"));
  const node = memberOf(properties, "Content");
  const { content, origin } = contentOf(node, document, values);
  draft.policy({ id, name: name.known ? name.value : id, type, content, origin });
  for (const target of values.texts(memberOf(properties, "TargetIds")))
    draft.attach(resolved(id), target, doubt);
}

function contentOf(
  node: InputNode | undefined,
  { file, text }: InputDocument,
  values: TemplateValues,
): { readonly content: Resolution; readonly origin: PolicyOrigin | undefined } {
  if (node === undefined) return { content: unresolved("the template leaves it out"), origin: undefined };
  const result = values.value(node);
  if (!result.known) return { content: result, origin: { file } };
  // Where the very text stands in the file, reports can point into it.
  const literal = text.slice(node.start, node.end);
  if (functionOf(node) === undefined && isSameJson(literal, result.value))
    return { content: resolved(literal), origin: { file, ...positionAt(text, node.start) } };
  const content = typeof result.value === "string" ? result.value : JSON.stringify(result.value);
  return { content: resolved(content), origin: { file } };
}

function isSameJson(text: string, value: unknown): boolean {
  if (typeof value !== "object") return false;
  try {
    return JSON.stringify(JSON.parse(text)) === JSON.stringify(value);
  } catch {
    return false;
  }
}

/** Whether a document looks like a template: by its resources, or by its version. */
export function isTemplate(root: InputNode): boolean {
  const resources = Array.from(membersOf(memberOf(root, "Resources")).values());
  const isTyped = resources.some((node) => textOf(memberOf(node, "Type")) !== undefined);
  return isTyped || textOf(memberOf(root, "AWSTemplateFormatVersion")) === "2010-09-09";
}
