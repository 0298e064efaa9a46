// Two people at once: nobody overwrites the other unasked, and what is gone says so.

import { beforeAll, expect, test } from "vitest";
import { take } from "../clients/take.js";
import {
  aiPolicies,
  createAttachedPolicy,
  createConsoleOrganization,
  storedContent,
} from "./console-organization.js";
import { createConsoleUser, signInAs } from "./console-user.js";
import type { ConsoleUser } from "./console-user.js";
import { describeConsole } from "./console-visit.js";

const out = (service: string) => ({ services: { [service]: { opt_out_policy: { "@@assign": "optOut" } } } });

describeConsole("two browsers at once", (started) => {
  let ana: ConsoleUser;
  let ben: ConsoleUser;
  beforeAll(async () => {
    await createConsoleOrganization(started());
    ana = await createConsoleUser(started(), "ana");
    ben = await createConsoleUser(started(), "ben");
  });

  test("whoever saves second is shown what the first saved, and overwrites it only on purpose", async () => {
    const id = await createAttachedPolicy(started(), "shared", out("lex"));
    const name = "Policy description";
    const description = async (): Promise<string | undefined> =>
      take(await started().client.call("DescribePolicy", { PolicyId: id })).Policy?.PolicySummary
        ?.Description;
    expect(
      await started().visiting(async (one) => {
        expect(
          await started().visiting(async (other) => {
            await signInAs(one, started(), ana, `${aiPolicies}/${id}/edit`);
            await signInAs(other, started(), ben, `${aiPolicies}/${id}/edit`);
            await other.getByRole("textbox", { name }).fill("as Ben has it");
            await one.getByRole("textbox", { name }).fill("as Ana has it");
            await one.getByRole("button", { name: "Save changes" }).click();
            await one.getByRole("heading", { level: 1, name: "shared", exact: true }).waitFor();
            expect(await description()).toBe("as Ana has it");
            await other.getByRole("button", { name: "Save changes" }).click();
            const dialog = other.getByRole("dialog", { name: "Somebody else changed this policy" });
            await dialog.getByText("Theirs: as Ana has it").waitFor();
            await dialog.getByText("Yours: as Ben has it").waitFor();
            expect(await description()).toBe("as Ana has it");
            await dialog.getByRole("button", { name: "Go on editing" }).click();
            expect(await other.getByRole("textbox", { name }).inputValue()).toBe("as Ben has it");
            await other.getByRole("button", { name: "Save changes" }).click();
            await dialog.getByRole("button", { name: "Overwrite theirs with mine" }).click();
            await other.getByRole("heading", { level: 1, name: "shared", exact: true }).waitFor();
          }),
        ).toEqual([]);
      }),
    ).toEqual([]);
    expect(await description()).toBe("as Ben has it");
    expect(JSON.parse(await storedContent(started(), id))).toEqual(out("lex"));
  });

  test("what one deletes is gone for the other, who is told and loses nothing that was typed", async () => {
    const id = await createAttachedPolicy(started(), "short-lived", out("polly"));
    expect(
      await started().visiting(async (one) => {
        expect(
          await started().visiting(
            async (other) => {
              await signInAs(other, started(), ben, `${aiPolicies}/${id}/edit`);
              await other.getByRole("textbox", { name: "Policy description" }).fill("too late");
              await signInAs(one, started(), ana, `${aiPolicies}/${id}`);
              await one.getByRole("button", { name: "Delete" }).click();
              const dialog = one.getByRole("dialog", { name: "Delete policy short-lived?" });
              expect(await dialog.getByRole("button", { name: "Delete" }).getAttribute("aria-disabled")).toBe(
                "true",
              );
              await dialog.getByRole("textbox", { name: "To confirm, type short-lived" }).fill("short-lived");
              await dialog.getByRole("button", { name: "Delete" }).click();
              await one.getByText("Policy short-lived deleted").waitFor();
              await one.getByRole("heading", { level: 1, name: "AI services opt-out policies" }).waitFor();
              await other.getByRole("button", { name: "Save changes" }).click();
              await other.getByText("PolicyNotFoundException").waitFor();
              const typed = other.getByRole("textbox", { name: "Policy description" });
              expect(await typed.inputValue()).toBe("too late");
            },
            { provokes: [400] },
          ),
        ).toEqual([]);
      }),
    ).toEqual([]);
  });
});
