// What somebody may not do is disabled and says why; what somebody may not read is unknown, never opted out.

import { beforeAll, expect, test } from "vitest";
import { aiPolicies, createAttachedPolicy, createConsoleOrganization } from "./console-organization.js";
import { createConsoleUser, signInAs } from "./console-user.js";
import { describeConsole, goTo } from "./console-visit.js";

const allow = (Action: string | readonly string[]) => ({ Effect: "Allow", Action, Resource: "*" });
const reading = ["organizations:Describe*", "organizations:List*"];
const lockedOut = {
  services: {
    "@@operators_allowed_for_child_policies": ["@@none"],
    default: {
      "@@operators_allowed_for_child_policies": ["@@none"],
      opt_out_policy: { "@@operators_allowed_for_child_policies": ["@@none"], "@@assign": "optOut" },
    },
  },
};

describeConsole("permissions", (started) => {
  let ids: Awaited<ReturnType<typeof createConsoleOrganization>>;
  beforeAll(async () => {
    ids = await createConsoleOrganization(started());
    await createAttachedPolicy(started(), "everything out", lockedOut, ids.rootId);
  });

  test("without `organizations:CreatePolicy` the button is disabled and says why", async () => {
    const reader = await createConsoleUser(started(), "reader", { statements: [allow(reading)] });
    expect(
      await started().visiting(async (page) => {
        await signInAs(page, started(), reader, aiPolicies);
        const create = page.getByRole("button", { name: "Create policy" });
        await page.getByRole("link", { name: "everything out" }).waitFor();
        await expect.poll(async () => create.getAttribute("aria-disabled")).toBe("true");
        await create.focus();
        const reason = page.getByText(/is not authorized to perform: organizations:CreatePolicy/);
        await reason.filter({ visible: true }).waitFor();
        // Whoever comes by the address is told the same.
        await goTo(page, `${aiPolicies}/create`);
        await page.getByRole("textbox", { name: "Policy name" }).fill("not for me");
        await create.focus();
        await reason.filter({ visible: true }).waitFor();
      }),
    ).toEqual([]);
  });

  test("who may read all of it is told that everything is opted out", async () => {
    const auditor = await createConsoleUser(started(), "auditor", { statements: [allow(reading)] });
    expect(
      await started().visiting(async (page) => {
        await signInAs(page, started(), auditor);
        await page
          .getByText(
            "Every account is opted out of every AI service, and nobody below the root can change that",
          )
          .waitFor();
      }),
    ).toEqual([]);
  });

  test.each([
    ["no policies", ["organizations:ListPolicies", "organizations:ListPoliciesForTarget"]],
    ["no content of policies", ["organizations:DescribePolicy"]],
    ["no targets of policies", ["organizations:ListTargetsForPolicy"]],
    ["no accounts", ["organizations:ListAccounts*", "organizations:ListChildren"]],
  ])("who may read %s is told what is unknown, and never that it is opted out", async (what, denied) => {
    const deny = { Effect: "Deny", Action: denied, Resource: "*" };
    const user = await createConsoleUser(started(), what.replaceAll(" ", "-"), {
      statements: [allow(reading), deny],
    });
    expect(
      await started().visiting(
        async (page) => {
          await signInAs(page, started(), user);
          await page
            .getByText(/^Unknown|could not be read/)
            .first()
            .waitFor();
          expect(await page.getByText(/every account is opted out/i).count()).toBe(0);
        },
        { provokes: [400] },
      ),
    ).toEqual([]);
  });
});
