import type { CreateAccountState } from "@aws-sdk/client-organizations";
import { describe, expect, test } from "vitest";
import type { Page } from "../operation.js";
import { ExampleCell, aiType, choice, drawn, service } from "../example-cell.fixture.js";
import { attachRules } from "./validation-goldens.fixture.js";
import { byAddress, byId, invited } from "../handshakes.fixture.js";
import { ask, neighbour } from "../transfers.fixture.js";

interface Shown {
  readonly ids: readonly string[];
  readonly NextToken: string | undefined;
}

/** A list of at least five, and what can leave it. */
interface List {
  readonly name: string;
  readonly fill: (cell: ExampleCell) => readonly string[];
  readonly show: (cell: ExampleCell, page: Partial<Page>) => Shown;
  readonly remove?: (cell: ExampleCell, id: string) => void;
}

const shown = (items: readonly { Id?: string | undefined }[] | undefined, NextToken?: string): Shown => ({
  ids: (items ?? []).map(({ Id }) => drawn(Id)),
  NextToken,
});
const services = ["e", "d", "c", "b", "a"].map((name) => `${name}.amazonaws.com`);
const shownServices = (
  items: readonly { ServicePrincipal?: string | undefined }[] | undefined,
  NextToken?: string,
): Shown =>
  shown(
    items?.map(({ ServicePrincipal }) => ({ Id: ServicePrincipal })),
    NextToken,
  );
const policies = (cell: ExampleCell): string[] =>
  ["a", "b", "c"].map((name) => cell.policy(name, choice("lex", "optIn")));

/** Accounts in an OU that had none, in another order than that of their creation. */
const inWorkloads = (cell: ExampleCell): string[] => {
  const accounts = ["a", "b", "c", "d", "e"].map((name) => cell.account(name)).toReversed();
  for (const account of accounts) cell.move(account, cell.root, cell.workloads);
  return accounts;
};
const away = (cell: ExampleCell, id: string): void => {
  if (id === cell.app) cell.act("RemoveAccountFromOrganization", { AccountId: id });
  else cell.move(id, cell.workloads, cell.root);
};

/** States asked for, and what becomes of requests beside the one of the example, which succeeded: five are shown. */
const requested: readonly { States: CreateAccountState[]; outcomes: string }[] = [
  { States: [], outcomes: "+-+-" },
  { States: ["FAILED", "SUCCEEDED", "FAILED"], outcomes: "--++" },
  { States: ["SUCCEEDED", "IN_PROGRESS"], outcomes: "-++-++" },
  { States: ["FAILED"], outcomes: "-+--+--" },
];

