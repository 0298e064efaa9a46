// A cell and its model side by side: every call goes to both, and they must agree.

import { expect } from "vitest";
import { CellDriver } from "../cell-driver.fixture.js";
import { aiType, choice } from "../example-cell.fixture.js";
import { Fault } from "../fault.js";
import type { Input, OperationName, Output } from "../operation-types.js";
import { handshakeSpecs } from "./handshake-specs.fixture.js";
import { Model, day, modelQuotas } from "./model.fixture.js";
import { policySpecs } from "./policy-specs.fixture.js";
import { Dice, callerFault } from "./spec.fixture.js";
import type { OwnCall, Spec } from "./spec.fixture.js";
import { treeSpecs } from "./tree-specs.fixture.js";

/** One for every operation: a missing one is a compile error. */
const specs: { readonly [Name in OperationName]: Spec<Name> } = {
  ...treeSpecs,
  ...policySpecs,
  ...handshakeSpecs,
};
export interface Step {
  readonly name: OperationName;
  readonly numbers: readonly number[];
  /** Mostly the management account of an organization. */
  readonly caller: number;
  /** Days that pass before. */
  readonly days: number;
}

const wholes = [
  "ListRoots",
  "ListAccounts",
  "ListHandshakesForOrganization",
  "DescribeResourcePolicy",
] as const;
const transfers = ["ListInboundResponsibilityTransfers", "ListOutboundResponsibilityTransfers"] as const;
/** The cell and its model, side by side. */
export class Pair {
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
    this.#found();
  }

  /** Two organizations, the first with a little of what much else acts on. */
  #found(): void {
    const [first = "", second = ""] = this.model.accounts.keys();
    this.#call("CreateOrganization", first, {});
    this.#call("CreateOrganization", second, { FeatureSet: "CONSOLIDATED_BILLING" });
    this.#call("CreateAccount", first, { AccountName: "made", Email: "made@acme.example" });
    const { root } = this.model.ownOf(first);
    this.#call("EnablePolicyType", first, { RootId: root, PolicyType: aiType });
    const policy = { Type: aiType, Description: "", Content: choice("lex", "optOut") } as const;
    for (const Name of ["one", "two"]) this.#call("CreatePolicy", first, { ...policy, Name });
    this.#call("EnableAWSServiceAccess", first, { ServicePrincipal: "a.amazonaws.com" });
  }

  step({ name, numbers, caller, days }: Step): void {
    this.model.now += 60_000 + days * day;
    const dice = new Dice(numbers);
    const as = this.#callerFor(name, caller);
    this.#call(name, as, specs[name].input(dice, this.model, as));
  }

  /** Everything that there is to see, by those who may see it all. */
  audit(): void {
    for (const [id, { closed }] of this.model.accounts)
      if (!closed) this.#call("ListHandshakesForAccount", id, {});
    for (const own of this.model.organizations.values()) {
      const as = own.management;
      const nodes = [own.root, ...own.units.keys(), ...own.members.keys()];
      for (const name of wholes) this.#call(name, as, {});
      for (const name of transfers) this.#call(name, as, { Type: "BILLING" });
      for (const TargetId of nodes) {
        this.#call("ListTagsForResource", as, { ResourceId: TargetId });
        for (const Filter of [aiType, "TAG_POLICY"] as const)
          this.#call("ListPoliciesForTarget", as, { TargetId, Filter });
      }
      for (const TargetId of own.members.keys())
        this.#call("DescribeEffectivePolicy", as, { PolicyType: aiType, TargetId });
      for (const ParentId of [own.root, ...own.units.keys()]) {
        this.#call("ListAccountsForParent", as, { ParentId });
        this.#call("ListOrganizationalUnitsForParent", as, { ParentId });
      }
    }
  }

  /** Mostly somebody who has something to do with such a call. */
  #callerFor(name: OperationName, caller: number): string {
    const { accounts, organizations, handshakes } = this.model;
    const all = [...accounts.keys()];
    const managers = Array.from(organizations.values(), ({ management }) => management);
    const open = handshakes.filter((one) => this.model.isPending(one));
    const parties = all.filter((id) => open.some((one) => this.model.isTo(one, id)));
    const { who } = specs[name];
    const fit = name.endsWith("Handshake")
      ? [...parties, ...managers]
      : who === "management" || who === "delegated"
        ? managers
        : all;
    const some = caller % 6 === 0 || fit.length === 0 ? all : fit;
    return some[Math.floor(caller / 6) % some.length] ?? "";
  }

  #call<Name extends OperationName>(name: Name, as: string, input: Input<Name>): void {
    const spec: Spec<Name> = specs[name];
    const { model: m } = this;
    const call = { m, as, input };
    const denied = callerFault(name, spec, call);
    // `own` is there for all but what anyone may call, whose rules do not ask for it.
    const admitted = { ...call, own: m.organizationOf(as) } as OwnCall<Name>;
    const due = denied === undefined ? (spec.broken?.(admitted) ?? []) : [denied];
    const faults = due.filter((fault) => typeof fault === "string");
    const answer = this.#answer(name, input, as);
    const about = { name, as, input };
    if (answer instanceof Fault) {
      agree(about, faults.includes(answer.code) ? answer.code : faults, answer.code);
      this.refused.add(`${name} ${answer.code}`);
      return;
    }
    agree(about, faults, []);
    const [expected, said] = spec.says?.(admitted, answer) ?? [];
    agree(about, expected, said);
    spec.effect?.(admitted, answer, (read, asked) => this.#read(read, asked, as));
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

/** A difference shows with the call. */
function agree(about: object, expected: unknown, said: unknown): void {
  expect({ ...about, said }).toEqual({ ...about, said: expected });
}
