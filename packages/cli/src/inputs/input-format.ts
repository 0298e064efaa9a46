// Which of the formats that we read an input is in. By what it holds, not by what it is called.

import { isTemplate } from "./cloudformation/read-template.js";
import type { InputDocument } from "./input-node.js";
import { InputProblem } from "./input-problem.js";
import type { RecordValue } from "./json-value.js";
import { isLandingZone } from "./landing-zone.js";
import { isOrgFormation } from "./org-formation.js";

export const inputFormats = [
  "snapshot",
  "terraform",
  "cloudformation",
  "landing-zone",
  "org-formation",
] as const;
export type InputFormat = (typeof inputFormats)[number];
/** Those that are read with places. */
export type DocumentFormat = Exclude<InputFormat, "snapshot" | "terraform">;

/** For a person who gave something else. */
export const understood = `understood are:
  snapshot        a snapshot of an organization, as \`withhold snapshot convert\` writes it
  terraform       the output of \`terraform show -json\`, of a plan or a state
  cloudformation  a CloudFormation or SAM template, JSON or YAML
  landing-zone    the configuration folder of the Landing Zone Accelerator on AWS
  org-formation   the \`organization.yml\` of org-formation`;

/** By the outermost members of a JSON document; `undefined` where these do not tell. Throws `InputProblem`. */
export function formatOfJson(file: string, document: RecordValue): "snapshot" | "terraform" | undefined {
  if ("format_version" in document) return "terraform";
  if ("version" in document && "root" in document && "accounts" in document) return "snapshot";
  if ("lineage" in document && "terraform_version" in document)
    throw new InputProblem(
      file,
      "this is a state file of Terraform, whose form is Terraform's own; give the output of `terraform show -json`",
    );
  if ("services" in document)
    throw new InputProblem(
      file,
      "this is a policy, not an organization; give policies with --chain, root first",
    );
  return undefined;
}

/** Throws `InputProblem`. */
export function formatOfDocument({ file, root }: InputDocument): DocumentFormat {
  if (isOrgFormation(root)) return "org-formation";
  if (isTemplate(root)) return "cloudformation";
  if (isLandingZone(root)) return "landing-zone";
  throw new InputProblem(file, `no kind of input that withhold reads; ${understood}`);
}