const lists: readonly List[] = [
  {
    name: "ListAccounts shows accounts in the order of joining, moved or not",
    fill: (cell) => {
      const more = ["a", "b", "c"].map((name) => cell.account(name));
      cell.move(drawn(more[0]), cell.root, cell.production);
      return [cell.management, cell.app, ...more];
    },
    show: (cell, page) => {
      const { Accounts, NextToken } = cell.act("ListAccounts", {}, { page });
      return shown(Accounts, NextToken);
    },
  },
  {
    name: "ListOrganizationalUnitsForParent shows the OUs directly below, in the order of creation",
    fill: (cell) => {
      const more = ["d", "c", "b", "a"].map((name) => cell.unit(cell.root, name));
      cell.unit(drawn(more[0]), "below");
      return [cell.workloads, ...more];
    },
    show: (cell, page) => {
      const input = { ParentId: cell.root };
      const { OrganizationalUnits, NextToken } = cell.act("ListOrganizationalUnitsForParent", input, {
        page,
      });
      return shown(OrganizationalUnits, NextToken);
    },
  },
  {
    name: "ListPolicies shows policies of the type in the order of creation",
    fill: (cell) => {
      cell.policy("other", "{}", "TAG_POLICY");
      return [cell.optOut, cell.spare, ...policies(cell)];
    },
    show: (cell, page) => {
      const { Policies, NextToken } = cell.act("ListPolicies", { Filter: aiType }, { page });
      return shown(Policies, NextToken);
    },
    remove: (cell, id) => {
      if (id === cell.optOut) cell.detach(id, cell.root);
      cell.act("DeletePolicy", { PolicyId: id });
    },
  },
  {
    name: "ListPoliciesForTarget shows policies in attachment order",
    fill: (cell) => {
      const order = [cell.spare, ...policies(cell).toReversed()];
      for (const policy of order) cell.attach(policy, cell.root);
      return [cell.optOut, ...order];
    },
    show: (cell, page) => {
      const input = { TargetId: cell.root, Filter: aiType } as const;
      const { Policies, NextToken } = cell.act("ListPoliciesForTarget", input, { page });
      return shown(Policies, NextToken);
    },
    remove: (cell, id) => cell.detach(id, cell.root),
  },
  {
    name: "ListAccountsForParent shows accounts in the order in which they came",
    fill: inWorkloads,
    show: (cell, page) => {
      const { Accounts, NextToken } = cell.act(
        "ListAccountsForParent",
        { ParentId: cell.workloads },
        { page },
      );
      return shown(Accounts, NextToken);
    },
    remove: away,
  },
  {
    name: "ListChildren shows accounts, and no OUs, in the order in which they came",
    fill: inWorkloads,
    show: (cell, page) => {
      const input = { ParentId: cell.workloads, ChildType: "ACCOUNT" } as const;
      const { Children, NextToken } = cell.act("ListChildren", input, { page });
      return shown(Children, NextToken);
    },
    remove: away,
  },
  {
    name: "ListChildren shows OUs, and no accounts, in the order of creation",
    fill: (cell) => [cell.workloads, ...["d", "c", "b", "a"].map((name) => cell.unit(cell.root, name))],
    show: (cell, page) => {
      const input = { ParentId: cell.root, ChildType: "ORGANIZATIONAL_UNIT" } as const;
      const { Children, NextToken } = cell.act("ListChildren", input, { page });
      return shown(Children, NextToken);
    },
    remove: (cell, id) => {
      if (id === cell.workloads) {
        cell.act("RemoveAccountFromOrganization", { AccountId: cell.app });
        cell.act("DeleteOrganizationalUnit", { OrganizationalUnitId: cell.production });
      }
      cell.act("DeleteOrganizationalUnit", { OrganizationalUnitId: id });
    },
  },
  {
    name: "ListTargetsForPolicy shows targets in the order of attaching",
    fill: (cell) => {
      const targets = [cell.app, cell.workloads, cell.management, cell.root, cell.production];
      for (const target of targets) cell.attach(cell.spare, target);
      return targets;
    },
    show: (cell, page) => {
      const { Targets, NextToken } = cell.act("ListTargetsForPolicy", { PolicyId: cell.spare }, { page });
      return shown(
        Targets?.map(({ TargetId }) => ({ Id: TargetId })),
        NextToken,
      );
    },
    remove: (cell, id) => cell.detach(cell.spare, id),
  },
  {
    name: "ListHandshakesForOrganization shows what was sent in the order of sending, filtered or not",
    fill: (cell) =>
      ["a", "b", "c", "d", "e"].map((name) => invited(cell, byAddress(`${name}@other.example`))),
    show: (cell, page) => {
      const input = { Filter: { ActionType: "INVITE" } } as const;
      const { Handshakes, NextToken } = cell.act("ListHandshakesForOrganization", input, { page });
      return shown(Handshakes, NextToken);
    },
  },
  {
    name: "ListHandshakesForAccount shows what was received in the order of sending, whoever sent it",
    fill: (cell) => {
      const other = cell.openAccount("333333333333", "other@other.example", "Other");
      cell.act("CreateOrganization", {}, { as: other });
      const senders = [cell.management, cell.management, cell.management, other, other];
      return senders.map((as) => {
        const { Handshake } = cell.act("InviteAccountToOrganization", byId(cell.outsider), { as });
        const HandshakeId = drawn(Handshake?.Id);
        cell.act("DeclineHandshake", { HandshakeId }, { as: cell.outsider });
        return HandshakeId;
      });
    },
    show: (cell, page) => {
      const answer = cell.act("ListHandshakesForAccount", {}, { page, as: cell.outsider });
      return shown(answer.Handshakes, answer.NextToken);
    },
    // The organization goes with all that it sent.
    remove: (cell, id) => {
      if (cell.cell.handshakes.get(id)?.organizationId !== cell.organization) return;
      cell.act("RemoveAccountFromOrganization", { AccountId: cell.app });
      cell.act("DeleteOrganization", {});
    },
  },
  ...(["Inbound", "Outbound"] as const).map((direction): List => ({
    name: `List${direction}ResponsibilityTransfers shows transfers in the order of asking`,
    fill: (cell) => {
      const others = ["3", "4", "5", "6", "7"].map((digit) => neighbour(cell, digit.repeat(12)));
      return others.map((other) =>
        direction === "Inbound" ? ask(cell, other).transferId : ask(cell, cell.management, other).transferId,
      );
    },
    show: (cell, page) => {
      const name = `List${direction}ResponsibilityTransfers` as const;
      const answer = cell.act(name, { Type: "BILLING" }, { page });
      return shown(answer.ResponsibilityTransfers, answer.NextToken);
    },
  })),
  {
    name: "ListAccountsWithInvalidEffectivePolicy shows accounts in the order of joining, the others left out",
    fill: (cell) => {
      cell.enable("BACKUP_POLICY");
      attachRules(cell, cell.workloads, "a", 11);
      const accounts = ["a", "b", "c", "d", "e", "f"].map((name) => cell.account(name));
      const wrong = accounts.filter((_, index) => index !== 2 && index !== 5);
      for (const account of wrong.toReversed()) cell.move(account, cell.root, cell.workloads);
      return [cell.app, ...wrong];
    },
    show: (cell, page) => {
      const input = { PolicyType: "BACKUP_POLICY" } as const;
      const answer = cell.act("ListAccountsWithInvalidEffectivePolicy", input, { page });
      return shown(answer.Accounts, answer.NextToken);
    },
    remove: away,
  },
  {
    name: "ListEffectivePolicyValidationErrors shows errors in the order of the document",
    fill: (cell) => {
      cell.enable("BACKUP_POLICY");
      attachRules(cell, cell.root, "a", 15);
      return [11, 12, 13, 14, 15].map((rule) => `plans/daily/rules/a${rule}`);
    },
    show: (cell, page) => {
      const input = { PolicyType: "BACKUP_POLICY", AccountId: cell.app } as const;
      const answer = cell.act("ListEffectivePolicyValidationErrors", input, { page });
      const errors = answer.EffectivePolicyValidationErrors?.map(({ PathToError }) => ({ Id: PathToError }));
      return shown(errors, answer.NextToken);
    },
  },
  {
    name: "ListAWSServiceAccessForOrganization shows services in the order of enabling",
    fill: (cell) => {
      for (const name of services) cell.act("EnableAWSServiceAccess", { ServicePrincipal: name });
      return services;
    },
    show: (cell, page) => {
      const answer = cell.act("ListAWSServiceAccessForOrganization", {}, { page });
      return shownServices(answer.EnabledServicePrincipals, answer.NextToken);
    },
    remove: (cell, ServicePrincipal) => cell.act("DisableAWSServiceAccess", { ServicePrincipal }),
  },
  {
    name: "ListDelegatedServicesForAccount shows services in the order of registering",
    fill: (cell) => {
      for (const name of services) cell.register(cell.app, name);
      return services;
    },
    show: (cell, page) => {
      const answer = cell.act("ListDelegatedServicesForAccount", { AccountId: cell.app }, { page });
      return shownServices(answer.DelegatedServices, answer.NextToken);
    },
    remove: (cell, ServicePrincipal) =>
      cell.act("DeregisterDelegatedAdministrator", { AccountId: cell.app, ServicePrincipal }),
  },
  ...[{}, { ServicePrincipal: service }].map((input): List => ({
    name: `ListDelegatedAdministrators shows accounts in the order of registering: ${JSON.stringify(input)}`,
    fill: (cell) => {
      const more = ["a", "b", "c", "d"].map((name) => cell.account(name)).toReversed();
      for (const account of [...more, cell.app]) cell.register(account);
      return [...more, cell.app];
    },
    show: (cell, page) => {
      const answer = cell.act("ListDelegatedAdministrators", input, { page });
      return shown(answer.DelegatedAdministrators, answer.NextToken);
    },
    remove: (cell, AccountId) =>
      cell.act("DeregisterDelegatedAdministrator", { AccountId, ServicePrincipal: service }),
  })),
  ...requested.map(({ States, outcomes }): List => ({
    name: `ListCreateAccountStatus shows requests in the order in which they were made: [${States.join()}]`,
    fill: (cell) => {
      for (const [index, outcome] of Array.from(outcomes).entries()) {
        const Email = outcome === "+" ? `${index}@acme.example` : "app@acme.example";
        cell.act("CreateAccount", { AccountName: "New", Email });
      }
      const { CreateAccountStatuses } = cell.act("ListCreateAccountStatus", {});
      const wanted = (CreateAccountStatuses ?? []).filter(
        ({ State }) => States.length === 0 || States.some((state) => state === State),
      );
      return wanted.map(({ Id }) => drawn(Id));
    },
    show: (cell, page) => {
      const answer = cell.act("ListCreateAccountStatus", { States }, { page });
      return shown(answer.CreateAccountStatuses, answer.NextToken);
    },
  })),
];

