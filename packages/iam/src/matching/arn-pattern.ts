// ARNs: how patterns of them are compared, part by part, and how they are written.

import type { Pattern } from "./match.js";
import { likePattern } from "./pattern.js";
import { valueOf } from "./template.js";
import type { Template, Variable } from "./template.js";

const partCount = 6;

/** Compares each of the six parts on its own: no wildcard and no variable reaches over a colon. */
export function arnPattern(template: Template): Pattern | undefined {
  const head = headOf(template);
  if (head === undefined) return undefined;
  const like = likePattern(template, "arn");
  if (head.length === 0) return (value, context) => value.startsWith("arn:") && like(value, context);
  return (value, context) =>
    value.startsWith("arn:") &&
    !head.some((variable) => valueOf(variable, context)?.includes(":") === true) &&
    like(value, context);
}

/** The variables that stand in the first five parts; undefined where the sixth never begins. */
function headOf(template: Template): readonly Variable[] | undefined {
  let colons = 0;
  const variables: Variable[] = [];
  for (const part of template) {
    if (part.kind === "text") colons += part.text.split(":").length - 1;
    if (colons >= partCount - 1) return variables;
    if (part.kind === "variable") variables.push(part);
  }
  return undefined;
}

const partition = /^(?:aws(?:-[a-z]+)*|(?=.*[*?])[a-z*?-]+)$/;
const service = /^[a-z0-9-]+$/;
const region = /^[a-z0-9*?-]*$/;
const account = /^(?:|\d{12}|aws|(?=.*[*?])[\d*?]+)$/;

/** What is wrong with a `Resource` that is not `*`; undefined when nothing is. */
export function resourceArnProblem(text: string): string | undefined {
  const parts = text.split(":");
  const [arn, ofPartition = "", ofService = "", ofRegion = "", ofAccount = ""] = parts;
  if (arn !== "arn")
    return 'a resource is `"*"` or an ARN, such as `arn:aws:organizations::123456789012:policy/*`';
  if (!partition.test(ofPartition)) return "the partition is the second part of an ARN, such as `aws`";
  if (!service.test(ofService))
    return "the service is the third part of an ARN, in lower case and without wildcards";
  if (!region.test(ofRegion)) return "the region is the fourth part of an ARN; no variable stands there";
  if (!account.test(ofAccount))
    return "the account is the fifth part of an ARN: 12 digits, wildcards or nothing";
  if (parts.length < partCount) {
    return parts.length > 3 && text.endsWith("*")
      ? undefined
      : "an ARN has six parts with colons between them; a shorter one ends with `*` behind its service";
  }
  return parts.slice(partCount - 1).join(":") === ""
    ? "the last part of an ARN names the resource"
    : undefined;
}
