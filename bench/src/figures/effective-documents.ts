// How long the effective documents of 100,000 accounts take: all anew, and after one change at a leaf.

import { Cell, EffectiveTexts, chainOf, evolve } from "@withhold/organization";
import type { MemberAccount, Organization } from "@withhold/organization";
import { effectiveDocument, effectivePolicy } from "@withhold/policy";
import type { Figure, Measure } from "../figure.js";
import { interleaved, median, spread } from "../rounds.js";
import type { Rounds } from "../rounds.js";
import {
  attached,
  detached,
  managementAccountId,
  optOutType,
  sampleAccountId,
  sampleOrganization,
  samplePolicy,
  updatedPolicy,
} from "../sample-organization.js";
import type { SampleOperation } from "../sample-organization.js";

const name = "effective-documents";
const plan = { accounts: 100_000, units: 1000, policies: 500 };
const coldRounds = { count: 5, warmUps: 2 };
const changeRounds = { count: 21, warmUps: 6 };
/** The account at which things change; its OU has ninety-nine others. */
const leaf = sampleAccountId(55_555);
/** Attached to nothing else. */
const leafPolicy = plan.policies;

const size = `${plan.accounts} accounts in ${plan.units} OUs, ${plan.policies} policies, every tenth account with one of its own`;

export const effectiveDocuments: Figure = {
  name,
  run: async () => {
    const bare = new Map(
      Array.from({ length: plan.accounts }, (_, index) => [sampleAccountId(index), `${index}`]),
    );
    const floor = (): number => timed(() => bareWalk(bare));
    let organization = sampleState();
    let texts = new EffectiveTexts(organization, optOutType);
    const cold = await interleaved(
      coldRounds,
      () => {
        organization = sampleState();
        texts = new EffectiveTexts(organization, optOutType);
        return timed(() => readAll(texts));
      },
      floor,
    );
    apply(organization, samplePolicy(leafPolicy));
    let change = 0;
    const changed = await interleaved(
      changeRounds,
      () => {
        const operation = leafChange(change);
        change += 1;
        const time = timed(() => {
          apply(organization, operation);
          texts.get(leaf);
        });
        verifyLeaf(organization, texts);
        return time;
      },
      floor,
    );
    const read = await interleaved(changeRounds, () => timed(() => readAll(texts)), floor);
    return [
      measure("cold", cold, coldRounds.count, 100, "all computed for a state just built, and every one read"),
      measure(
        "after a change",
        changed,
        changeRounds.count,
        5,
        "a policy attached to one account, updated or detached, until all can be had again, and that account's read",
      ),
      measure("read", read, changeRounds.count, undefined, "every one read, with nothing changed"),
    ];
  },
};

function measure(
  part: string,
  { ours, floor }: Rounds,
  rounds: number,
  goal: number | undefined,
  what: string,
): Measure {
  return {
    name: `${name}: ${part}`,
    measured: { value: median(ours), unit: "ms" },
    spread: spread(ours),
    floor: { value: median(floor), unit: "ms", of: "a walk over a Map of as many" },
    ...(goal === undefined ? {} : { goal: { atMost: { value: goal, unit: "ms" } } }),
    rounds,
    what:
      `\`EffectiveTexts\` by the clock: ${what}. ${size}. Code is warm, the state is in memory, ` +
      `policy documents are parsed within the first time.`,
  };
}

/** Attached, its content changed, detached, and so on. */
function leafChange(change: number): SampleOperation {
  if (change % 3 === 0) return attached(leafPolicy, leaf);
  return change % 3 === 1 ? updatedPolicy(leafPolicy, change) : detached(leafPolicy, leaf);
}

const cells = new WeakMap<Organization, Cell>();

function sampleState(): Organization {
  const cell = new Cell();
  const management = { accountId: managementAccountId, email: "root@example.com", name: "Management" };
  evolve(cell, { type: "account.created", ...management }, 0);
  for (const { events } of sampleOrganization(plan)) for (const event of events) evolve(cell, event, 0);
  const [organization] = cell.organizations.values();
  if (organization === undefined) throw new Error("the sample holds no organization");
  cells.set(organization, cell);
  return organization;
}

function apply(organization: Organization, { events }: SampleOperation): void {
  const cell = cells.get(organization);
  if (cell !== undefined) for (const event of events) evolve(cell, event, 0);
}

function readAll(texts: EffectiveTexts): void {
  let characters = 0;
  texts.forEach((text) => (characters += text?.length ?? 0));
  if (characters < plan.accounts) throw new Error("documents are missing");
}

function bareWalk(map: ReadonlyMap<string, string>): void {
  let characters = 0;
  for (const [, text] of map) characters += text.length;
  if (characters < plan.accounts) throw new Error("entries are missing");
}

/** What is remembered must be what a merge without any memory gives. */
function verifyLeaf(organization: Organization, texts: EffectiveTexts): void {
  const account: MemberAccount | undefined = organization.accounts.get(leaf);
  if (account === undefined) throw new Error("the leaf is gone");
  const anew = effectiveDocument(effectivePolicy(chainOf(account, optOutType)));
  if (anew !== texts.get(leaf)) throw new Error("a remembered document is out of date");
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
