// How deeply a JSON text nests, found without parsing it.

/** Whether arrays and objects nest at most `depthMax` deep. Linear, without recursion, for any text. */
export function nestingWithin(text: string, depthMax: number): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (inString) {
      if (character === 0x5c) index += 1;
      else if (character === 0x22) inString = false;
    } else if (character === 0x22) {
      inString = true;
    } else if (character === 0x7b || character === 0x5b) {
      depth += 1;
      if (depth > depthMax) return false;
    } else if (character === 0x7d || character === 0x5d) {
      depth -= 1;
    }
  }
  return true;
}
