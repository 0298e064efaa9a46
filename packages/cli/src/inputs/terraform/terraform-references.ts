// What a value refers to that is known only after apply: a plan tells which resources an expression names.

import { listValue, recordValue, textValue } from "../json-value.js";
import type { RecordValue } from "../json-value.js";
import { resolved, unresolved } from "../resolution.js";
import type { Resolution } from "../resolution.js";
import { rootPlaceholder } from "../snapshot-draft.js";
import { isSameModule } from "./terraform-instances.js";
import type { InstanceKey, ModuleStep, TerraformInstance } from "./terraform-instances.js";

/** What the expression can stand for. `hidden` says why there may be more. */
interface Candidates {
  readonly ids: ReadonlySet<string>;
  readonly hidden?: string;
}

/** Where an expression stands: in which instance of a module, and what `each` means there. */
interface Scope {
  readonly module: readonly ModuleStep[];
  readonly forEach: unknown;
}

/** References of references: more than any configuration, and an end to those that lead in a circle. */
const depthMax = 32;
const none: Candidates = { ids: new Set() };

/** The id by which a snapshot names an instance: its own, or its address until it has one. */
export function instanceId({ address, values }: TerraformInstance): string {
  return textValue(values["id"]) ?? address;
}

export class TerraformReferences {
  readonly #instances: readonly TerraformInstance[];
  readonly #configuration: RecordValue;

  constructor(instances: readonly TerraformInstance[], document: RecordValue) {
    this.#instances = instances;
    this.#configuration = recordValue(recordValue(document["configuration"])["root_module"]);
  }

  /** `undefined` where the configuration leaves the attribute to the provider. */
  attribute(instance: TerraformInstance, name: string): Resolution | undefined {
    const value = textValue(instance.values[name]);
    if (value !== undefined) return resolved(value);
    const resource = this.#resource(instance);
    const expression = recordValue(resource["expressions"])[name];
    if (expression === undefined) return undefined;
    const scope = { module: instance.module, forEach: resource["for_each_expression"] };
    const { ids, hidden } = this.#candidates(expression, scope, 0);
    const what = `\`${name}\` of ${instance.address} is known after apply`;
    if (hidden !== undefined) return unresolved(`${what}, and ${hidden}`);
    const [id, ...others] = ids;
    if (id === undefined) return unresolved(what);
    if (others.length === 0) return resolved(id);
    return unresolved(`${what}: it is one of ${[id, ...others].join(", ")}`);
  }

  /** The resource in the configuration; empty for states, which have none. */
  #resource({ module, type, name, isData }: TerraformInstance): RecordValue {
    const address = `${isData ? "data." : ""}${type}.${name}`;
    const resources = listValue(this.#module(module)["resources"]).map(recordValue);
    return resources.find((resource) => resource["address"] === address) ?? {};
  }

  #module(path: readonly ModuleStep[]): RecordValue {
    return path.reduce(
      (module, step) => recordValue(this.#call(module, step)["module"]),
      this.#configuration,
    );
  }

