// What an AI services opt-out policy may say, beyond the syntax that all types share.
// Source: AWS's syntax page for this type; where it is silent, the choice is the stricter one (docs/policy-language.md).

import { defaultEntry } from "./catalogue.js";
import type { Catalogue } from "./catalogue.js";
import type { Findings } from "./finding.js";
import { describeJson, quote } from "./json.js";
import type { JsonNode } from "./json.js";
import type { Keys } from "./json-path.js";
import { childControl, valueOperators } from "./operators.js";
import { operandOf } from "./policy-node.js";
import type { PolicyNode } from "./policy-node.js";
import { didYouMean, suggest } from "./suggest.js";

export type OptOutChoice = "optOut" | "optIn";

export const servicesKey = "services";
export const settingKey = "opt_out_policy";
export const choices: readonly OptOutChoice[] = ["optOut", "optIn"];

/** Reports every breach of the type's rules; the document is valid when none is an error. */
export function checkAiOptOut(root: PolicyNode, catalogue: Catalogue, findings: Findings): void {
  if (root.childControl !== undefined) {
    const message = `\`${childControl}\` belongs under ${quote(servicesKey)}, a service or ${quote(settingKey)}, not here`;
    findings.error("wrong-operator", [childControl], root.childControl.at, message);
  }
  onlyMember(root, [], servicesKey, findings);
  if (!root.isBroken) requireMember(root, [], servicesKey, findings);
  const services = root.members.get(servicesKey);
  if (services !== undefined) checkServices(services, catalogue, findings);
}

function checkServices(services: PolicyNode, catalogue: Catalogue, findings: Findings): void {
  const keys = [servicesKey];
  if (isNoObject(services, keys, "services", findings)) return;
  checkControl(services, keys, findings);
  if (!refusesValue(services, keys, findings) && !services.isBroken && services.members.size === 0) {
    const message = `no service is named; add ${quote(defaultEntry)} or a service key such as ${quote("rekognition")}`;
    findings.error("sets-nothing", keys, services.at, message);
  }
  for (const [key, entry] of services.members) {
    checkServiceKey(key, entry, catalogue, findings);
    checkEntry(entry, [...keys, key], findings);
  }
}

function checkServiceKey(key: string, entry: PolicyNode, catalogue: Catalogue, findings: Findings): void {
  if (key === defaultEntry) return;
  const service = catalogue.get(key);
  const keys = [servicesKey, key];
  if (service === undefined) {
    findings.error("unknown-service", keys, entry.at, () => {
      const near = didYouMean(key, [defaultEntry, ...catalogue.keys()]);
      const right = near === "" ? "; name a service of the catalogue, or extend it (`--catalogue`)" : near;
      return `unknown service ${quote(key)}${right}`;
    });
  } else if (service.evidence === "unconfirmed") {
    const message = `service key ${quote(key)} (${service.name}) is unconfirmed: no source that we could read lists it; AWS may refuse it`;
    findings.warning("unconfirmed-service", keys, entry.at, message);
  }
}

function checkEntry(entry: PolicyNode, keys: Keys, findings: Findings): void {
  if (isNoObject(entry, keys, quote(settingKey), findings)) return;
  checkControl(entry, keys, findings);
  onlyMember(entry, keys, settingKey, findings);
  if (!refusesValue(entry, keys, findings) && !entry.isBroken)
    requireMember(entry, keys, settingKey, findings);
  const setting = entry.members.get(settingKey);
  if (setting !== undefined) checkSetting(setting, [...keys, settingKey], findings);
}

