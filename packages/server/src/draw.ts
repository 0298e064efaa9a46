// Randomness for ids and keys.

import { randomInt } from "node:crypto";
import type { Draw } from "@withhold/organization";

/** Characters drawn evenly by the operating system's generator. */
export const drawSecurely: Draw = (alphabet, length) => {
  let drawn = "";
  for (let count = 0; count < length; count += 1) drawn += alphabet[randomInt(alphabet.length)] ?? "";
  return drawn;
};
