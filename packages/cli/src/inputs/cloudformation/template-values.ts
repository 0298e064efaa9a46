// Values of a CloudFormation template, with the intrinsic functions that the template itself can answer.

import { itemsOf, memberOf, membersOf, textOf } from "../input-node.js";
import type { InputNode } from "../input-node.js";
import { resolved, unresolved } from "../resolution.js";
import type { Resolution } from "../resolution.js";
import { rootPlaceholder } from "../snapshot-draft.js";

/** A whole value, such as the content of a policy. */
type ValueResolution =
  | { readonly known: true; readonly value: unknown }
  | Extract<Resolution, { readonly known: false }>;

/** Functions of functions: more than CloudFormation takes, and an end to those that hold themselves. */
const depthMax = 32;

/** Which attribute of which type is the id by which the snapshot knows a resource. */
const idAttributes: Readonly<Record<string, string>> = {
  "AWS::Organizations::Account": "AccountId",
  "AWS::Organizations::OrganizationalUnit": "Id",
  "AWS::Organizations::Policy": "Id",
};

export class TemplateValues {
  readonly #root: InputNode;
  readonly #parameters: ReadonlyMap<string, string>;
  readonly #idPrefix: string;

  /**
   * `parameters`: those that are known to be given at deployment. `idPrefix` keeps the resources of several templates
   * apart.
   */
  constructor(root: InputNode, parameters: ReadonlyMap<string, string>, idPrefix: string) {
    this.#root = root;
    this.#parameters = parameters;
    this.#idPrefix = idPrefix;
  }

  /** How the snapshot names a resource of the template. */
  id(name: string): string {
    return this.#idPrefix + name;
  }

  text(node: InputNode | undefined, depth = 0): Resolution {
    if (node === undefined) return unresolved("the template leaves it out");
    if (depth > depthMax) return unresolved("its functions nest too deep");
    const literal = textOf(node);
    if (literal !== undefined) return resolved(literal);
    const call = functionOf(node);
    if (call === undefined) return unresolved("the template holds something other than text there");
    const [name, operand] = call;
    switch (name) {
      case "Ref":
        return this.#reference(textOf(operand) ?? "");
      case "Fn::GetAtt":
        return this.#attribute(textOf(operand) ?? itemsOf(operand).map(textOf).join("."));
      case "Fn::Sub":
        return this.#substituted(operand, depth + 1);
      case "Fn::Join":
        return this.#joined(operand, depth + 1);
      case "Fn::FindInMap":
        return this.#mapped(operand, depth + 1);
      case "Fn::ToJsonString": {
        const result = this.value(operand, depth + 1);
        return result.known ? resolved(JSON.stringify(result.value)) : result;
      }
      default:
        return unresolved(`\`${name}\` is worked out when the stack is deployed`);
    }
  }

  /** Each item by itself; one that is unresolved where the list as a whole is. */
  texts(node: InputNode | undefined): readonly Resolution[] {
    if (node === undefined) return [];
    if (node.kind === "list")
      return node.items.filter((item) => !isNoValue(item)).map((item) => this.text(item));
    const whole = this.text(node);
    // A parameter of type `CommaDelimitedList`.
    return whole.known ? whole.value.split(",").map((item) => resolved(item.trim())) : [whole];
  }

  value(node: InputNode, depth = 0): ValueResolution {
    if (depth > depthMax * 4) return unresolved("it nests too deep");
    if (functionOf(node) !== undefined) return this.text(node, depth + 1);
    if (node.kind === "scalar") return { known: true, value: node.value };
    const entries: [string, unknown][] = [];
    const parts: readonly (readonly [string, InputNode])[] =
      node.kind === "list" ? node.items.map((item) => ["", item] as const) : Array.from(node.members);
    for (const [key, part] of parts) {
      const result = this.value(part, depth + 1);
      if (!result.known) return result;
      entries.push([key, result.value]);
    }
    return {
      known: true,
      value: node.kind === "list" ? entries.map(([, item]) => item) : Object.fromEntries(entries),
    };
  }

