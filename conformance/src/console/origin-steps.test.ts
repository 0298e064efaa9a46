// The six steps by which the announcement of 2020 has a person opt out, taken in the console; then the policy attached,
// and what it comes to.

import { beforeAll, expect, test } from "vitest";
import { take } from "../clients/take.js";
import { aiType, createConsoleOrganization, policyIdOf, storedContent } from "./console-organization.js";
import { createConsoleUser, signInAs } from "./console-user.js";
import type { ConsoleUser } from "./console-user.js";
import { describeConsole } from "./console-visit.js";

describeConsole("the six steps of the announcement", (started) => {
  let ana: ConsoleUser;
  let ids: Awaited<ReturnType<typeof createConsoleOrganization>>;
  beforeAll(async () => {
    ids = await createConsoleOrganization(started(), { isEnabled: false });
    ana = await createConsoleUser(started(), "ana");
  });

  test("the policy type is enabled", async () => {
    expect(
      await started().visiting(async (page) => {
        await signInAs(page, started(), ana);
        await page.getByText("The policy type for AI services is not enabled").waitFor();
        await page.getByRole("link", { name: "Policy types" }).click();
        await page.getByRole("button", { name: "Enable AI services opt-out policies" }).click();
        const dialog = page.getByRole("dialog", { name: "Enable AI services opt-out policies?" });
        await dialog.getByRole("button", { name: "Enable" }).click();
        await page.getByRole("button", { name: "Disable AI services opt-out policies" }).waitFor();
      }),
    ).toEqual([]);
    const { Roots } = take(await started().client.call("ListRoots", {}));
    expect(Roots?.[0]?.PolicyTypes).toEqual([{ Type: aiType, Status: "ENABLED" }]);
  });

  test("sign in, Policies, AI services, Create policy, name and services, arrow, Create policy", async () => {
    expect(
      await started().visiting(async (page) => {
        await signInAs(page, started(), ana);
        await page.getByRole("link", { name: "Policy types" }).click();
        await page.getByRole("link", { name: "AI services opt-out policies" }).first().click();
        await page
          .getByRole("button", { name: "Create policy" })
          .or(page.getByRole("link", { name: "Create policy" }))
          .first()
          .click();
        await page.getByRole("textbox", { name: "Policy name" }).fill("Group-wide opt-out");
        await page
          .getByRole("textbox", { name: "Policy description" })
          .fill("Faces, voices and language stay ours");
        const optedIn = page.getByRole("region", { name: "Opted in" });
        for (const service of ["Rekognition", "Transcribe", "Comprehend"])
          await page
            .getByRole("option", { name: new RegExp(`\\b${service}\\b`) })
            .first()
            .click();
        await optedIn
          .or(page.getByRole("region", { name: "No choice here (inherited)" }))
          .first()
          .waitFor();
        await page.getByRole("button", { name: "Move to opted out" }).first().click();
        const optedOut = page.getByRole("region", { name: "Opted out" });
        await optedOut.getByRole("option", { name: /Rekognition/ }).waitFor();
        expect(await optedOut.getByRole("option").count()).toBe(3);
        await page.getByRole("button", { name: "Create policy" }).click();
        await page.getByText("Group-wide opt-out created").or(page.getByText("created")).first().waitFor();
        await page.getByRole("heading", { level: 1, name: "Group-wide opt-out" }).waitFor();
      }),
    ).toEqual([]);
    const id = await policyIdOf(started(), "Group-wide opt-out");
    expect(JSON.parse(await storedContent(started(), id ?? ""))).toEqual({
      services: Object.fromEntries(
        ["rekognition", "transcribe", "comprehend"].map((key) => [
          key,
          { opt_out_policy: { "@@assign": "optOut" } },
        ]),
      ),
    });
  });

  test("attached to the root, it holds for an account as the API says", async () => {
    let shown = "";
    const choices = new Map<string, string>();
    expect(
      await started().visiting(async (page) => {
        const id = (await policyIdOf(started(), "Group-wide opt-out")) ?? "";
        await signInAs(page, started(), ana, `/policies/aiservices-opt-out-policy/${id}?tab=targets`);
        await page.getByRole("button", { name: "Attach" }).first().click();
        const dialog = page.getByRole("dialog", { name: "Attach Group-wide opt-out" });
        await dialog.getByRole("checkbox", { name: "Select Root" }).check();
        await dialog.getByText("Choices change for").waitFor();
        // What was kept is deleted, which cannot be undone.
        await dialog.getByRole("textbox", { name: "To confirm, type attach" }).fill("attach");
        await dialog.getByRole("button", { name: "Attach", exact: true }).click();
        await page.getByText("Group-wide opt-out attached to 1 target").waitFor();
        await page.getByRole("link", { name: "AWS accounts" }).click();
        await page.getByRole("link", { name: "Payments" }).click();
        await page.getByRole("tab", { name: "Effective policy" }).click();
        const code = page.getByRole("code").filter({ hasText: '"services"' });
        await code.waitFor();
        shown = (await code.textContent()) ?? "";
        for (const row of await page.getByRole("table", { name: "AI services" }).getByRole("row").all()) {
          const [name = "", choice = ""] = await row.locator("th, td").allTextContents();
          choices.set(name, choice);
        }
      }),
    ).toEqual([]);
    const question = { PolicyType: aiType, TargetId: ids.outerId };
    const { EffectivePolicy } = take(await started().client.call("DescribeEffectivePolicy", question));
    const said = JSON.parse(EffectivePolicy?.PolicyContent ?? "") as { readonly services: object };
    expect(Object.keys(said.services).toSorted()).toEqual(["comprehend", "rekognition", "transcribe"]);
    expect(JSON.parse(shown)).toEqual(said);
    const optedOut = [...choices].filter(([, choice]) => choice === "Opted out").map(([name]) => name);
    expect(optedOut.toSorted()).toEqual(["Amazon Comprehend", "Amazon Rekognition", "Amazon Transcribe"]);
  });
});
