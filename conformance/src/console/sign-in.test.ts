/// <reference lib="dom" />
// Signing in: who may, in which ways, and that nothing of it stays behind.

import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { take } from "../clients/take.js";
import { createConsoleUser, fillSignIn, signInAs } from "./console-user.js";
import type { ConsoleUser } from "./console-user.js";
import { describeConsole } from "./console-visit.js";
import { oneTimeLink, setRootPassword } from "@withhold/bench";

describeConsole("signing in", (started) => {
  let ana: ConsoleUser;
  let rootEmail = "";
  let memberId = "";
  beforeAll(async () => {
    const { client } = started();
    take(await client.call("CreateOrganization", {}));
    const { Accounts = [] } = take(await client.call("ListAccounts", {}));
    rootEmail = Accounts[0]?.Email ?? "";
    const account = { AccountName: "Payments", Email: "payments@example.com" };
    const { CreateAccountStatus } = take(await client.call("CreateAccount", account));
    memberId = CreateAccountStatus?.AccountId ?? "";
    ana = await createConsoleUser(started(), "ana");
  });

  const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
  const asUser = (page: Page, name: string) => page.getByRole("button", { name: `${name} @ ` });

  test("a user signs in by password, and no credential is kept anywhere but in memory", async () => {
    expect(
      await started().visiting(async (page, { context }) => {
        await signInAs(page, started(), ana);
        await heading(page, "Overview").waitFor();
        const kept = await page.evaluate(() => ({
          local: Object.entries(localStorage),
          session: Object.entries(sessionStorage),
          address: location.href,
        }));
        expect(kept).toEqual({ local: [], session: [], address: `${started().url}/console` });
        expect(await context.cookies()).toEqual([]);
        await page.reload();
        await heading(page, "Withhold").waitFor();
        await page.getByRole("button", { name: "Sign in" }).waitFor();
      }),
    ).toEqual([]);
  });

  test("a wrong password gets one message, and only the password is to be typed again", async () => {
    expect(
      await started().visiting(
        async (page) => {
          await page.goto(`${started().url}/console/`);
          await fillSignIn(page, { ...ana, password: "not the password" });
          await page.getByRole("button", { name: "Sign in" }).click();
          await page.getByText("Not signed in").waitFor();
          expect(await page.getByText("Not signed in").count()).toBe(1);
          await expectValue(page, "Account ID", ana.accountId);
          await expectValue(page, "User name", "ana");
          expect(await page.getByLabel("Password", { exact: true }).inputValue()).toBe("");
          await page.getByLabel("Password", { exact: true }).fill(ana.password);
          await page.keyboard.press("Enter");
          await heading(page, "Overview").waitFor();
        },
        { provokes: [401] },
      ),
    ).toEqual([]);
  });

  test("a one-time link signs in as the root user once, and leaves the address", async () => {
    const link = await oneTimeLink(started().cell);
    expect(link).toContain("#token=");
    expect(
      await started().visiting(async (page) => {
        await page.goto(link);
        await heading(page, "Overview").waitFor();
        await asUser(page, rootEmail).waitFor();
        expect(page.url()).toBe(`${started().url}/console`);
        await page.goBack().catch(() => null);
        expect(page.url()).not.toContain("token");
      }),
    ).toEqual([]);
    expect(
      await started().visiting(
        async (page) => {
          await page.goto(link);
          await page.getByText("The one-time link does not work").waitFor();
          await page.getByText("npx withhold sign-in-link").waitFor();
          expect(page.url()).not.toContain("token");
        },
        { provokes: [401] },
      ),
    ).toEqual([]);
  });

  test("the root user signs in by password, and is warned", async () => {
    await setRootPassword(started().cell, "the password of the root user");
    expect(
      await started().visiting(async (page) => {
        await page.goto(`${started().url}/console/`);
        await page.getByRole("button", { name: "Root user" }).click();
        await page.getByText("The root user is not for everyday work").waitFor();
        await page.getByRole("textbox", { name: "Root user e-mail address" }).fill(rootEmail);
        await page.getByLabel("Password", { exact: true }).fill("the password of the root user");
        await page.getByRole("button", { name: "Sign in" }).click();
        await asUser(page, rootEmail).waitFor();
      }),
    ).toEqual([]);
  });

  test("a first password is changed before it signs in, and what was mistyped can be mended", async () => {
    const ben = await createConsoleUser(started(), "ben", { mustChangePassword: true });
    expect(
      await started().visiting(
        async (page) => {
          await page.goto(`${started().url}/console/`);
          await fillSignIn(page, ben);
          await page.getByRole("button", { name: "Sign in" }).click();
          await page.getByText("The password must be changed before its first use").waitFor();
          const change = page.getByRole("button", { name: "Change password and sign in" });
          await page.getByLabel("New password").fill("x".repeat(129));
          await change.click();
          await page.getByText("Not signed in").waitFor();
          await page.getByLabel("New password").fill("another password of ben");
          await change.click();
          await asUser(page, "ben").waitFor();
        },
        { provokes: [400] },
      ),
    ).toEqual([]);
    expect(
      await started().visiting(async (page) => {
        await signInAs(page, started(), { ...ben, password: "another password of ben" });
      }),
    ).toEqual([]);
  });

  test("a user acts as a role of a member account, and goes back", async () => {
    expect(
      await started().visiting(
        async (page) => {
          await signInAs(page, started(), ana);
          await heading(page, "Overview").waitFor();
          await asUser(page, "ana").click();
          await page.getByRole("menuitem", { name: "Switch role" }).click();
          const dialog = page.getByRole("dialog", { name: "Switch role" });
          await dialog.getByRole("textbox", { name: "Account ID" }).fill(memberId);
          await dialog.getByRole("textbox", { name: "Role name" }).fill("NoSuchRole");
          await dialog.getByRole("button", { name: "Switch role" }).click();
          await dialog.getByText("The role was not switched").waitFor();
          await dialog.getByRole("textbox", { name: "Role name" }).fill("OrganizationAccountAccessRole");
          await dialog.getByRole("button", { name: "Switch role" }).click();
          const asRole = page.getByRole("button", { name: `OrganizationAccountAccessRole @ ${memberId}` });
          await asRole.click();
          await page.getByRole("menuitem", { name: "Go back to ana" }).click();
          await asUser(page, "ana").waitFor();
          await page.getByText("No choice made").first().waitFor();
        },
        // A member may not read the organization's policies, nor assume what is not there.
        { provokes: [400, 403] },
      ),
    ).toEqual([]);
  });

  test("every call is signed by whoever is signed in now: after signing out, switching role and going back", async () => {
    const link = await oneTimeLink(started().cell);
    expect(
      await started().visiting(
        async (page) => {
          let keys = new Set<string>();
          page.on("request", (request) => {
            const [, key] = /Credential=(\w+)/.exec(request.headers()["authorization"] ?? "") ?? [];
            if (key !== undefined) keys.add(key);
          });
          /** The keys that the calls were signed with since it was asked last. */
          const taken = (): readonly string[] => {
            const [before] = [Array.from(keys)];
            keys = new Set();
            return before;
          };
          const readAgain = async (): Promise<void> => {
            const answered = page.waitForResponse((response) => response.request().method() === "POST");
            await page.getByRole("button", { name: "Read again" }).click();
            await answered;
          };
          await page.goto(link);
          await page.getByText("No choice made").first().waitFor();
          const [root, ...moreOfRoot] = taken();
          expect(moreOfRoot).toEqual([]);
          await asUser(page, rootEmail).click();
          await page.getByRole("menuitem", { name: "Sign out" }).click();
          await fillSignIn(page, ana);
          await page.getByRole("button", { name: "Sign in" }).click();
          await page.getByText("No choice made").first().waitFor();
          const [anas, ...moreOfAna] = taken();
          expect(moreOfAna).toEqual([]);
          expect(anas).not.toBe(root);
          await asUser(page, "ana").click();
          await page.getByRole("menuitem", { name: "Switch role" }).click();
          const dialog = page.getByRole("dialog", { name: "Switch role" });
          await dialog.getByRole("textbox", { name: "Account ID" }).fill(memberId);
          await dialog.getByRole("button", { name: "Switch role" }).click();
          await page.getByRole("button", { name: `OrganizationAccountAccessRole @ ${memberId}` }).waitFor();
          await page.getByText("AccessDenied").first().waitFor();
          // The call that switches is still ana's.
          const ofRole = taken().filter((key) => key !== anas);
          expect(ofRole).toHaveLength(1);
          expect(ofRole).not.toContain(root);
          await page.getByRole("button", { name: `OrganizationAccountAccessRole @ ${memberId}` }).click();
          await page.getByRole("menuitem", { name: "Go back to ana" }).click();
          await asUser(page, "ana").waitFor();
          await page.getByText("No choice made").first().waitFor();
          taken();
          await readAgain();
          expect(taken()).toEqual([anas]);
        },
        { provokes: [400] },
      ),
    ).toEqual([]);
  });

  test("a link opened where another was refused signs in, and leaves the address", async () => {
    expect(
      await started().visiting(
        async (page) => {
          await page.goto(`${started().url}/console/sign-in#token=${"x".repeat(43)}`);
          await page.getByText("The one-time link does not work").waitFor();
          // In the same tab: the page is not loaded anew.
          await page.goto(await oneTimeLink(started().cell));
          await heading(page, "Overview").waitFor();
          expect(page.url()).not.toContain("token");
        },
        { provokes: [401] },
      ),
    ).toEqual([]);
  });

  test("an address that was asked for is opened after signing in; signing out leaves nothing to see", async () => {
    expect(
      await started().visiting(async (page) => {
        await page.goto(`${started().url}/console/accounts?selected=${memberId}&tab=chain`);
        await fillSignIn(page, ana);
        await page.getByRole("button", { name: "Sign in" }).click();
        await page.getByRole("tab", { name: "Inheritance chain", selected: true }).waitFor();
        expect(page.url()).toBe(`${started().url}/console/accounts?selected=${memberId}&tab=chain`);
        await asUser(page, "ana").click();
        await page.getByRole("menuitem", { name: "Sign out" }).click();
        await page.getByRole("button", { name: "Sign in" }).waitFor();
        expect(await page.getByText("Payments").count()).toBe(0);
      }),
    ).toEqual([]);
  });

  test.each(["https://example.com/", "//example.com/", "/\\example.com/", "/\t/example.com/"])(
    "an address of somebody else is not followed: %s",
    async (to) => {
      expect(
        await started().visiting(async (page) => {
          await page.goto(`${started().url}/console/sign-in?to=${encodeURIComponent(to)}`);
          await fillSignIn(page, ana);
          await page.getByRole("button", { name: "Sign in" }).click();
          await asUser(page, "ana").waitFor();
          expect(new URL(page.url()).origin).toBe(started().url);
        }),
      ).toEqual([]);
    },
  );
});

async function expectValue(page: Page, name: string, value: string): Promise<void> {
  expect(await page.getByRole("textbox", { name }).inputValue()).toBe(value);
}
