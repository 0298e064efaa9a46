import { expect, test } from "vitest";
import { tree } from "./organization.fixture.js";
import {
  withAccount,
  withMovedAccounts,
  withReadAccount,
  withRenamedUnit,
  withUnit,
  withoutAccount,
  withoutUnit,
} from "./tree-changes.js";

const parents = (after: typeof tree) => after.accounts.map(({ Id, parentId }) => [Id, parentId]);

test("accounts move, and no other with them", () => {
  const after = withMovedAccounts(new Set(["222222222222", "333333333333"]), "ou-root-lab")(tree);
  expect(parents(after)).toEqual([
    ["111111111111", "r-root"],
    ["222222222222", "ou-root-lab"],
    ["333333333333", "ou-root-lab"],
    ["444444444444", "ou-root-lab"],
  ]);
});

test("accounts come, change and go", () => {
  const added = withAccount({ Id: "555555555555", Name: "New" }, "r-root")(tree);
  expect(added.accounts.at(-1)).toEqual({ Id: "555555555555", Name: "New", parentId: "r-root" });
  const closed = withReadAccount({ Id: "222222222222", State: "CLOSED" })(tree);
  expect(closed.accounts[1]).toMatchObject({ Name: "Web", State: "CLOSED", parentId: "ou-root-prod" });
  expect(withoutAccount("222222222222")(tree).accounts).toHaveLength(3);
});

test("OUs come, change and go", () => {
  const added = withUnit({ Id: "ou-root-new", Name: "New" }, "ou-root-lab")(tree);
  expect(added.units.at(-1)).toEqual({ Id: "ou-root-new", Name: "New", parentId: "ou-root-lab" });
  expect(withRenamedUnit("ou-root-lab", "Attic")(tree).units[1]).toMatchObject({ Name: "Attic" });
  expect(withoutUnit("ou-root-lab")(tree).units.map(({ Id }) => Id)).toEqual(["ou-root-prod", "ou-root-eu"]);
});
