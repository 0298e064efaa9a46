// Every inheritance vector through the engine itself.

import { effectiveDocument, effectivePolicy, parsePolicy } from "@withhold/policy";
import type { Level } from "@withhold/policy";
import { expect, test } from "vitest";
import type { InheritanceVector } from "./inheritance-vector.js";
import { loadInheritanceVectors } from "./load-inheritance-vectors.js";

function chainOf({ policyType, levels }: InheritanceVector): readonly Level[] {
  return levels.map(({ policies }, depth) => ({
    id: `level-${depth}`,
    policies: policies.map(({ name, content }) => {
      const { document, findings } = parsePolicy(JSON.stringify(content), { type: policyType });
      expect({ name, findings }).toEqual({ name, findings: [] });
      return { id: name, document };
    }),
  }));
}

test.each(loadInheritanceVectors())("$id", (vector) => {
  const text = effectiveDocument(effectivePolicy(chainOf(vector)));
  expect(text === undefined ? null : JSON.parse(text)).toEqual(vector.effective);
});
