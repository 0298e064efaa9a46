// Templates as text, read as documents.

import type { InputDocument } from "./input-node.js";
import { parseDocument } from "./parse-document.js";

export async function documentOf(text: string, file = "template.yaml"): Promise<InputDocument> {
  return parseDocument(file, text);
}
