import { expect, test } from "vitest";
import { nodeRows } from "./node-rows.js";
import { optInToLex, optOutOfAll, organizationWith } from "./organization.fixture.js";

const atRoot = { policyId: "p-all", targetId: "r-root" };

test("every node has its path from the root, and an OU counts the accounts at every depth below it", () => {
  const rows = nodeRows(organizationWith({ contents: { "p-all": optOutOfAll }, attachments: [atRoot] }));
  const told = [...rows.byId.values()].map(({ kind, name, path, accountsBelow }) => [
    kind,
    name,
    path,
    accountsBelow,
  ]);
  expect(told).toEqual([
    ["Root", "Root", "", 4],
    ["OU", "Production", "Root", 2],
    ["OU", "Lab", "Root", 1],
    ["OU", "EU", "Root / Production", 1],
    ["Account", "Management", "Root", 0],
    ["Account", "Web", "Root / Production", 0],
    ["Account", "Data", "Root / Production / EU", 0],
    ["Account", "Bench", "Root / Lab", 0],
  ]);
  expect(rows.childrenOf("ou-root-prod").map(({ name }) => name)).toEqual(["EU", "Web"]);
  expect([...rows.byId.values()].filter(({ isManagement }) => isManagement).map(({ name }) => name)).toEqual([
    "Management",
  ]);
});

test("an opt-in below an opt-out without locks shows at its OU and account, and in the counts above", () => {
  const open = JSON.stringify({ services: { default: { opt_out_policy: { "@@assign": "optOut" } } } });
  const rows = nodeRows(
    organizationWith({
      contents: { "p-open": open, "p-lex": optInToLex },
      attachments: [
        { policyId: "p-open", targetId: "r-root" },
        { policyId: "p-lex", targetId: "ou-root-eu" },
      ],
    }),
  );
  expect(rows.byId.get("333333333333")?.optOutState).toBe("opted-in");
  expect(rows.byId.get("ou-root-eu")?.optOutState).toBe("opted-in");
  expect(rows.byId.get("222222222222")?.optOutState).toBe("opted-out");
  expect(rows.root.accountsOptedOut).toBe(3);
  // What stands above says what has to be heard of below it, not what a new account would get there.
  expect(rows.root.optOutState).toBe("opted-in");
  expect(rows.byId.get("ou-root-prod")?.optOutState).toBe("opted-in");
  expect(rows.byId.get("ou-root-lab")?.optOutState).toBe("opted-out");
  expect(rows.byId.get("ou-root-prod")?.accountsOptedOut).toBe(1);
});

test("what cannot be read is unknown, never opted out", () => {
  const rows = nodeRows(
    organizationWith({
      contents: { "p-secret": null },
      attachments: [{ policyId: "p-secret", targetId: "ou-root-lab" }],
      unread: [{ what: "the content of policy p-secret", why: "denied", about: "p-secret" }],
    }),
  );
  expect(rows.byId.get("444444444444")?.optOut).toBe("Unknown");
  expect(rows.byId.get("222222222222")?.optOut).toBe("No choice made");
});

test("where accounts could not be read, the counts above say that there may be more", () => {
  const organization = organizationWith({ contents: {}, attachments: [] });
  const unread = [{ what: "the accounts below ou-root-eu", why: "denied", about: "ou-root-eu" }];
  const rows = nodeRows({ ...organization, tree: { ...organization.tree, unread } });
  const partial = [...rows.byId.values()].filter(({ isWhole }) => !isWhole).map(({ name }) => name);
  expect(partial).toEqual(["Root", "Production", "EU"]);
});
