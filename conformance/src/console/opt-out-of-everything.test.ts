// Opting out of everything: dry run, confirmation, the steps, what holds for each account, and the overview that says it.

import { beforeAll, expect, test } from "vitest";
import { take } from "../clients/take.js";
import { aiType, createConsoleOrganization } from "./console-organization.js";
import { createConsoleUser, signInAs } from "./console-user.js";
import type { ConsoleUser } from "./console-user.js";
import { describeConsole } from "./console-visit.js";

const everythingOut =
  "Every account is opted out of every AI service, and nobody below the root can change that";

describeConsole("opting out of everything", (started) => {
  let ana: ConsoleUser;
  let ids: Awaited<ReturnType<typeof createConsoleOrganization>>;
  beforeAll(async () => {
    ids = await createConsoleOrganization(started(), { isEnabled: false });
    ana = await createConsoleUser(started(), "ana");
  });

  const policies = async () => take(await started().client.call("ListPolicies", { Filter: aiType })).Policies;

  test("a dry run changes nothing; what it promised is done after it is confirmed, and holds everywhere", async () => {
    expect(
      await started().visiting(async (page) => {
        await signInAs(page, started(), ana);
        await page.getByText("No choice made: AWS's default is to use content").waitFor();
        await page.getByRole("link", { name: "Opt out of everything" }).click();
        const steps = page.getByRole("list", { name: "Steps" });
        await steps.getByText("You may: organizations:EnablePolicyType").waitFor();
        await steps.getByText("You may: organizations:CreatePolicy").waitFor();
        await steps.getByText("You may: organizations:AttachPolicy").waitFor();
        await page.getByText(/All \d+ services are locked/).waitFor();
        const optOut = page.getByRole("button", { name: "Opt out", exact: true });
        expect(await optOut.getAttribute("aria-disabled")).toBe("true");
        expect(await policies()).toEqual([]);
        await page.getByRole("checkbox", { name: /is deleted for good/ }).check();
        await optOut.click();
        await page.getByText(everythingOut).waitFor();
        const progress = page.getByRole("list", { name: "Progress" });
        expect(await progress.getByText("Done").count()).toBe(3);
        const accounts = page.getByRole("table", { name: "What holds for each account" });
        for (const id of [started().cell.accountId, ids.outerId, ids.innerId])
          await accounts.getByRole("row").filter({ hasText: id }).getByText("Fully opted out").waitFor();
        await page.getByRole("link", { name: "Go to the overview" }).click();
        await page.getByRole("link", { name: /: 3 of 3 accounts, show them$/ }).waitFor();
        await page.getByText(everythingOut).waitFor();
      }),
    ).toEqual([]);
    for (const TargetId of [started().cell.accountId, ids.outerId, ids.innerId]) {
      const question = { PolicyType: aiType, TargetId };
      const { EffectivePolicy } = take(await started().client.call("DescribeEffectivePolicy", question));
      expect(JSON.parse(EffectivePolicy?.PolicyContent ?? "")).toEqual({
        services: { default: { opt_out_policy: "optOut" } },
      });
    }
  });

  test("what is done already is not done again", async () => {
    expect(
      await started().visiting(async (page) => {
        await signInAs(page, started(), ana, "/opt-out");
        await page.getByText("Nothing is left to do").waitFor();
        expect(await page.getByRole("button", { name: "Opt out", exact: true }).count()).toBe(0);
      }),
    ).toEqual([]);
    expect(await policies()).toHaveLength(1);
  });
});
