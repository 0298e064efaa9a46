// Every screen of the console, with the dialogs that open over it.

import type { Locator, Page } from "playwright-core";
import { aiPolicies } from "./console-organization.js";
import type { ExampleIds } from "./example-organization.js";

export interface ConsoleScreen {
  /** Of its picture, too. */
  readonly name: string;
  readonly path: (ids: ExampleIds) => string;
  /** There when the screen has what it shows. */
  readonly ready: (page: Page) => Locator;
  /** Opens a dialog or a panel. */
  readonly open?: (page: Page) => Promise<void>;
  /** Pictured in dark, too. */
  readonly isImportant?: boolean;
}

const title = (name: string | RegExp) => (page: Page) => page.getByRole("heading", { level: 1, name });
const tab = (name: string | RegExp) => (page: Page) => page.getByRole("tab", { name, selected: true });
const dialog = (page: Page) => page.getByRole("dialog");
const csv = (page: Page) => page.getByRole("button", { name: /as CSV$/ });
const button = (name: string) => (page: Page) => page.getByRole("button", { name, exact: true }).first();

/** A dialog that a button opens. */
function opened(
  name: string,
  path: ConsoleScreen["path"],
  opener: string,
  isImportant = false,
): ConsoleScreen {
  return {
    name,
    path,
    ready: button(opener),
    open: async (page) => {
      await button(opener)(page).click();
      await dialog(page).first().waitFor();
    },
    isImportant,
  };
}

/** A dialog that an entry of the accounts' menu opens. */
function chosen(name: string, path: ConsoleScreen["path"], entry: string): ConsoleScreen {
  return {
    name,
    path,
    ready: button("Actions"),
    open: async (page) => {
      await button("Actions")(page).click();
      await page.getByRole("menuitem", { name: entry, exact: true }).click();
      await dialog(page).first().waitFor();
    },
  };
}

const panel = (name: string, of: keyof ExampleIds, id: string, shown: string): ConsoleScreen => ({
  name: `accounts-${name}`,
  path: (ids) => `/accounts?selected=${ids[of]}&tab=${id}`,
  ready: tab(shown),
  isImportant: name === "chain",
});

const policy = (ids: ExampleIds): string => `${aiPolicies}/${ids.policyId}`;
const account = (ids: ExampleIds): string => `/accounts?selected=${ids.accountId}`;
const unit = (ids: ExampleIds): string => `/accounts?selected=${ids.unitId}`;

const overview: readonly ConsoleScreen[] = [
  {
    name: "overview",
    path: () => "/",
    ready: (page) => page.getByRole("grid", { name: "Choices by account and service" }),
    isImportant: true,
  },
  {
    name: "overview-heat-map",
    path: () => "/#accounts",
    ready: (page) => page.getByRole("grid", { name: "Choices by account and service" }),
    isImportant: true,
  },
  { name: "overview-list", path: () => "/?accounts=opted-in&view=list#accounts", ready: csv },
  { name: "overview-locks", path: () => "/?locks=shown", ready: csv },
  {
    name: "opt-out",
    path: () => "/opt-out",
    ready: (page) => page.getByRole("button", { name: "Opt out", exact: true }),
    isImportant: true,
  },
];

const accounts: readonly ConsoleScreen[] = [
  { name: "accounts", path: () => "/accounts", ready: button("Create account"), isImportant: true },
  { name: "accounts-list", path: () => "/accounts?view=list", ready: csv },
  panel("details", "accountId", "details", "Details"),
  panel("policies", "accountId", "policies", "Policies"),
  panel("effective", "accountId", "effective", "Effective policy"),
  panel("chain", "accountId", "chain&service=rekognition", "Inheritance chain"),
  panel("override", "unitId", "override", "Could a child opt in?"),
  panel("tags", "accountId", "tags", "Tags"),
  opened("account-create", () => "/accounts", "Create account"),
  opened(
    "account-attach",
    (ids) => `${account(ids)}&tab=policies`,
    "Attach one of the AI services opt-out policies",
  ),
  chosen("account-move", account, "Move account"),
  chosen("account-close", account, "Close account"),
  chosen("account-remove", account, "Remove account from the organization"),
  chosen("unit-create", unit, "Create OU"),
  chosen("unit-rename", unit, "Rename OU"),
];

