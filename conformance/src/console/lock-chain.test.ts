// A lock and the child that it blocks, as the accounts' panel tells it; and the way in that there is without a lock.

import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { take } from "../clients/take.js";
import { aiType, createAttachedPolicy, createConsoleOrganization } from "./console-organization.js";
import { createConsoleUser, signInAs } from "./console-user.js";
import type { ConsoleUser } from "./console-user.js";
import { describeConsole } from "./console-visit.js";

const locked = { "@@operators_allowed_for_child_policies": ["@@none"] };
const optIn = { opt_out_policy: { "@@assign": "optIn" } };

describeConsole("a lock and its blocked child", (started) => {
  let ana: ConsoleUser;
  let ids: Awaited<ReturnType<typeof createConsoleOrganization>>;
  beforeAll(async () => {
    ids = await createConsoleOrganization(started());
    const rekognition = { ...locked, opt_out_policy: { ...locked, "@@assign": "optOut" } };
    const lex = { opt_out_policy: { "@@assign": "optOut" } };
    await createAttachedPolicy(started(), "guard", { services: { rekognition, lex } }, ids.unitId);
    const child = { services: { rekognition: optIn, lex: optIn } };
    await createAttachedPolicy(started(), "lab wishes", child, ids.innerId);
    ana = await createConsoleUser(started(), "ana");
  });

  const panelOf = (tab: string, service: string) =>
    `/accounts?selected=${ids.innerId}&tab=${tab}&service=${service}`;
  /** One level of the chain, by a word of it. */
  const level = (page: Page, name: RegExp) =>
    page
      .getByRole("list", { name: /^Inheritance of/ })
      .getByRole("listitem")
      .filter({ hasText: name });

  test("the chain says which statement was blocked, and by which lock", async () => {
    expect(
      await started().visiting(async (page) => {
        await signInAs(page, started(), ana, panelOf("chain", "rekognition"));
        const unit = level(page, /OU Research/).first();
        await unit.getByText("Says opt out for Amazon Rekognition").waitFor();
        await unit.getByText("This decides").waitFor();
        const account = level(page, /Account Lab/).first();
        await account.getByText("Says opt in for Amazon Rekognition").waitFor();
        await account.getByText(/Blocked/).waitFor();
        await account.getByRole("link", { name: /guard/ }).click();
        await page.getByRole("heading", { level: 1, name: "guard" }).waitFor();
      }),
    ).toEqual([]);
    const question = { PolicyType: aiType, TargetId: ids.innerId };
    const { EffectivePolicy } = take(await started().client.call("DescribeEffectivePolicy", question));
    expect(JSON.parse(EffectivePolicy?.PolicyContent ?? "")).toEqual({
      services: { rekognition: { opt_out_policy: "optOut" }, lex: { opt_out_policy: "optIn" } },
    });
  });

  test("without a lock the child decides", async () => {
    expect(
      await started().visiting(async (page) => {
        await signInAs(page, started(), ana, panelOf("chain", "lex"));
        const account = level(page, /Account Lab/).first();
        await account.getByText("Says opt in for Amazon Lex").waitFor();
        await account.getByText("This decides").waitFor();
        const unit = level(page, /OU Research/).first();
        await unit.getByText(/it held until it was changed further down/).waitFor();
      }),
    ).toEqual([]);
  });

  test("a locked service cannot be opted in, one without a lock can, and the policy that does it does it", async () => {
    let witness = "";
    expect(
      await started().visiting(async (page) => {
        await signInAs(page, started(), ana, panelOf("override", "rekognition"));
        await page.getByText("it cannot be opted in").waitFor();
        await page.getByText(/By the service’s own key: closed by/).waitFor();
      }),
    ).toEqual([]);
    expect(
      await started().visiting(async (page) => {
        await signInAs(page, started(), ana, panelOf("override", "lex"));
        await page.getByText("it could be opted in").waitFor();
        witness = (await page.getByRole("code").filter({ hasText: "optIn" }).first().textContent()) ?? "";
      }),
    ).toEqual([]);
    await createAttachedPolicy(started(), "witness", JSON.parse(witness) as object, ids.innerId);
    const question = { PolicyType: aiType, TargetId: ids.innerId };
    const { EffectivePolicy } = take(await started().client.call("DescribeEffectivePolicy", question));
    expect(EffectivePolicy?.PolicyContent).toContain('"lex":{"opt_out_policy":"optIn"}');
  });
});