function filled({ fill }: List): { readonly cell: ExampleCell; readonly all: readonly string[] } {
  const cell = new ExampleCell();
  return { cell, all: fill(cell) };
}

describe.each(lists)("$name", (list) => {
  const { show } = list;

  test("all on one page, without a token", () => {
    const { cell, all } = filled(list);
    expect(show(cell, { count: 5 })).toStrictEqual({ ids: all, NextToken: undefined });
  });

  test("page by page, each token the place to go on from", () => {
    const { cell, all } = filled(list);
    const first = show(cell, { count: 2 });
    const second = show(cell, { count: 2, after: Number(first.NextToken) });
    const third = show(cell, { count: 2, after: Number(second.NextToken) });
    expect([first.ids, second.ids, third.ids]).toEqual([all.slice(0, 2), all.slice(2, 4), all.slice(4)]);
    expect([first.NextToken, second.NextToken]).toEqual([
      expect.stringMatching(/^[1-9]\d*$/),
      expect.stringMatching(/^[1-9]\d*$/),
    ]);
    expect(third.NextToken).toBeUndefined();
  });

  test("the last page says that it is the last, even when full", () => {
    const { cell, all } = filled(list);
    const first = show(cell, { count: 3 });
    const last = show(cell, { count: 2, after: Number(first.NextToken) });
    expect(last).toStrictEqual({ ids: all.slice(3), NextToken: undefined });
  });
});

