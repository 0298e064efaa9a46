// A pattern with wildcards against a text, for rules that are no part of the grammar.

import { compileGlob } from "./glob.js";
import { readTemplate } from "./template.js";

/** `*` is any run of characters, colons included, and `?` is one. Minds case. */
export function wildcardMatches(pattern: string, text: string): boolean {
  return compileGlob(readTemplate(pattern, false) ?? [], "free")(text);
}
