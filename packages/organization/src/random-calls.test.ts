import fc from "fast-check";
import { expect, test } from "vitest";
import { effectiveText } from "./effective-policies.js";
import { busyCell, perform, randomCalls, randomTypes, randomWrites } from "./random-calls.fixture.js";
import { isMergeable } from "@withhold/policy";

// The properties that are tried on random calls prove little unless these reach far. A fixed sample, so never flaky.
test("random calls get every write accepted, meet most faults and come to many effective policies", () => {
  const accepted = new Set<string>();
  const refused = new Set<string>();
  const texts = new Set<string | undefined>();
  for (const calls of fc.sample(randomCalls, { seed: 1, numRuns: 200 })) {
    const cell = busyCell();
    for (const call of calls) {
      const outcome = perform(cell, call);
      if (outcome === "accepted") accepted.add(call.name);
      else refused.add(outcome);
    }
    for (const account of cell.cell.organizations.get(cell.organization)?.accounts.values() ?? [])
      for (const type of randomTypes) if (isMergeable(type)) texts.add(effectiveText(account, type));
  }
  expect([...accepted].toSorted()).toEqual(randomWrites.toSorted());
  expect(refused.size).toBeGreaterThan(18);
  expect(texts.size).toBeGreaterThan(15);
  expect(texts).toContain(undefined);
});
