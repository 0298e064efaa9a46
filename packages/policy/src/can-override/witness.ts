// The witness: a child policy written out, and tried on the merge of the real policies before anybody is told of it.

import type { Catalogue } from "../catalogue.js";
import { applyLevel } from "../effective-policy.js";
import type { Evaluation } from "../evaluation/evaluation.js";
import { laneDocument, partsOf } from "../evaluation/lane.js";
import type { Lane } from "../evaluation/lane.js";
import type { ServiceRow } from "../evaluation/service-row.js";
import { choiceFor } from "../opt-out-choice.js";
import { aiOptOutCharactersMax, characterCount, parsePolicy } from "../parse-policy.js";
import type { ParsedPolicy } from "../parse-policy.js";
import { aiOptOutType } from "../evaluation/ai-opt-out-type.js";
import type { Witness } from "./override-answer.js";

/** The key of a service that does not exist yet, as witnesses write it. */
const futureKey = "service-to-come";

export function witnessOf(evaluation: Evaluation, borderId: string, row: ServiceRow, policy: Lane): Witness {
  const key = rowKey(evaluation, borderId, row);
  const content = JSON.stringify(laneDocument(policy, key));
  const { document, valid } = parseWitness(content, key, evaluation.catalogue);
  const after = applyLevel(evaluation.merge(borderId), {
    id: "below",
    policies: [{ id: "witness", document }],
  });
  const result = choiceFor(after, key);
  // INVARIANT: lanes are the merge itself, so the witness does to the real policies what it did to their lane.
  if (!valid || result.choice !== "optIn") throw new Error(`the witness ${content} does not opt ${key} in`);
  const standsInFor =
    row.kind !== "service" && !evaluation.catalogue.has(key) && partsOf(policy).own.value !== undefined;
  return {
    content,
    characters: characterCount(content),
    entry: result.entry,
    needsNothing: evaluation.possible(borderId, row).every((choice) => choice === "optIn"),
    ...(standsInFor ? { standsInFor: key } : {}),
  };
}

/** The key under which a witness names the service. */
export function rowKey(evaluation: Evaluation, borderId: string, row: ServiceRow): string {
  if (row.kind === "service") return row.key;
  const { byService } = evaluation.serviceLanes(borderId);
  const known = row.kind === "future" ? [] : evaluation.catalogue.keys();
  for (const key of known) if (!byService.has(key)) return key;
  let key = futureKey;
  while (byService.has(key) || evaluation.catalogue.has(key)) key += "-2";
  return key;
}

/** Valid as a policy, with the service known whose key it names. */
function parseWitness(content: string, key: string, catalogue: Catalogue): ParsedPolicy {
  const known: Catalogue = catalogue.has(key)
    ? catalogue
    : new Map([...catalogue, [key, { key, name: key, evidence: "extension" }]]);
  return parsePolicy(content, { type: aiOptOutType, catalogue: known, charactersMax: aiOptOutCharactersMax });
}
