// Random sequences of all operations by several callers, against a model that is small enough to be believed.
//
// `WITHHOLD_MODEL_RUNS=2000` tries longer; `WITHHOLD_MODEL_SEED=…` begins with what a failure printed.

import fc from "fast-check";
import { expect, test } from "vitest";
import { cellLines } from "../checkpoint/cell-lines.js";
import type { CheckpointLine } from "../checkpoint/line.js";
import { restoreCell } from "../checkpoint/restore-cell.js";
import { observe, replayed } from "../observation.fixture.js";
import type { OperationName } from "../operation-types.js";
import { operations } from "../operations/index.js";
import { Pair } from "./pair.fixture.js";
import type { Step } from "./pair.fixture.js";

const names = Object.keys(operations) as OperationName[];
/** So many steps, and then a look at everything. */
const stepsPerAudit = 20;

const weights: Partial<Record<OperationName, number>> = {
  AcceptHandshake: 9,
  AttachPolicy: 9,
  CreateAccount: 3,
  CreatePolicy: 4,
  DisablePolicyType: 4,
  EnablePolicyType: 3,
  EnableAWSServiceAccess: 3,
  InviteAccountToOrganization: 4,
  InviteOrganizationToTransferResponsibility: 5,
  PutResourcePolicy: 3,
  RegisterDelegatedAdministrator: 5,
  TerminateResponsibilityTransfer: 4,
  ListDelegatedServicesForAccount: 3,
  // What ends much is rarer than all others.
  CloseAccount: 1,
  DeleteOrganization: 1,
};
// Without a bias to small numbers, with which little would be found that is there.
const nat = fc.noBias(fc.nat({ max: 9999 }));
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    name: fc.oneof(...names.map((name) => ({ arbitrary: fc.constant(name), weight: weights[name] ?? 2 }))),
    numbers: fc.array(nat, { minLength: 12, maxLength: 12 }),
    caller: nat,
    days: fc.oneof({ arbitrary: fc.constant(0), weight: 30 }, { arbitrary: fc.nat({ max: 40 }), weight: 1 }),
  }),
  { minLength: 60, maxLength: 160, size: "max" },
);

const { WITHHOLD_MODEL_RUNS: runs = "15", WITHHOLD_MODEL_SEED: seed } = process.env;
const limit = Number(runs) * 2000;
const stored = (pair: Pair): CheckpointLine[] =>
  Array.from(cellLines(pair.driver.cell), (line) => JSON.parse(JSON.stringify(line)) as CheckpointLine);

test("every answer is what the model says, and the journal and a checkpoint give the live state", () => {
  fc.assert(
    fc.property(steps, (sequence) => {
      const pair = new Pair();
      for (const [index, step] of sequence.entries()) {
        pair.step(step);
        if (index % stepsPerAudit === 0) pair.audit();
      }
      pair.audit();
      const live = observe(pair.driver.cell);
      expect(observe(replayed(pair.driver.recorded))).toStrictEqual(live);
      expect(observe(restoreCell(stored(pair)))).toStrictEqual(live);
    }),
    // A failure is made smaller for a while, not for ever: sequences are long.
    {
      numRuns: Number(runs),
      interruptAfterTimeLimit: limit,
      ...(seed === undefined ? {} : { seed: Number(seed) }),
    },
  );
}, 3_600_000);

// The property proves little unless sequences reach far. A fixed sample, so never flaky.
test("sequences get every operation accepted, and meet most faults", () => {
  const accepted = new Set<string>();
  const refused = new Set<string>();
  for (const sequence of fc.sample(steps, { seed: 1, numRuns: 45 })) {
    const pair = new Pair();
    for (const step of sequence) pair.step(step);
    for (const name of pair.accepted) accepted.add(name);
    for (const fault of pair.refused) refused.add(fault);
  }
  expect([...accepted].toSorted()).toEqual(Object.keys(operations).toSorted());
  expect(refused.size).toBeGreaterThan(120);
});
