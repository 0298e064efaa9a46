// The resources of `terraform show -json`, of a plan or a state, module by module.
// Source: Terraform's JSON output format 1.x, as written by Terraform 1.11.4.

import { listValue, recordValue, textValue } from "../json-value.js";
import type { RecordValue } from "../json-value.js";

/** What tells instances of one resource or module apart: a key of `for_each`, a number of `count`. */
export type InstanceKey = string | number | undefined;

/** A module as it was called: its name in the parent, and which instance. */
export interface ModuleStep {
  readonly name: string;
  readonly key: InstanceKey;
}

export interface TerraformInstance {
  /** Such as `module.opt_out.aws_organizations_policy.this["root"]`. */
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly key: InstanceKey;
  readonly isData: boolean;
  /** From the root module down. */
  readonly module: readonly ModuleStep[];
  /** What is not known before apply is absent. */
  readonly values: RecordValue;
}

/** Planned values of a plan, with the data sources that were read for it; values of a state. */
export function terraformInstances(document: RecordValue): readonly TerraformInstance[] {
  const isPlan = "planned_values" in document;
  if (!isPlan) return instancesOf(recordValue(document["values"])["root_module"]);
  const planned = instancesOf(recordValue(document["planned_values"])["root_module"]);
  const prior = recordValue(recordValue(document["prior_state"])["values"])["root_module"];
  return [...planned, ...instancesOf(prior).filter(({ isData }) => isData)];
}

/** Not by recursion: modules nest as deep as a file says. */
function instancesOf(root: unknown): readonly TerraformInstance[] {
  const found: TerraformInstance[] = [];
  const waiting: { readonly module: RecordValue; readonly path: readonly ModuleStep[] }[] = [
    { module: recordValue(root), path: [] },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { module, path } = next;
    for (const resource of listValue(module["resources"]))
      found.push(...instanceOf(recordValue(resource), path));
    for (const child of listValue(module["child_modules"])) {
      const record = recordValue(child);
      waiting.push({ module: record, path: [...path, stepOf(textValue(record["address"]) ?? "")] });
    }
  }
  return found;
}

function instanceOf(resource: RecordValue, module: readonly ModuleStep[]): readonly TerraformInstance[] {
  const address = textValue(resource["address"]);
  const type = textValue(resource["type"]);
  const name = textValue(resource["name"]);
  if (address === undefined || type === undefined || name === undefined) return [];
  const { index } = resource;
  const key = typeof index === "string" || typeof index === "number" ? index : undefined;
  const values = recordValue(resource["values"]);
  return [{ address, type, name, key, isData: resource["mode"] === "data", module, values }];
}

const lastStep = /(?:^|\.)module\.([^.[\]]+)(?:\[(?:"((?:[^"\\]|\\.)*)"|(\d+))\])?$/;

/** The last step of `module.a["x"].module.b[0]`. */
function stepOf(address: string): ModuleStep {
  const [, name = "", text, number] = lastStep.exec(address) ?? [];
  return { name, key: number === undefined ? text : Number(number) };
}

/** Whether two paths lead to the same instance of a module. */
export function isSameModule(a: readonly ModuleStep[], b: readonly ModuleStep[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ name, key }, index) => b[index]?.name === name && b[index].key === key)
  );
}