  #reference(name: string): Resolution {
    const given = this.#parameters.get(name);
    if (given !== undefined) return resolved(given);
    if (membersOf(memberOf(this.#root, "Parameters")).has(name))
      return unresolved(
        `parameter \`${name}\` is given at deployment; say its value with --parameter ${name}=VALUE`,
      );
    if (name.startsWith("AWS::")) return unresolved(`\`${name}\` is known at deployment`);
    const type = this.#type(name);
    if (type === undefined)
      return unresolved(`the template has neither a parameter nor a resource \`${name}\``);
    return idAttributes[type] === undefined
      ? unresolved(`\`${name}\` gets its id at deployment`)
      : resolved(this.id(name));
  }

  #attribute(path: string): Resolution {
    const dot = path.indexOf(".");
    const [name, attribute] = [path.slice(0, dot), path.slice(dot + 1)];
    const type = this.#type(name);
    if (type !== undefined && idAttributes[type] === attribute) return resolved(this.id(name));
    if (type === "AWS::Organizations::Organization" && attribute === "RootId")
      return resolved(rootPlaceholder);
    if (type === "AWS::Organizations::Organization" && attribute === "ManagementAccountId")
      return resolved(this.id(path));
    return unresolved(`\`${path}\` is known at deployment`);
  }

  #type(name: string): string | undefined {
    return textOf(memberOf(this.#root, "Resources", name, "Type"));
  }

  #substituted(operand: InputNode, depth: number): Resolution {
    const [pattern, names] = operand.kind === "list" ? operand.items : [operand];
    const text = textOf(pattern);
    if (text === undefined) return unresolved("`Fn::Sub` holds no text");
    let result = "";
    let at = 0;
    for (const match of text.matchAll(/\$\{(!?)([^}]*)\}/g)) {
      const [whole, literal, name = ""] = match;
      result += text.slice(at, match.index);
      at = match.index + whole.length;
      if (literal === "!") {
        result += `\${${name}}`;
        continue;
      }
      const own = memberOf(names, name);
      const reference = name.includes(".") ? this.#attribute(name) : this.#reference(name);
      const part = own === undefined ? reference : this.text(own, depth);
      if (!part.known) return part;
      result += part.value;
    }
    return resolved(result + text.slice(at));
  }

  #joined(operand: InputNode, depth: number): Resolution {
    const [delimiter, list] = itemsOf(operand);
    if (list?.kind !== "list") return unresolved("`Fn::Join` joins what is known at deployment");
    const parts: string[] = [];
    for (const item of list.items) {
      const part = this.text(item, depth);
      if (!part.known) return part;
      parts.push(part.value);
    }
    return resolved(parts.join(textOf(delimiter) ?? ""));
  }

  #mapped(operand: InputNode, depth: number): Resolution {
    let at = memberOf(this.#root, "Mappings");
    for (const key of itemsOf(operand).slice(0, 3)) {
      const part = this.text(key, depth);
      if (!part.known) return part;
      at = memberOf(at, part.value);
    }
    const found = textOf(at);
    return found === undefined
      ? unresolved("`Fn::FindInMap` finds nothing in the template")
      : resolved(found);
  }
}

/** `["Ref", …]`, `["Fn::Sub", …]`: a map of one such key. */
export function functionOf(node: InputNode): readonly [string, InputNode] | undefined {
  if (node.kind !== "map" || node.members.size !== 1) return undefined;
  const [entry] = node.members;
  return entry !== undefined && (entry[0] === "Ref" || entry[0].startsWith("Fn::")) ? entry : undefined;
}

function isNoValue(node: InputNode): boolean {
  const call = functionOf(node);
  return call?.[0] === "Ref" && textOf(call[1]) === "AWS::NoValue";
}
