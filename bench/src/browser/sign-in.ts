// Signing in to the console as the root user.

import type { Page } from "playwright-core";
import { rootUser } from "./console-site.js";
import type { ConsoleSite } from "./console-site.js";

/** Opens an address, which leads to the sign-in page, and fills its form: what is left is to press `Sign in`. */
export async function fillSignIn(page: Page, { url }: ConsoleSite, path = "/"): Promise<void> {
  await page.goto(`${url}/console${path}`);
  await page.getByRole("button", { name: "Root user" }).click();
  await page.getByRole("textbox", { name: "Root user e-mail address" }).fill(rootUser.email);
  await page.getByLabel("Password", { exact: true }).fill(rootUser.password);
}

export async function pressSignIn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sign in" }).click();
}
