// What an AI services opt-out policy may say, beyond the syntax that all types share.
// Source: AWS's syntax page for this type; where it is silent, the choice is the stricter one (docs/policy-language.md).

import { defaultEntry } from "./catalogue.js";
import type { Catalogue } from "./catalogue.js";
import type { Findings } from "./finding.js";
import { quote } from "./json.js";
import { addsMember, allOperators, childControl, noOperators, operatorBit } from "./operators.js";
import type { PolicyNode } from "./policy-node.js";
import { didYouMean, suggest } from "./suggest.js";

export type OptOutChoice = "optOut" | "optIn";

export const servicesKey = "services";
export const settingKey = "opt_out_policy";
export const choices: readonly OptOutChoice[] = ["optOut", "optIn"];

type Keys = readonly string[];

/** Reports every breach of the type's rules; the document is valid when none is an error. */
export function checkAiOptOut(root: PolicyNode, catalogue: Catalogue, findings: Findings): void {
  onlyMember(root, [], servicesKey, findings);
  refuseValue(root, [], findings);
  if (root.childControl !== undefined) {
    const message = `\`${childControl}\` belongs under ${quote(servicesKey)}, a service or ${quote(settingKey)}, not here`;
    findings.error("wrong-operator", [childControl], root.childControl.at, message);
  }
  const services = root.members.get(servicesKey);
  if (services !== undefined) checkServices(services, catalogue, findings);
}

function checkServices(services: PolicyNode, catalogue: Catalogue, findings: Findings): void {
  const keys = [servicesKey];
  refuseValue(services, keys, findings);
  checkControl(services, keys, findings);
  if (services.members.size === 0) {
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
    const near = didYouMean(key, [defaultEntry, ...catalogue.keys()]);
    const right = near === "" ? "; name a service of the catalogue, or extend it (`--catalogue`)" : near;
    findings.error("unknown-service", keys, entry.at, `unknown service ${quote(key)}${right}`);
  } else if (service.evidence === "unconfirmed") {
    const message = `service key ${quote(key)} (${service.name}) is unconfirmed: no source that we could read lists it; AWS may refuse it`;
    findings.warning("unconfirmed-service", keys, entry.at, message);
  }
}

function checkEntry(entry: PolicyNode, keys: Keys, findings: Findings): void {
  refuseValue(entry, keys, findings);
  checkControl(entry, keys, findings);
  onlyMember(entry, keys, settingKey, findings);
  const setting = entry.members.get(settingKey);
  if (setting !== undefined) checkSetting(setting, [...keys, settingKey], findings);
}

function checkSetting(setting: PolicyNode, keys: Keys, findings: Findings): void {
  checkControl(setting, keys, findings);
  for (const [key, member] of setting.members) {
    const message = `unknown key ${quote(key)}; only \`@@assign\` and \`${childControl}\` may stand here`;
    findings.error("unknown-key", [...keys, key], member.at, message);
  }
  for (const [name, operator] of [
    ["@@append", setting.append] as const,
    ["@@remove", setting.remove] as const,
  ]) {
    if (operator === undefined) continue;
    const message = `\`${name}\` is not part of this policy type; use \`@@assign\``;
    findings.error("wrong-operator", [...keys, name], operator.at, message);
  }
  if (setting.assign !== undefined)
    checkChoice(setting.assign.operand, setting.assign.at, [...keys, "@@assign"], findings);
  const says = setting.assign ?? setting.append ?? setting.remove ?? setting.childControl;
  if (says === undefined && setting.members.size === 0) {
    const message = 'nothing is set here; write `{"@@assign": "optOut"}`';
    findings.error("sets-nothing", keys, setting.at, message);
  }
}

function checkChoice(value: unknown, at: number, keys: Keys, findings: Findings): void {
  if (choices.some((choice) => choice === value)) return;
  const near = typeof value === "string" ? suggest(value, choices) : undefined;
  const right = near === undefined ? "write `optOut` or `optIn`" : `did you mean \`${near}\`? Case counts`;
  findings.error("wrong-value", keys, at, `found ${quote(JSON.stringify(value))}; ${right}`);
}

/** `["@@assign"]`, `["@@none"]` and `["@@all"]`: the type has no other operator to allow. */
function checkControl(node: PolicyNode, keys: Keys, findings: Findings): void {
  const control = node.childControl;
  if (control === undefined) return;
  const known = [noOperators, operatorBit["@@assign"], allOperators];
  if (known.includes(control.operand)) return;
  const message =
    (control.operand & addsMember) === addsMember
      ? 'only `@@assign` exists in this policy type; write `["@@assign"]`'
      : '`@@append` and `@@remove` are not part of this policy type; write `["@@assign"]` or `["@@none"]`';
  findings.error("wrong-operator", [...keys, childControl], control.at, message);
}

/** `wanted` is mandatory and the only ordinary key. */
function onlyMember(node: PolicyNode, keys: Keys, wanted: string, findings: Findings): void {
  let misspelt = false;
  for (const [key, member] of node.members) {
    if (key === wanted) continue;
    const near = didYouMean(key, [wanted]);
    misspelt ||= near !== "";
    const right = near === "" ? `; only ${quote(wanted)} may stand here` : near;
    findings.error("unknown-key", [...keys, key], member.at, `unknown key ${quote(key)}${right}`);
  }
  if (!node.members.has(wanted) && !misspelt)
    findings.error("missing-key", keys, node.at, `key ${quote(wanted)} is missing`);
}

/** Value operators belong under `opt_out_policy` alone. */
function refuseValue(node: PolicyNode, keys: Keys, findings: Findings): void {
  const operators = [
    ["@@assign", node.assign] as const,
    ["@@append", node.append] as const,
    ["@@remove", node.remove] as const,
  ];
  for (const [name, operator] of operators) {
    if (operator === undefined) continue;
    const message = `\`${name}\` cannot stand here; values are set under ${quote(`${servicesKey}.<service>.${settingKey}`)}`;
    findings.error("wrong-operator", [...keys, name], operator.at, message);
  }
}
