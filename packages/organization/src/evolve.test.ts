import fc from "fast-check";
import { expect, test } from "vitest";
import { declaredFaults } from "./declared-faults.fixture.js";
import { evolve } from "./evolve.js";
import { ExampleCell, nowhere } from "./example-cell.fixture.js";
import { observe, replayed } from "./observation.fixture.js";
import { busyCell, perform, randomCalls, randomWrites } from "./random-calls.fixture.js";

test("replaying the events of any sequence gives the state that the live cell has", () => {
  const accepted = new Set<string>();
  fc.assert(
    fc.property(randomCalls, (calls) => {
      const live = busyCell();
      for (const call of calls) if (perform(live, call) === "accepted") accepted.add(call.name);
      expect(observe(replayed(live.recorded))).toStrictEqual(observe(live.cell));
    }),
    { numRuns: 60 },
  );
  expect([...accepted].toSorted()).toEqual(randomWrites.toSorted());
});

test("a refused operation changes nothing, and its fault is one that it declares", () => {
  const refused = new Set<string>();
  fc.assert(
    fc.property(randomCalls, (calls) => {
      const live = busyCell();
      for (const call of calls) {
        const before = observe(live.cell);
        const outcome = perform(live, call);
        if (outcome === "accepted") continue;
        refused.add(outcome);
        expect(declaredFaults(call.name)).toContain(outcome.split(": ")[0]);
        expect(observe(live.cell)).toStrictEqual(before);
      }
    }),
    { numRuns: 30 },
  );
  expect(refused.size).toBeGreaterThan(10);
});

test("an event that names what no earlier one made is a broken journal, not a fault", () => {
  const live = new ExampleCell();
  const gone = { organizationId: live.organization, policyId: nowhere.policy } as const;
  expect(() => evolve(live.cell, { type: "policy.deleted", ...gone }, live.now)).toThrow(nowhere.policy);
  const elsewhere = { organizationId: "o-nowhere000", policyId: live.spare } as const;
  expect(() => evolve(live.cell, { type: "policy.deleted", ...elsewhere }, live.now)).toThrow("o-nowhere000");
});