function checkSetting(setting: PolicyNode, keys: Keys, findings: Findings): void {
  const { instead, assign, append, remove } = setting;
  if (instead !== undefined) {
    findings.error("missing-operator", keys, setting.at, () => missingOperator(instead));
    return;
  }
  checkControl(setting, keys, findings);
  for (const [key, member] of setting.members) {
    findings.error("unknown-key", [...keys, key], member.at, () => {
      const near = didYouMean(key, ["@@assign", childControl]);
      const right = near === "" ? `; only \`@@assign\` and \`${childControl}\` may stand here` : near;
      return `unknown key ${quote(key)}${right}`;
    });
  }
  for (const [name, operator] of [["@@append", append] as const, ["@@remove", remove] as const]) {
    if (operator === undefined) continue;
    const message = `\`${name}\` is not part of this policy type; use \`@@assign\``;
    findings.error("wrong-operator", [...keys, name], operator.at, message);
  }
  if (assign !== undefined) checkChoice(assign.operand, assign.at, [...keys, "@@assign"], findings);
  const says = assign ?? append ?? remove ?? setting.childControl;
  if (says === undefined && setting.members.size === 0 && !setting.isBroken) {
    const message = 'nothing is set here; write `{"@@assign": "optOut"}`';
    findings.error("sets-nothing", keys, setting.at, message);
  }
}

function missingOperator(found: JsonNode): string {
  const near = found.kind === "string" ? suggest(found.value, choices) : undefined;
  const right = `write \`{"@@assign": "${near ?? "optOut"}"}\``;
  const hint = "this is how an effective policy reads, and that form cannot be attached";
  return `found ${describeJson(found)} without an operator; ${near === undefined ? right : `${right} (${hint})`}`;
}

function checkChoice(value: unknown, at: number, keys: Keys, findings: Findings): void {
  if (choices.some((choice) => choice === value)) return;
  findings.error("wrong-value", keys, at, () => {
    const near = typeof value === "string" ? suggest(value, choices) : undefined;
    const right =
      near === undefined ? 'write `"optOut"` or `"optIn"`' : `did you mean \`"${near}"\`? Case counts`;
    return `found ${quote(JSON.stringify(value))}; ${right}`;
  });
}

const controls: ReadonlySet<string> = new Set(["@@assign", "@@none", "@@all"]);

/** `["@@assign"]`, `["@@none"]` and `["@@all"]`: the type has no other operator to allow. */
function checkControl({ childControl: control }: PolicyNode, keys: Keys, findings: Findings): void {
  const foreign = control?.names.find((name) => !controls.has(name));
  if (control === undefined || foreign === undefined) return;
  const right = control.names.includes("@@assign") ? '`["@@assign"]`' : '`["@@assign"]` or `["@@none"]`';
  const message = `\`${foreign}\` is not part of this policy type; write ${right}`;
  findings.error("wrong-operator", [...keys, childControl], control.at, message);
}

/** `wanted` is the only ordinary key. */
function onlyMember(node: PolicyNode, keys: Keys, wanted: string, findings: Findings): void {
  for (const [key, member] of node.members) {
    if (key === wanted) continue;
    findings.error("unknown-key", [...keys, key], member.at, () => {
      const near = didYouMean(key, [wanted]);
      return `unknown key ${quote(key)}${near === "" ? `; only ${quote(wanted)} may stand here` : near}`;
    });
  }
}

/** `wanted` is mandatory. A misspelt one has its finding already. */
function requireMember(node: PolicyNode, keys: Keys, wanted: string, findings: Findings): void {
  if (node.members.has(wanted)) return;
  for (const key of node.members.keys()) if (suggest(key, [wanted]) !== undefined) return;
  findings.error("missing-key", keys, node.at, `key ${quote(wanted)} is missing`);
}

/** Reports anything that stands where an object with `content` belongs. */
function isNoObject(node: PolicyNode, keys: Keys, content: string, findings: Findings): boolean {
  const { instead } = node;
  if (instead === undefined) return false;
  const message = (): string => `found ${describeJson(instead)}; an object with ${content} belongs here`;
  findings.error("wrong-shape", keys, node.at, message);
  return true;
}

/** Reports value operators: they belong under `opt_out_policy` alone. True when there was one. */
function refusesValue(node: PolicyNode, keys: Keys, findings: Findings): boolean {
  let found = false;
  for (const name of valueOperators) {
    const operator = operandOf(node, name);
    if (operator === undefined) continue;
    found = true;
    const message = `\`${name}\` cannot stand here; values are set under ${quote(`${servicesKey}.<service>.${settingKey}`)}`;
    findings.error("wrong-operator", [...keys, name], operator.at, message);
  }
  return found;
}
