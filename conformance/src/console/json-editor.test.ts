// The same policy by the JSON tab: typed, completed, mended at its lines; and both tabs edit one document.

import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { aiPolicies, createConsoleOrganization, policyIdOf, storedContent } from "./console-organization.js";
import { createConsoleUser, signInAs } from "./console-user.js";
import type { ConsoleUser } from "./console-user.js";
import { describeConsole } from "./console-visit.js";

const editor = (page: Page) => page.getByRole("textbox", { name: /^Policy document \(JSON\)/ });
const findings = (page: Page) => page.getByRole("list", { name: "Findings" });
const create = (page: Page) => page.getByRole("button", { name: "Create policy" });

async function replaceWith(page: Page, text: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(text);
}

describeConsole("the JSON tab", (started) => {
  let ana: ConsoleUser;
  beforeAll(async () => {
    await createConsoleOrganization(started());
    ana = await createConsoleUser(started(), "ana");
  });

  test("a pasted policy is created as it is written", async () => {
    const text = '{"services":{"default":{"opt_out_policy":{"@@assign":"optOut"}}}}';
    expect(
      await started().visiting(async (page) => {
        await signInAs(page, started(), ana, `${aiPolicies}/create?tab=json`);
        await page.getByRole("textbox", { name: "Policy name" }).fill("pasted");
        await replaceWith(page, text);
        await page.getByText(`${text.length} of 2,500 characters`).waitFor();
        await create(page).click();
        await page.getByRole("heading", { level: 1, name: "pasted" }).waitFor();
      }),
    ).toEqual([]);
    expect(await storedContent(started(), (await policyIdOf(started(), "pasted")) ?? "")).toBe(text);
  });

  test("an error is told at its line, leads there, and keeps the policy from being created", async () => {
    expect(
      await started().visiting(async (page) => {
        await signInAs(page, started(), ana, `${aiPolicies}/create?tab=json`);
        await page.getByRole("textbox", { name: "Policy name" }).fill("wrong");
        await replaceWith(
          page,
          '{\n  "services": {\n    "rekognition": { "opt_out_policy": { "@@assign": "out" } }\n  }\n}',
        );
        const error = findings(page).getByRole("listitem").filter({ hasText: "Error" });
        await error.waitFor();
        await error.getByRole("button", { name: /^Go to Line 3, column \d+$/ }).click();
        expect(await create(page).getAttribute("aria-disabled")).toBe("true");
        // The cursor stands in that line, which makes way for a right one.
        await page.keyboard.press("ControlOrMeta+Shift+k");
        await page.keyboard.press("Home");
        await page.keyboard.insertText('"rekognition": { "opt_out_policy": { "@@assign": "optOut" } }');
        await findings(page).getByText("Warning").waitFor();
        expect(await findings(page).getByText("Error").count()).toBe(0);
        await create(page).click();
        await page.getByRole("heading", { level: 1, name: "wrong" }).waitFor();
      }),
    ).toEqual([]);
  });

  test("completion offers the keys of services, and takes the one that is chosen", async () => {
    expect(
      await started().visiting(async (page) => {
        await signInAs(page, started(), ana, `${aiPolicies}/create?tab=json`);
        await editor(page).click();
        await page.keyboard.press("ControlOrMeta+a");
        await page.keyboard.type('{\n"services": {\n"rek');
        const option = page.getByRole("option", { name: /rekognition/ });
        await option.waitFor();
        await option.click();
        await option.waitFor({ state: "detached" });
        const text = await editor(page).innerText();
        expect(text.replaceAll(/\s/g, "")).toMatch(/^\{"services":\{"rekognition":/);
      }),
    ).toEqual([]);
  });

  test("keys that come faster than the page draws are all kept, in their order", async () => {
    const keys = Array.from({ length: 60 }, (_, index) => String(index % 10)).join("");
    expect(
      await started().visiting(async (page) => {
        await signInAs(page, started(), ana, `${aiPolicies}/create?tab=json`);
        await editor(page).click();
        await page.keyboard.press("ControlOrMeta+a");
        await page.keyboard.press("Delete");
        const slow = await page.context().newCDPSession(page);
        await slow.send("Emulation.setCPUThrottlingRate", { rate: 6 });
        await page.keyboard.type(keys);
        await slow.send("Emulation.setCPUThrottlingRate", { rate: 1 });
        expect((await editor(page).innerText()).trim()).toBe(keys);
      }),
    ).toEqual([]);
  });

  test("what is too large says so before the API does", async () => {
    expect(
      await started().visiting(async (page) => {
        await signInAs(page, started(), ana, `${aiPolicies}/create?tab=json`);
        await page.getByRole("textbox", { name: "Policy name" }).fill("large");
        const spaces = " ".repeat(2500);
        await replaceWith(page, `{"services":{"default":{"opt_out_policy":{"@@assign":"optOut"}}}${spaces}}`);
        await page.getByText(/^2,565 of 2,500 characters, 65 minified/).waitFor();
        expect(await create(page).getAttribute("aria-disabled")).toBe("true");
        await page.getByRole("checkbox", { name: "Store without white space" }).check();
        await create(page).click();
        await page.getByRole("heading", { level: 1, name: "large" }).waitFor();
      }),
    ).toEqual([]);
    const stored = await storedContent(started(), (await policyIdOf(started(), "large")) ?? "");
    expect(stored).toBe('{"services":{"default":{"opt_out_policy":{"@@assign":"optOut"}}}}');
  });

  test("both tabs edit one document, and what the visual editor cannot show is kept", async () => {
    // No lock of this policy type: the visual editor has nothing to show for it.
    const kept =
      '"polly":{"opt_out_policy":{"@@operators_allowed_for_child_policies":["@@append"],"@@assign":"optOut"}}';
    const moved = '"rekognition":{"opt_out_policy":{"@@assign":"optOut"}}';
    expect(
      await started().visiting(async (page) => {
        await signInAs(page, started(), ana, `${aiPolicies}/create?tab=json`);
        await page.getByRole("textbox", { name: "Policy name" }).fill("both");
        await replaceWith(page, `{"services":{${kept}}}`);
        await page.getByRole("tab", { name: "Visual editor" }).click();
        await page.getByText("Some of this policy is edited in the JSON tab").waitFor();
        await page.getByText("its lock is neither open nor closed").waitFor();
        await page
          .getByRole("option", { name: /Rekognition/ })
          .first()
          .click();
        await page.getByRole("button", { name: "Move to opted out" }).first().click();
        await page
          .getByRole("region", { name: "Opted out" })
          .getByRole("option", { name: /Rekognition/ })
          .waitFor();
        await page.getByRole("tab", { name: "JSON" }).click();
        const text = (await editor(page).innerText()).replaceAll(/\s/g, "");
        expect(text).toBe(`{"services":{${kept},${moved}}}`);
        await replaceWith(page, text.replace("@@append", "@@none"));
        await create(page).click();
        await page.getByRole("heading", { level: 1, name: "both" }).waitFor();
      }),
    ).toEqual([]);
    const stored = await storedContent(started(), (await policyIdOf(started(), "both")) ?? "");
    expect(stored).toBe(`{"services":{${kept.replace("@@append", "@@none")},${moved}}}`);
  });
});