test.each(lists.filter(({ remove }) => remove !== undefined))(
  "$name: what leaves between two pages takes nothing else with it",
  (list) => {
    const { cell, all } = filled(list);
    const { NextToken } = list.show(cell, { count: 2 });
    for (const gone of all.slice(0, 3)) list.remove?.(cell, gone);
    expect(list.show(cell, { after: Number(NextToken) }).ids).toEqual(all.slice(3));
  },
);

test("ListRoots shows its one root on the first page only", () => {
  const cell = new ExampleCell();
  expect(cell.act("ListRoots", {}, { page: { count: 1 } })).not.toHaveProperty("NextToken");
  expect(cell.act("ListRoots", {}, { page: { after: 1 } })).toStrictEqual({ Roots: [] });
});

test("ListParents shows its one parent on the first page only", () => {
  const cell = new ExampleCell();
  const input = { ChildId: cell.production };
  expect(cell.act("ListParents", input)).toStrictEqual({
    Parents: [{ Id: cell.workloads, Type: "ORGANIZATIONAL_UNIT" }],
  });
  expect(cell.act("ListParents", input, { page: { after: 1 } })).toStrictEqual({ Parents: [] });
});

test("ListCreateAccountStatus: no request is ever in progress", () => {
  const { CreateAccountStatuses } = new ExampleCell().act("ListCreateAccountStatus", {
    States: ["IN_PROGRESS"],
  });
  expect(CreateAccountStatuses).toEqual([]);
});

test("ListTagsForResource shows AWS's most on one page, and more where a quota allows more", () => {
  const cell = new ExampleCell();
  const Tags = Array.from({ length: 60 }, (_, index) => ({ Key: `key ${index}`, Value: "" }));
  const input = { ResourceId: cell.root };
  cell.act("TagResource", { ...input, Tags: Tags.slice(0, 50) });
  expect(cell.act("ListTagsForResource", input)).toStrictEqual({ Tags: Tags.slice(0, 50) });
  cell.act("TagResource", { ...input, Tags: Tags.slice(50) }, { quotas: { tagsMax: 60 } });
  const { NextToken } = cell.act("ListTagsForResource", input);
  cell.act("UntagResource", { ...input, TagKeys: ["key 3", "key 51"] });
  const rest = cell.act("ListTagsForResource", input, { page: { after: Number(NextToken) } });
  expect(rest).toStrictEqual({ Tags: [...Tags.slice(50, 51), ...Tags.slice(52)] });
});

test("ListPoliciesForTarget: a policy detached and attached again comes last", () => {
  const cell = new ExampleCell();
  cell.attach(cell.spare, cell.root);
  cell.detach(cell.optOut, cell.root);
  cell.attach(cell.optOut, cell.root);
  const { Policies } = cell.act("ListPoliciesForTarget", { TargetId: cell.root, Filter: aiType });
  expect(shown(Policies).ids).toEqual([cell.spare, cell.optOut]);
});

test("ListPoliciesForTarget: what is attached while a client pages comes on its last page", () => {
  const cell = new ExampleCell();
  const [a, b, late] = policies(cell);
  for (const policy of [a, b]) cell.attach(drawn(policy), cell.root);
  const input = { TargetId: cell.root, Filter: aiType } as const;
  const { NextToken } = cell.act("ListPoliciesForTarget", input, { page: { count: 2 } });
  for (const gone of [cell.optOut, drawn(a)]) cell.detach(gone, cell.root);
  cell.attach(drawn(late), cell.root);
  const { Policies } = cell.act("ListPoliciesForTarget", input, { page: { after: Number(NextToken) } });
  expect(shown(Policies).ids).toEqual([b, late]);
});
