// What rules an opt-in out: the merge is asked once more with both ways tried, and its trace names the locks.

import { servicesKey, settingKey } from "../ai-opt-out-rules.js";
import { defaultEntry } from "../catalogue.js";
import { applyLevel } from "../effective-policy.js";
import type { Evaluation } from "../evaluation/evaluation.js";
import { laneDocument, laneOf } from "../evaluation/lane.js";
import type { LaneEntry } from "../evaluation/lane.js";
import { placeOfSource } from "../evaluation/place-of-source.js";
import type { ServiceRow } from "../evaluation/service-row.js";
import { lockPlaces } from "../explain/explain.js";
import { choiceFor } from "../opt-out-choice.js";
import { readValidPolicy } from "../parse-policy.js";
import type { TraceEntry } from "../trace.js";
import type { Obstacle } from "./override-answer.js";
import { rowKey } from "./witness.js";

const optIn: LaneEntry = { locked: false, value: "optIn", valueLocked: false };
const bothWays = laneOf({ locked: false, own: optIn, default: optIn });

/** For a point below which nobody can opt in: what closes the service's own entry, and what closes `default`. */
export function obstaclesTo(evaluation: Evaluation, borderId: string, row: ServiceRow): readonly Obstacle[] {
  const key = rowKey(evaluation, borderId, row);
  const document = readValidPolicy(JSON.stringify(laneDocument(bothWays, key)));
  const merge = evaluation.merge(borderId);
  const trace: TraceEntry[] = [];
  applyLevel(merge, { id: "below", policies: [{ id: "attempt", document }] }, (entry) => trace.push(entry));
  const now = choiceFor(merge, key);
  return (["own", "default"] as const).map((entry): Obstacle => {
    const name = entry === "own" ? key : defaultEntry;
    const attempt = trace.find(({ path }) => path[1] === name);
    if (attempt?.outcome === "blocked")
      return { entry, because: "locked", by: lockPlaces(evaluation, attempt) };
    const setBy = now.choice === "undecided" ? undefined : now.setBy;
    const keys = [servicesKey, key, settingKey, "@@assign"];
    return {
      entry,
      because: "own-entry",
      by: setBy === undefined ? [] : [placeOfSource(evaluation, setBy, keys)],
    };
  });
}