const policies: readonly ConsoleScreen[] = [
  { name: "policy-types", path: () => "/policies", ready: button("Disable AI services opt-out policies") },
  opened("policy-type-disable", () => "/policies", "Disable AI services opt-out policies"),
  opened("policy-type-enable", () => "/policies", "Enable Backup policies"),
  { name: "policies", path: () => aiPolicies, ready: (page) => page.getByRole("link", { name: "no-faces" }) },
  {
    name: "policy-create",
    path: (ids) => `${aiPolicies}/create?target=${ids.rootId}`,
    ready: (page) => page.getByRole("region", { name: "Opted out" }),
    isImportant: true,
  },
  {
    name: "policy-edit",
    path: (ids) => `${policy(ids)}/edit`,
    ready: (page) => page.getByRole("region", { name: "Opted out" }),
  },
  {
    name: "policy-edit-json",
    path: (ids) => `${policy(ids)}/edit?tab=json`,
    ready: (page) => page.getByRole("textbox", { name: /^Policy document/ }),
    isImportant: true,
  },
  { name: "policy", path: policy, ready: title("no-faces") },
  { name: "policy-targets", path: (ids) => `${policy(ids)}?tab=targets`, ready: tab("Targets (1)") },
  { name: "policy-tags", path: (ids) => `${policy(ids)}?tab=tags`, ready: tab("Tags") },
  opened("policy-attach", (ids) => `${policy(ids)}?tab=targets`, "Attach"),
  opened("policy-delete", (ids) => `${aiPolicies}/${ids.draftId}`, "Delete"),
];

const administration: readonly ConsoleScreen[] = [
  { name: "invitations", path: () => "/invitations", ready: button("Invite an account") },
  opened("invitation-create", () => "/invitations", "Invite an account"),
  {
    name: "delegated-administrators",
    path: () => "/delegated-administrators",
    ready: button("Register an account"),
  },
  opened("delegated-administrator-register", () => "/delegated-administrators", "Register an account"),
  { name: "trusted-services", path: () => "/trusted-services", ready: button("Enable a service") },
  opened("trusted-service-enable", () => "/trusted-services", "Enable a service"),
  { name: "settings", path: () => "/settings", ready: title("Settings") },
];

const identities: readonly ConsoleScreen[] = [
  { name: "users", path: () => "/users", ready: (page) => page.getByRole("link", { name: "ana" }) },
  opened("user-create", () => "/users", "Create user"),
  { name: "user", path: () => "/users/ana", ready: tab("Permissions") },
  { name: "user-credentials", path: () => "/users/ana?tab=credentials", ready: tab("Security credentials") },
  opened("user-permission-write", () => "/users/ana", "Write inline policy"),
  opened("user-permission-attach", () => "/users/ana", "Attach managed policy"),
  opened("access-key-create", () => "/users/ana?tab=credentials", "Create access key"),
  { name: "roles", path: () => "/roles", ready: (page) => page.getByRole("link", { name: "auditor" }) },
  opened("role-create", () => "/roles", "Create role"),
  { name: "role", path: () => "/roles/auditor", ready: tab("Permissions") },
  { name: "role-trust", path: () => "/roles/auditor?tab=trust", ready: tab(/^Trust/) },
];

const others: readonly ConsoleScreen[] = [
  { name: "not-found", path: () => "/no-such-screen", ready: title(/./) },
  {
    name: "switch-role",
    path: () => "/settings",
    ready: title("Settings"),
    open: async (page) => {
      await page.getByRole("button", { name: "ana @ " }).click();
      await page.getByRole("menuitem", { name: "Switch role" }).click();
      await dialog(page).waitFor();
    },
  },
];

export const consoleScreens: readonly ConsoleScreen[] = [
  ...overview,
  ...accounts,
  ...policies,
  ...administration,
  ...identities,
  ...others,
];
