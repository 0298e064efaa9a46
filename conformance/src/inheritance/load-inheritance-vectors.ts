// Loads the inheritance vectors.

import { fileURLToPath } from "node:url";
import { loadVectors } from "../load-vectors.js";
import { readInheritanceVector } from "./inheritance-vector.js";
import type { InheritanceVector } from "./inheritance-vector.js";

const inheritanceDirectory = fileURLToPath(new URL("../../inheritance", import.meta.url));

export function loadInheritanceVectors(
  directory: string = inheritanceDirectory,
): readonly InheritanceVector[] {
  return loadVectors(directory, readInheritanceVector);
}
