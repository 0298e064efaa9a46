// Act four: lists longer than a page, by the client's own paginator and by hand.

import { expect } from "vitest";
import { take } from "../clients/take.js";
import { optOutDocument } from "./documents.js";
import type { Act } from "./run-journey.js";
import type { Scene } from "./scene.js";

const aiType = "AISERVICES_OPT_OUT_POLICY";
const Filter = aiType;
/** More than the 20 that a page holds at most. */
const crowd = Array.from({ length: 23 }, (_, index) => `Crowd ${index}`);

/** Makes as many accounts, OUs and policies, all at once. */
async function gather({ crew }: Scene, ParentId: string): Promise<void> {
  const Content = optOutDocument({ polly: "optIn" });
  const made = await Promise.all(
    crowd.flatMap((Name, index) => [
      crew.call("CreateAccount", { AccountName: Name, Email: `${index}@crowd.example` }),
      crew.call("CreateOrganizationalUnit", { ParentId, Name }),
      crew.call("CreatePolicy", { Type: aiType, Name, Description: "", Content }),
    ]),
  );
  for (const reply of made) take<object>(reply);
}

const namesOf = (items: readonly { readonly Name?: string | undefined }[] | undefined): readonly string[] =>
  (items ?? []).map(({ Name }) => Name ?? "");

/** The crowd is there once each; order is the server's, the same on every way through. */
function isWhole(names: readonly string[], others: readonly string[]): void {
  expect(names.toSorted()).toEqual([...others, ...crowd].toSorted());
}

export const pageThrough: Act = {
  title: "more than a page",
  steps: [
    {
      name: "every account is listed once, by pages of 7 as by the largest",
      run: async (scene) => {
        await gather(scene, scene.id("Research"));
        const { Accounts } = take(await scene.client.list("ListAccounts", {}, { pageSize: 7 }));
        isWhole(namesOf(Accounts), ["Management", "Payments", "Recordings", "Lab"]);
        const largest = take(await scene.crew.list("ListAccounts", {}, {}));
        expect(namesOf(Accounts)).toEqual(namesOf(largest.Accounts));
      },
    },
    {
      name: "every OU of a parent is listed once",
      run: async (scene) => {
        const parent = { ParentId: scene.id("Research") };
        const { OrganizationalUnits } = take(
          await scene.client.list("ListOrganizationalUnitsForParent", parent, { pageSize: 20 }),
        );
        isWhole(namesOf(OrganizationalUnits), ["Speech"]);
      },
    },
    {
      name: "every policy of a type is listed once, when the client does not say how large a page is",
      run: async (scene) => {
        const { Policies } = take(await scene.client.list("ListPolicies", { Filter }, {}));
        const own = ["Everything out", "Speech in", "Lab its own way", `Bytes of ${aiType}`];
        isWhole(namesOf(Policies), [...own, "Fifth", "Fourth", "Third", "Second", "First"]);
      },
    },
    {
      name: "a page by hand leads on to exactly the rest",
      run: async (scene) => {
        const first = await scene.does("ListAccounts", { MaxResults: 10 });
        expect(first.Accounts).toHaveLength(10);
        const startingToken = scene.keep("token", first.NextToken);
        const rest = take(await scene.client.list("ListAccounts", {}, { pageSize: 20, startingToken }));
        const all = take(await scene.crew.list("ListAccounts", {}, {}));
        expect([...namesOf(first.Accounts), ...namesOf(rest.Accounts)]).toEqual(namesOf(all.Accounts));
        const last = await scene.does("ListAccounts", { MaxResults: 20, NextToken: startingToken });
        expect(last).not.toHaveProperty("NextToken");
      },
    },
  ],
};
