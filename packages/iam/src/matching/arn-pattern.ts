// ARNs: their six parts, matched one by one, and how patterns of them are written.

import { likePattern } from "./pattern.js";
import type { Pattern } from "./pattern.js";
import type { Match } from "./match.js";
import type { Template, TemplatePart } from "./template.js";

const partCount = 6;

/** The six parts; the last keeps its colons. Undefined for what is no ARN. */
export function arnParts(text: string): readonly string[] | undefined {
  const parts: string[] = [];
  let start = 0;
  while (parts.length < partCount - 1) {
    const end = text.indexOf(":", start);
    if (end === -1) return undefined;
    parts.push(text.slice(start, end));
    start = end + 1;
  }
  parts.push(text.slice(start));
  return parts[0] === "arn" ? parts : undefined;
}

/** Matches each part on its own, so that no wildcard and no variable reaches over a colon. */
export function arnPattern(template: Template): Pattern | undefined {
  const patterns = splitTemplate(template).map((part) => likePattern(part, "free"));
  if (patterns.length < partCount) return undefined;
  return (value, context) => {
    const parts = arnParts(value);
    if (parts === undefined) return false;
    let match: Match = true;
    for (const [index, pattern] of patterns.entries()) {
      const one = pattern(parts[index] ?? "", context);
      if (one === false) return false;
      if (one === undefined) match = undefined;
    }
    return match;
  };
}

/** At the first five colons that stand in the text itself. */
function splitTemplate(template: Template): readonly Template[] {
  const parts: TemplatePart[][] = [[]];
  for (const part of template) {
    let rest = part;
    while (rest.kind === "text" && parts.length < partCount) {
      const end = rest.text.indexOf(":");
      if (end === -1) break;
      parts.at(-1)?.push({ kind: "text", text: rest.text.slice(0, end) });
      parts.push([]);
      rest = { kind: "text", text: rest.text.slice(end + 1) };
    }
    parts.at(-1)?.push(rest);
  }
  return parts;
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
