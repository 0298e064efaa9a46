import fc from "fast-check";
import { expect, test } from "vitest";
import { declaredFaults } from "./declared-faults.fixture.js";
import type { DomainEvent } from "./events.js";
import { evolve } from "./evolve.js";
import { ExampleCell, nowhere } from "./example-cell.fixture.js";
import { observe, replayed } from "./observation.fixture.js";
import { inboundTransfers, outboundTransfers } from "./transfer-rules.js";
import { policyTypes } from "./policy-type-names.js";
import { busyCell, perform, randomCalls } from "./random-calls.fixture.js";

test("replaying the events of any sequence gives the state that the live cell has", () => {
  fc.assert(
    fc.property(randomCalls, (calls) => {
      const live = busyCell();
      for (const call of calls) perform(live, call);
      expect(observe(replayed(live.recorded))).toStrictEqual(observe(live.cell));
    }),
    { numRuns: 60 },
  );
});

test("a refused operation changes nothing, and its fault is one that it declares", () => {
  fc.assert(
    fc.property(randomCalls, (calls) => {
      const live = busyCell();
      for (const call of calls) {
        const before = observe(live.cell);
        const outcome = perform(live, call);
        if (outcome === "accepted") continue;
        expect(declaredFaults(call.name)).toContain(outcome.split(": ")[0]);
        expect(observe(live.cell)).toStrictEqual(before);
      }
    }),
    { numRuns: 30 },
  );
});

test("what the state keeps in two places agrees after any sequence", () => {
  fc.assert(
    fc.property(randomCalls, (calls) => {
      const live = busyCell();
      for (const call of calls) perform(live, call);
      for (const account of live.cell.accounts.values()) {
        const member = live.cell.organizationOf(account)?.accounts.get(account.id);
        expect(member?.membership.account.id).toBe(account.organizationId && account.id);
      }
      for (const organization of live.cell.organizations.values()) {
        const nodes = [...organization.nodes()];
        const policies = [...organization.policies.values()];
        const parents = nodes.filter((node) => node.kind !== "account");
        expect(parents.flatMap(({ accounts }) => [...accounts.values()]).length).toBe(
          organization.accounts.size,
        );
        expect(parents.flatMap(({ units }) => [...units.values()]).length).toBe(organization.units.size);
        for (const node of nodes) {
          if (node.kind === "organizational-unit") expect(node.parent.unitNamed(node.name)).toBe(node);
          if (node.kind === "account") expect(node.parent.accounts.get(node.id)).toBe(node);
          if (node.kind === "organizational-unit") expect(node.parent.units.get(node.id)).toBe(node);
        }
        const byPolicy = policies.flatMap(({ id, targets }) =>
          Array.from(targets.values(), (at) => `${at.id} ${id}`),
        );
        const byNode = nodes.flatMap((node) =>
          policyTypes.flatMap((type) =>
            node.attachments(type).map(({ policy }) => `${node.id} ${policy.id}`),
          ),
        );
        expect(byPolicy.toSorted()).toEqual(byNode.toSorted());
        const { resourcePolicy, delegatedAdministrators } = organization;
        const taggable = resourcePolicy === undefined ? policies : [...policies, resourcePolicy];
        const transfers = [inboundTransfers, outboundTransfers]
          .flatMap((list) => list(live.cell, organization))
          .map(({ transfer }) => transfer);
        const carriers = [...nodes, ...taggable, ...transfers].filter(
          ({ id }) => organization.tags.of(id).size > 0,
        );
        expect(organization.tags.size).toBe(carriers.length);
        const byAccount = [...delegatedAdministrators.all.values()].flatMap(({ member, services }) =>
          Array.from(services.values(), (one) => `${member.id} ${one.servicePrincipal} ${one.since}`),
        );
        const byService = [...delegatedAdministrators.byService()].flatMap(([name, administrators]) =>
          Array.from(administrators.values(), ({ member, since }) => `${member.id} ${name} ${since}`),
        );
        expect(byService.toSorted()).toEqual(byAccount.toSorted());
        for (const { member, services } of delegatedAdministrators.all.values()) {
          expect(organization.accounts.get(member.id)).toBe(member);
          expect(services.size).toBeGreaterThan(0);
          for (const name of services.keys()) expect(organization.serviceAccess.has(name)).toBe(true);
        }
        for (const { id, membership } of organization.accounts.values()) {
          expect(membership.account).toBe(live.cell.accounts.get(id));
          expect(membership.account.organizationId).toBe(organization.id);
        }
        for (const policy of policies) {
          expect(organization.policyNamed(policy.type, policy.name)).toBe(policy);
          expect(organization.policiesOfType(policy.type).get(policy.id)).toBe(policy);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("an event that names what no earlier one made is a broken journal, not a fault", () => {
  const live = new ExampleCell();
  const gone = { organizationId: live.organization, policyId: nowhere.policy } as const;
  expect(() => evolve(live.cell, { type: "policy.deleted", ...gone }, live.now)).toThrow(nowhere.policy);
  const elsewhere = { organizationId: "o-nowhere000", policyId: live.spare } as const;
  expect(() => evolve(live.cell, { type: "policy.deleted", ...elsewhere }, live.now)).toThrow("o-nowhere000");
});

test("an event of a type that a newer version made is refused, not passed over", () => {
  const live = new ExampleCell();
  const newer = { type: "policy.sealed", organizationId: live.organization, policyId: live.spare };
  expect(() => evolve(live.cell, newer as unknown as DomainEvent, live.now)).toThrow("policy.sealed");
});
