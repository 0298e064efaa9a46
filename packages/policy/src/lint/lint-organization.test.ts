import { describe, expect, test } from "vitest";
import type { OrganizationSnapshot } from "../snapshot/organization-snapshot.js";
import { lintOrganization } from "./lint-organization.js";

const out = { opt_out_policy: { "@@assign": "optOut" } };
const lexIn = { services: { lex: { opt_out_policy: { "@@assign": "optIn" } } } };
const type = "AISERVICES_OPT_OUT_POLICY";

const base: OrganizationSnapshot = {
  version: 1,
  provenance: { source: "test", readAt: "2026-01-01T00:00:00.000Z" },
  enabledTypes: [type],
  root: { id: "r" },
  units: [
    { id: "u1", name: "One", parentId: "r" },
    { id: "u2", name: "Two", parentId: "u1" },
  ],
  accounts: [
    { id: "a1", name: "A", parentId: "u1" },
    { id: "a2", name: "B", parentId: "u2" },
    { id: "a3", name: "C", parentId: "r" },
  ],
  policies: [],
  attachments: [],
  attachmentOrder: "known",
  unread: [],
};

/** Policies by id, with where each is attached. */
function organization(
  policies: Readonly<Record<string, readonly [unknown, readonly string[]]>>,
  more: Partial<OrganizationSnapshot> = {},
): OrganizationSnapshot {
  const all = Object.entries(policies);
  return {
    ...base,
    policies: all.map(([id, [content]]) => ({
      id,
      name: id,
      type,
      content: content === null ? null : JSON.stringify(content),
    })),
    attachments: all.flatMap(([policyId, [, targets]]) =>
      targets.map((targetId) => ({ policyId, targetId })),
    ),
    ...more,
  };
}

const found = (snapshot: OrganizationSnapshot): string[] =>
  lintOrganization(snapshot).policies.flatMap(({ policy, findings }) =>
    findings
      .filter(({ rule }) => rule !== "opts-in" && rule !== "repeats-default")
      .map(({ rule, path }) => `${policy.id} ${rule} ${path}`),
  );

const both = { services: { default: out, lex: out } };

describe("an entry is redundant", () => {
  const redundant = ["p redundant-entry $.services.lex"];
  test.each<readonly [string, OrganizationSnapshot, readonly string[]]>([
    ["where nothing else stands", organization({ p: [both, ["r"]] }), redundant],
    [
      "not below one that sets the service otherwise",
      organization({ q: [lexIn, ["r"]], p: [both, ["u1"]] }),
      [],
    ],
    [
      "beside one that no account below it sees",
      organization({ q: [lexIn, ["a3"]], p: [both, ["u1"]] }),
      redundant,
    ],
    [
      "above one that sets the service itself",
      organization({ p: [both, ["r"]], q: [lexIn, ["u1"]] }),
      redundant,
    ],
    [
      "not above one that changes the default",
      organization({
        p: [both, ["r"]],
        q: [{ services: { default: { opt_out_policy: { "@@assign": "optIn" } } } }, ["a2"]],
      }),
      ["q opts-in-default $.services.default.opt_out_policy"],
    ],
    ["attached twice, one below the other", organization({ p: [both, ["r", "u2"]] }), redundant],
    [
      "not where it holds under one of two targets",
      organization({ q: [lexIn, ["u1"]], p: [both, ["u2", "a3"]] }),
      [],
    ],
    [
      "not where no account is below: nothing is tried",
      organization({ p: [both, []] }),
      ["p unattached-policy $"],
    ],
    [
      "not where another policy is refused",
      organization({ p: [both, ["r"]], q: [{ services: {} }, ["a1"]] }),
      ["q sets-nothing $.services"],
    ],
    [
      "not where something is unread",
      organization({ p: [both, ["r"]] }, { unread: [{ what: "w", why: "y", about: "a1" }] }),
      [],
    ],
    [
      "not where the order of peers is unknown",
      organization({ p: [both, ["r"]], q: [lexIn, ["r"]] }, { attachmentOrder: "unknown" }),
      [],
    ],
    [
      "where the first attached of peers sets it",
      organization({ q: [lexIn, ["r"]], p: [both, ["r"]] }),
      redundant,
    ],
  ])("%s", (_, snapshot, expected) => {
    expect(found(snapshot)).toEqual(expected);
  });
});

describe("what could not be read", () => {
  test("is undetermined, and no policy is called unattached that it may attach", () => {
    const unread = [{ what: "the attachments of OU `One`", why: "access denied", about: "u1" }];
    const result = lintOrganization(organization({ p: [both, []] }, { unread }));
    expect(result.undetermined).toEqual([
      { policyId: "u1", why: "the attachments of OU `One`: access denied" },
    ]);
    expect(result.policies[0]?.findings.map(({ rule }) => rule)).not.toContain("unattached-policy");
  });

  test("of another policy leaves this one unattached", () => {
    const unread = [{ what: "the content of `q`", why: "access denied", about: "q" }];
    const snapshot = organization({ p: [both, []], q: [null, ["r"]] }, { unread });
    expect(found(snapshot)).toEqual(["p unattached-policy $"]);
    expect(lintOrganization(snapshot).undetermined).toHaveLength(1);
  });

  test("without a word is undetermined too", () => {
    expect(lintOrganization(organization({ q: [null, ["r"]] })).undetermined).toEqual([
      { policyId: "q", why: "its content could not be read" },
    ]);
  });
});

describe("the type", () => {
  test("that is not known to be enabled or not says nothing", () => {
    const { enabledTypes: _, ...rest } = organization({ p: [lexIn, ["r"]] });
    expect(found(rest)).toEqual([]);
  });

  test("of policies that do not merge is passed over, of others is checked for syntax", () => {
    const scp = { id: "s", name: "s", type: "SERVICE_CONTROL_POLICY", content: "{}" };
    const tag = { id: "t", name: "t", type: "CHATBOT_POLICY", content: '{"a":1}' };
    const snapshot = { ...base, policies: [scp, tag], attachments: [{ policyId: "t", targetId: "r" }] };
    expect(found(snapshot)).toEqual(["t missing-operator $.a", "t type-not-enabled $"]);
  });
});

test("a redundant entry in each of a thousand policies over ten thousand accounts", () => {
  const units = Array.from({ length: 1000 }, (_, index) => ({ id: `u${index}`, name: "U", parentId: "r" }));
  const accounts = Array.from({ length: 10_000 }, (_, index) => ({
    id: `a${index}`,
    name: "A",
    parentId: `u${index % 1000}`,
  }));
  const policies = Object.fromEntries(units.map(({ id }) => [`p-${id}`, [both, [id]] as const]));
  expect(found(organization(policies, { units, accounts }))).toHaveLength(1000);
});
