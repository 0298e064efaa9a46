import { expect, test } from "vitest";
import type { Api } from "../api/api.js";
import { PartlyMade } from "../api/partly-made.js";
import { moveAccounts } from "./move-accounts.js";
import type { Movement } from "./move-accounts.js";
import { nodeRows } from "./node-rows.js";
import { organizationWith, tree } from "./organization.fixture.js";
import type { TreeChange } from "./tree-changes.js";

const rows = nodeRows(organizationWith({ contents: {}, attachments: [] }));
const accounts = ["222222222222", "333333333333", "444444444444"].map((id) => rows.byId.get(id)!);

/** Answers the calls in turn; `undefined` is success. */
function move(answers: readonly (Error | undefined)[]) {
  const left = [...answers];
  const api = {
    organizations: async () => {
      const error = left.shift();
      if (error !== undefined) throw error;
    },
  } as unknown as Api;
  const told: (readonly [string, Movement["state"]])[] = [];
  const changes: TreeChange[] = [];
  const moving = moveAccounts(
    api,
    { accounts, parentId: "r-root" },
    {
      show: (change) => void changes.push(change),
      onProgress: (id, { state }) => void told.push([id, state]),
    },
  );
  const parents = () =>
    changes.reduce((after, change) => change(after), tree).accounts.map(({ parentId }) => parentId);
  return { moving, told, parents };
}

test("each account is told twice, and the tree shows them all where they are now", async () => {
  const { moving, told, parents } = move([undefined, undefined, undefined]);
  await expect(moving).resolves.toBe(3);
  expect(told).toEqual(
    accounts.flatMap(({ id }) => [
      [id, "moving"],
      [id, "moved"],
    ]),
  );
  expect(parents()).toEqual(["r-root", "r-root", "r-root", "r-root"]);
});

test("one that fails does not keep the others, and the tree shows those that moved", async () => {
  const { moving, told, parents } = move([undefined, new Error("gone"), undefined]);
  await expect(moving).rejects.toThrow(PartlyMade);
  await expect(moving).rejects.toThrow("2 of 3 accounts moved; then: gone");
  expect(told.filter(([, state]) => state === "failed")).toEqual([["333333333333", "failed"]]);
  expect(parents()).toEqual(["r-root", "r-root", "ou-root-eu", "r-root"]);
});

test("where none moved, nothing was changed", async () => {
  const { moving } = move([new Error("no"), new Error("no"), new Error("no")]);
  await expect(moving).rejects.toThrow(/^no$/);
  await expect(moving).rejects.not.toThrow(PartlyMade);
});