  #call(module: RecordValue, { name }: ModuleStep): RecordValue {
    return recordValue(recordValue(module["module_calls"])[name]);
  }

  #candidates(expression: unknown, scope: Scope, depth: number): Candidates {
    if (depth > depthMax) return { ...none, hidden: "its references lead too far" };
    const references = listValue(recordValue(expression)["references"]).filter(
      (name) => typeof name === "string",
    );
    return union(heads(references).map((head) => this.#reference(traversal(head), head, scope, depth + 1)));
  }

  #reference(steps: readonly Step[], text: string, scope: Scope, depth: number): Candidates {
    const [first, second] = steps;
    const name = typeof second === "string" ? second : "";
    switch (typeof first === "string" ? first : "") {
      // Known when the plan was made; none of them can be what is unknown.
      case "count":
      case "path":
      case "terraform":
        return none;
      case "each":
        return name === "key" ? none : this.#candidates(scope.forEach, scope, depth);
      case "var":
        return this.#variable(name, scope, depth);
      case "local":
        return {
          ...none,
          hidden: `goes through \`${text}\`, and plans do not show what a local value holds`,
        };
      case "module":
        return this.#output(name, steps.slice(2), text, { scope, depth });
      case "data":
        return this.#attributes(steps.slice(1), text, scope, { isData: true, depth });
      default:
        return this.#attributes(steps, text, scope, { isData: false, depth });
    }
  }

  #variable(name: string, { module }: Scope, depth: number): Candidates {
    const step = module.at(-1);
    // Those of the root module are given before planning.
    if (step === undefined) return none;
    const parent = module.slice(0, -1);
    const call = this.#call(this.#module(parent), step);
    const expression = recordValue(call["expressions"])[name];
    return this.#candidates(expression, { module: parent, forEach: call["for_each_expression"] }, depth);
  }

  #output(
    name: string,
    steps: readonly Step[],
    text: string,
    { scope: { module }, depth }: { readonly scope: Scope; readonly depth: number },
  ): Candidates {
    const { key, rest } = keyed(steps);
    const [output] = rest;
    if (typeof output !== "string") return { ...none, hidden: `depends on the whole of \`${text}\`` };
    const children = this.#children(module, name).filter((step) => key === undefined || step.key === key);
    return union(
      children.map((step) => {
        const path = [...module, step];
        const declared = recordValue(recordValue(this.#module(path)["outputs"])[output]);
        return this.#candidates(declared["expression"], { module: path, forEach: undefined }, depth);
      }),
    );
  }

  #children(module: readonly ModuleStep[], name: string): readonly ModuleStep[] {
    const steps = new Map<InstanceKey, ModuleStep>();
    for (const instance of this.#instances) {
      const step = instance.module[module.length];
      if (step?.name === name && isSameModule(instance.module.slice(0, module.length), module))
        steps.set(step.key, step);
    }
    return Array.from(steps.values());
  }

  #attributes(
    [type, name, ...steps]: readonly Step[],
    text: string,
    { module }: Scope,
    { isData, depth }: { readonly isData: boolean; readonly depth: number },
  ): Candidates {
    const { key, rest } = keyed(steps);
    const attribute = typeof rest[0] === "string" ? rest[0] : undefined;
    if (type === "aws_organizations_organization" && attribute === "roots")
      return { ids: new Set([rootPlaceholder]) };
    const instances = this.#instances.filter(
      (instance) =>
        instance.type === type &&
        instance.name === name &&
        instance.isData === isData &&
        (key === undefined || instance.key === key) &&
        isSameModule(instance.module, module),
    );
    if (instances.length === 0)
      return { ...none, hidden: `depends on \`${text}\`, which the plan does not hold` };
    return union(instances.map((instance) => this.#instance(instance, attribute, text, depth)));
  }

  #instance(
    instance: TerraformInstance,
    attribute: string | undefined,
    text: string,
    depth: number,
  ): Candidates {
    if (depth > depthMax) return { ...none, hidden: "its references lead too far" };
    const isOurs = instance.type.startsWith("aws_organizations_") && !instance.isData;
    const isItself = isOurs && instance.type !== "aws_organizations_organization";
    if (isItself && (attribute === "id" || attribute === undefined))
      return { ids: new Set([instanceId(instance)]) };
    if (instance.type === "aws_organizations_organization" && attribute === "master_account_id")
      return { ids: new Set([textValue(instance.values[attribute]) ?? `${instance.address}.${attribute}`]) };
    if (attribute !== undefined && instance.values[attribute] !== undefined) return none;
    const resource = this.#resource(instance);
    const expression = attribute === undefined ? undefined : recordValue(resource["expressions"])[attribute];
    if (!isOurs || expression === undefined) return { ...none, hidden: `depends on \`${text}\`` };
    return this.#candidates(
      expression,
      { module: instance.module, forEach: resource["for_each_expression"] },
      depth + 1,
    );
  }
}

function union(parts: readonly Candidates[]): Candidates {
  const ids = new Set(parts.flatMap((part) => Array.from(part.ids)));
  const hidden = parts.find((part) => part.hidden !== undefined)?.hidden;
  return hidden === undefined ? { ids } : { ids, hidden };
}

/** Terraform lists `a.b["c"].id`, then what leads to it: `a.b["c"]`, `a.b`. The first of each such row. */
function heads(references: readonly string[]): readonly string[] {
  return references.filter((reference, index) => {
    const before = references[index - 1];
    return (
      before === undefined || !(before.startsWith(`${reference}.`) || before.startsWith(`${reference}[`))
    );
  });
}

/** An attribute by its name; an index as a key. */
type Step = string | { readonly key: string | number };

const step = /([^.[\]"]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g;

/** `a.b["c"].id` as its steps. */
function traversal(reference: string): readonly Step[] {
  return Array.from(reference.matchAll(step), ([, name, number, text]): Step => {
    if (name !== undefined) return name;
    return { key: number === undefined ? String(JSON.parse(text ?? '""')) : Number(number) };
  });
}

function keyed(steps: readonly Step[]): { readonly key: InstanceKey; readonly rest: readonly Step[] } {
  const [first, ...rest] = steps;
  return typeof first === "object" ? { key: first.key, rest } : { key: undefined, rest: steps };
}
