// Plain data as XML elements, in the manner of the Query protocol.

import { escapeXml } from "./escape-xml.js";

/** Data of an answer. Lists become `<member>` elements, dates ISO 8601; undefined members are omitted. */
export type XmlData =
  | string
  | number
  | boolean
  | Date
  | readonly XmlData[]
  | { readonly [member: string]: XmlData | undefined };

const nameForm = /^[A-Za-z_][A-Za-z0-9_.-]*$/;

/** One element. Throws `TypeError` on a name that is no XML name: names come from code, never clients. */
export function xmlElement(name: string, data: XmlData): string {
  if (!nameForm.test(name)) throw new TypeError(`\`${name}\` cannot name an XML element`);
  const content = xmlContent(data);
  return content === "" ? `<${name}/>` : `<${name}>${content}</${name}>`;
}

function xmlContent(data: XmlData): string {
  if (typeof data === "string") return escapeXml(data);
  if (typeof data === "number" || typeof data === "boolean") return String(data);
  if (data instanceof Date) return data.toISOString().replace(".000Z", "Z");
  if (isList(data)) return data.map((member) => xmlElement("member", member)).join("");
  return Object.entries(data)
    .map(([name, member]) => (member === undefined ? "" : xmlElement(name, member)))
    .join("");
}

// `Array.isArray` does not narrow a readonly array out of a union.
function isList(data: object): data is readonly XmlData[] {
  return Array.isArray(data);
}
