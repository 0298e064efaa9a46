// Random sequences of all operations by several callers, against a model that is small enough to be believed.
//
// `WITHHOLD_MODEL_RUNS=2000` tries longer; `WITHHOLD_MODEL_SEED=…` begins with what a failure printed.

import fc from "fast-check";
import { expect, test } from "vitest";
import { CellDriver } from "../cell-driver.fixture.js";
import { cellLines } from "../checkpoint/cell-lines.js";
import type { CheckpointLine } from "../checkpoint/line.js";
import { restoreCell } from "../checkpoint/restore-cell.js";
import { Fault } from "../fault.js";
import { observe, replayed } from "../observation.fixture.js";
import type { Input, OperationName, Output } from "../operation-types.js";
import { operations } from "../operations/index.js";
import { handshakeSpecs } from "./handshake-specs.fixture.js";
import { Model, day, modelQuotas } from "./model.fixture.js";
import { policySpecs } from "./policy-specs.fixture.js";
import { Dice, callerFault } from "./spec.fixture.js";
import type { OwnCall, Spec } from "./spec.fixture.js";
import { treeSpecs } from "./tree-specs.fixture.js";

const specs: { readonly [Name in OperationName]: Spec<Name> } = {
  ...treeSpecs,
  ...policySpecs,
  ...handshakeSpecs,
};
const names = Object.keys(specs) as OperationName[];

interface Step {
  readonly name: OperationName;
  readonly numbers: readonly number[];
  /** Mostly the management account of an organization. */
  readonly caller: number;
  /** Days that pass before. */
  readonly days: number;
}

/** The cell and its model, side by side. */
class Pair {
  readonly driver = new CellDriver();
  readonly model = new Model();
  readonly accepted = new Set<string>();
  readonly refused = new Set<string>();

  constructor() {
    for (const [index, id] of ["1", "2", "3", "4"].map((digit) => digit.repeat(12)).entries()) {
      const email = `mail-${index}@acme.example`;
      this.driver.openAccount(id, email, "Account");
      this.model.accounts.set(id, { email, closed: false, organization: undefined });
    }
    this.model.now = this.driver.now;
    for (const caller of [0, 1]) this.step({ name: "CreateOrganization", numbers: [1], caller, days: 0 });
  }

  step({ name, numbers, caller, days }: Step): void {
    this.model.now += 60_000 + days * day;
    const dice = new Dice(numbers);
    this.#call(name, this.#callerFor(name, caller), dice);
  }

  #callerFor(name: OperationName, caller: number): string {
    const { accounts, organizations } = this.model;
    const all = [...accounts.keys()];
    const managers = Array.from(organizations.values(), ({ management }) => management);
    const isForAll = specs[name].who === "anyone" || specs[name].who === "member";
    const some = isForAll || caller % 4 === 0 || managers.length === 0 ? all : managers;
    return some[caller % some.length] ?? "";
  }

  #call<Name extends OperationName>(name: Name, as: string, dice: Dice): void {
    const spec: Spec<Name> = specs[name];
    const { model: m } = this;
    const input = spec.input(dice, m, as);
    const call = { m, as, input };
    const denied = callerFault(name, spec, call);
    // `own` is there for all but what anyone may call, whose rules do not ask for it.
    const admitted = { ...call, own: m.organizationOf(as) } as OwnCall<Name>;
    const due = denied === undefined ? (spec.broken?.(admitted) ?? []) : [denied];
    const faults = due.filter((fault) => typeof fault === "string");
    const answer = this.#answer(name, input, as);
    const about = { name, as, input };
    if (answer instanceof Fault) {
      expect({ ...about, due: faults }).toEqual({
        ...about,
        due: expect.arrayContaining([answer.code]) as unknown,
      });
      this.refused.add(`${name} ${answer.code}`);
      return;
    }
    expect({ ...about, due: faults }).toEqual({ ...about, due: [] });
    const [expected, said] = spec.says?.(admitted, answer) ?? [];
    expect({ ...about, said }).toEqual({ ...about, said: expected });
    spec.then?.(admitted, answer, (read, asked) => this.#read(read, asked, as));
    this.accepted.add(name);
  }

  #answer<Name extends OperationName>(name: Name, input: Input<Name>, as: string): Output<Name> | Fault {
    try {
      return this.#read(name, input, as);
    } catch (error) {
      if (error instanceof Fault) return error;
      throw error;
    }
  }

  #read<Name extends OperationName>(name: Name, input: Input<Name>, as: string): Output<Name> {
    return this.driver.act(name, input, {
      as,
      now: this.model.now,
      quotas: modelQuotas,
      page: { count: 1000 },
    });
  }
}

const weights: Partial<Record<OperationName, number>> = {
  AcceptHandshake: 8,
  AttachPolicy: 4,
  CreateAccount: 3,
  CreatePolicy: 4,
  EnablePolicyType: 3,
  EnableAWSServiceAccess: 3,
  InviteAccountToOrganization: 4,
  InviteOrganizationToTransferResponsibility: 5,
  PutResourcePolicy: 3,
  RegisterDelegatedAdministrator: 4,
  // What ends much is rarer than all others.
  DeleteOrganization: 1,
};
// Without a bias to small numbers, with which little would be found that is there.
const nat = fc.noBias(fc.nat({ max: 9999 }));
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    name: fc.oneof(...names.map((name) => ({ arbitrary: fc.constant(name), weight: weights[name] ?? 2 }))),
    numbers: fc.array(nat, { minLength: 8, maxLength: 8 }),
    caller: nat,
    days: fc.oneof({ arbitrary: fc.constant(0), weight: 30 }, { arbitrary: fc.nat({ max: 40 }), weight: 1 }),
  }),
  { maxLength: 120, size: "max" },
);

const { WITHHOLD_MODEL_RUNS: runs = "60", WITHHOLD_MODEL_SEED: seed } = process.env;
const stored = (pair: Pair): CheckpointLine[] =>
  Array.from(cellLines(pair.driver.cell), (line) => JSON.parse(JSON.stringify(line)) as CheckpointLine);

test("every answer is what the model says, and the journal and a checkpoint give the live state", () => {
  fc.assert(
    fc.property(steps, (sequence) => {
      const pair = new Pair();
      for (const step of sequence) pair.step(step);
      const live = observe(pair.driver.cell);
      expect(observe(replayed(pair.driver.recorded))).toStrictEqual(live);
      expect(observe(restoreCell(stored(pair)))).toStrictEqual(live);
    }),
    { numRuns: Number(runs), ...(seed === undefined ? {} : { seed: Number(seed) }) },
  );
}, 3_600_000);

// The property proves little unless sequences reach far. A fixed sample, so never flaky.
test("sequences get every operation accepted, and meet most faults", () => {
  const accepted = new Set<string>();
  const refused = new Set<string>();
  for (const sequence of fc.sample(steps, { seed: 1, numRuns: 150 })) {
    const pair = new Pair();
    for (const step of sequence) pair.step(step);
    for (const name of pair.accepted) accepted.add(name);
    for (const fault of pair.refused) refused.add(fault);
  }
  expect([...accepted].toSorted()).toEqual(Object.keys(operations).toSorted());
  expect(refused.size).toBeGreaterThan(120);
});
