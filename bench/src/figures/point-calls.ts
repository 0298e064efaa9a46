// The calls whose time must not grow with the organization, each a new one every time.

import {
  optOutType,
  sampleAccountId,
  sampleContent,
  samplePolicyId,
  sampleUnitId,
} from "../sample-organization.js";

/** What calls need to know of the organization that they are sent to. */
export interface Sample {
  readonly accounts: number;
  /** A page token from the middle of the list of accounts. */
  readonly middle: string;
}

export interface PointCall {
  readonly name: string;
  readonly kind: "read" | "write";
  /** The operation and its input. */
  readonly next: (sample: Sample) => readonly [operation: string, input: object];
}

/** As many on every page, so that pages are as long in a small organization. */
const MaxResults = 5;

function read(name: string, input: (sample: Sample, accountId: string) => object): PointCall {
  const [operation = name] = name.split(",");
  let turn = 0;
  return {
    name,
    kind: "read",
    next(sample) {
      // Scattered over all accounts.
      turn += 7919;
      return [operation, input(sample, sampleAccountId(turn % sample.accounts))];
    },
  };
}

/** Writes follow each other in every organization by itself. */
function write(name: string, nth: (turn: number, sample: Sample) => readonly [string, object]): PointCall {
  const turns = new WeakMap<Sample, number>();
  return {
    name,
    kind: "write",
    next(sample) {
      const turn = turns.get(sample) ?? 0;
      turns.set(sample, turn + 1);
      return nth(turn, sample);
    },
  };
}

/** An account that has no policy of its own in the sample: two calls to one, then the next. */
const plain = (turn: number): number => 1 + ((turn >> 1) % 9);

export const pointCalls: readonly PointCall[] = [
  read("DescribeAccount", (_, AccountId) => ({ AccountId })),
  read("DescribeEffectivePolicy", (_, TargetId) => ({ PolicyType: optOutType, TargetId })),
  read("ListAccounts, the first page", () => ({ MaxResults })),
  read("ListAccounts, from the middle", ({ middle: NextToken }) => ({ MaxResults, NextToken })),
  read("ListAccountsForParent", () => ({ ParentId: sampleUnitId(0), MaxResults })),
  read("ListChildren", () => ({ ParentId: sampleUnitId(1), ChildType: "ACCOUNT", MaxResults })),
  read("ListParents", (_, ChildId) => ({ ChildId })),
  read("ListPoliciesForTarget", (_, TargetId) => ({ TargetId, Filter: optOutType })),
  read("ListTagsForResource", (_, ResourceId) => ({ ResourceId })),
  read("ListTargetsForPolicy", () => ({ PolicyId: samplePolicyId(0), MaxResults: 2 })),
  write("MoveAccount", (turn) => {
    const from = (plain(turn) + turn) % 2;
    const parents = { SourceParentId: sampleUnitId(from), DestinationParentId: sampleUnitId(1 - from) };
    return ["MoveAccount", { AccountId: sampleAccountId(plain(turn)), ...parents }];
  }),
  write("AttachPolicy and DetachPolicy by turns", (turn) => {
    const input = { PolicyId: samplePolicyId(1), TargetId: sampleAccountId(plain(turn)) };
    return [turn % 2 === 0 ? "AttachPolicy" : "DetachPolicy", input];
  }),
  write("TagResource", (turn, { accounts }) => {
    const ResourceId = sampleAccountId((turn * 7919) % accounts);
    return ["TagResource", { ResourceId, Tags: [{ Key: "turn", Value: String(turn) }] }];
  }),
  write("UpdatePolicy", (turn) => [
    "UpdatePolicy",
    { PolicyId: samplePolicyId(0), Content: sampleContent(turn + 1) },
  ]),
  write("CreateOrganizationalUnit", (turn) => [
    "CreateOrganizationalUnit",
    { ParentId: sampleUnitId(0), Name: `Later ${turn}` },
  ]),
  write("CreateAccount", (turn) => [
    "CreateAccount",
    { AccountName: `Later ${turn}`, Email: `later-${turn}@example.com` },
  ]),
];
