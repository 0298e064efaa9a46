// The catalogue of AI services: which keys a policy may name, and how sure each one is.

import { describeJson, parseJson, quote } from "./json.js";
import type { JsonNode } from "./json.js";
import { positionAt } from "./position.js";

/**
 * How we know a key. `documented`: AWS's documentation lists it. `unconfirmed`: it has been seen named, but in no
 * source that we could read; AWS may refuse it. `extension`: added by the operator of this installation.
 */
type Evidence = "documented" | "unconfirmed" | "extension";

export interface AiService {
  /** As it stands under `services` in a policy. */
  readonly key: string;
  readonly name: string;
  readonly evidence: Evidence;
}

/** Keys in the order of listing. `default` is part of the language, not a service, and is never in here. */
export type Catalogue = ReadonlyMap<string, AiService>;

/** The entry that stands for every service without one of its own, now and in future. */
export const defaultEntry = "default";

function documented(key: string, name: string): AiService {
  return { key, name, evidence: "documented" };
}

function unconfirmed(key: string, name: string): AiService {
  return { key, name, evidence: "unconfirmed" };
}

/** AWS's services. Source: the syntax page of AWS's guide, its 2023 text and the readable start of its newer one. */
export const awsAiServices: readonly AiService[] = [
  documented("aidevops", "AWS DevOps Agent"),
  documented("aiops", "CloudWatch investigations (AI operations)"),
  documented("awssupplychain", "AWS Supply Chain"),
  documented("chimesdkvoiceanalytics", "Amazon Chime SDK voice analytics"),
  documented("cloudwatch", "Amazon CloudWatch"),
  documented("codeguruprofiler", "Amazon CodeGuru Profiler"),
  documented("codewhisperer", "Amazon CodeWhisperer (Amazon Q Developer)"),
  documented("comprehend", "Amazon Comprehend"),
  documented("connectamd", "Amazon Connect answering machine detection"),
  documented("connectoptimization", "Amazon Connect optimization"),
  documented("contactlens", "Contact Lens for Amazon Connect"),
  unconfirmed("datazone", "Amazon DataZone"),
  unconfirmed("dms", "AWS Database Migration Service"),
  unconfirmed("entityresolution", "AWS Entity Resolution"),
  documented("frauddetector", "Amazon Fraud Detector"),
  unconfirmed("glue", "AWS Glue"),
  documented("guardduty", "Amazon GuardDuty"),
  documented("lex", "Amazon Lex"),
  documented("polly", "Amazon Polly"),
  unconfirmed("q", "Amazon Q"),
  unconfirmed("quicksightq", "Amazon QuickSight Q"),
  documented("rekognition", "Amazon Rekognition"),
  unconfirmed("securitylake", "Amazon Security Lake"),
  documented("textract", "Amazon Textract"),
  documented("transcribe", "Amazon Transcribe"),
  unconfirmed("transform", "AWS Transform"),
  documented("translate", "Amazon Translate"),
];

export const awsCatalogue: Catalogue = new Map(awsAiServices.map((service) => [service.key, service]));

export type CatalogueResult =
  | { readonly ok: true; readonly catalogue: Catalogue }
  | { readonly ok: false; readonly message: string };

/** How the key of every service reads that we know of. */
export const serviceKeyForm = /^[a-z][a-z0-9-]{0,62}$/;

/**
 * AWS's catalogue together with the services of a file such as
 * `{"services": {"acme-summaries": "Acme Summaries"}}`: key to display name.
 */
export function extendCatalogue(text: string): CatalogueResult {
  const json = parseJson(text);
  if (!json.ok) return refuse(text, json.at, json.message);
  const services = json.root.kind === "object" ? json.root.members : undefined;
  const [only, ...others] = services ?? [];
  if (only?.key !== "services" || others.length > 0 || only.value.kind !== "object") {
    return refuse(
      text,
      json.root.at,
      `found ${describeJson(json.root)}; expected one object under the single key \`services\``,
    );
  }
  const catalogue = new Map(awsCatalogue);
  for (const { key, at, value } of only.value.members) {
    const problem = entryProblem(catalogue, key, value);
    if (problem !== undefined) return refuse(text, at, problem);
    if (value.kind === "string") catalogue.set(key, { key, name: value.value, evidence: "extension" });
  }
  return { ok: true, catalogue };
}

function entryProblem(catalogue: Catalogue, key: string, value: JsonNode): string | undefined {
  if (key === defaultEntry || catalogue.has(key))
    return `service ${quote(key)} is already known; leave it out`;
  if (!serviceKeyForm.test(key)) {
    return `service key ${quote(key)}: use 1 to 63 lower-case letters, digits and hyphens, beginning with a letter`;
  }
  if (value.kind !== "string" || value.value.length === 0 || value.value.length > 128) {
    return `service ${quote(key)}: found ${describeJson(value)}; expected a display name of 1 to 128 characters`;
  }
  return undefined;
}

function refuse(text: string, at: number, message: string): CatalogueResult {
  const { line, column } = positionAt(text, at);
  return { ok: false, message: `line ${line}, column ${column}: ${message}` };
}
