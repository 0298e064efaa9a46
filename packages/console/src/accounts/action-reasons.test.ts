import { describe, expect, test } from "vitest";
import { actionReasons } from "./action-reasons.js";
import { nodeRows } from "./node-rows.js";
import { organizationWith } from "./organization.fixture.js";

const rows = nodeRows(organizationWith({ contents: {}, attachments: [] }));
const around = { childrenCount: (id: string) => rows.childrenOf(id).length, hasAllFeatures: true };
const reasonsFor = (...ids: string[]) =>
  actionReasons(
    ids.map((id) => rows.byId.get(id)!),
    around,
  );

test("with nothing selected, everything says what to select", () => {
  for (const reason of Object.values(reasonsFor())) expect(reason).toMatch(/^Select /);
});

test("one member account may be moved, closed and removed", () => {
  expect(reasonsFor("222222222222")).toMatchObject({
    move: undefined,
    close: undefined,
    remove: undefined,
    rename: "Select one OU first",
  });
});

test("the management account is neither closed nor removed, but moves", () => {
  const { move, close, remove } = reasonsFor("111111111111");
  expect(move).toBeUndefined();
  expect(close).toMatch(/management account/);
  expect(remove).toMatch(/management account/);
});

test("several accounts move together; an OU among them does not", () => {
  expect(reasonsFor("222222222222", "333333333333").move).toBeUndefined();
  expect(reasonsFor("222222222222", "ou-root-lab").move).toMatch(/no call that moves an OU/);
});

describe("an OU", () => {
  test("that holds something is renamed, not deleted", () => {
    const { rename, deleteUnit } = reasonsFor("ou-root-prod");
    expect(rename).toBeUndefined();
    expect(deleteUnit).toMatch(/not empty \(2 accounts below it\)/);
  });

  test("that is empty may be deleted", () => {
    const empty = actionReasons([rows.byId.get("ou-root-prod")!], { ...around, childrenCount: () => 0 });
    expect(empty.deleteUnit).toBeUndefined();
  });
});

test("a closed account is not closed again, and billing-only organizations close none", () => {
  const closed = { ...rows.byId.get("222222222222")!, state: "CLOSED" };
  expect(actionReasons([closed], around).close).toBe("The account is CLOSED already");
  expect(actionReasons([rows.byId.get("222222222222")!], { ...around, hasAllFeatures: false }).close).toMatch(
    /all features/,
  );
});
