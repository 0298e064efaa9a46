// Which screen stands at which address. Every screen is loaded when it is first shown.

import { createBrowserRouter } from "react-router";
import type { ComponentType } from "react";
import { SignInPage } from "./session/sign-in-page.js";
import { NotFoundPage } from "./shell/not-found-page.js";
import { ScreenError } from "./shell/screen-error.js";
import { Shell } from "./shell/shell.js";

type Screen = () => Promise<{ readonly Component: ComponentType }>;

const screens: Readonly<Record<string, Screen>> = {
  "/": async () => ({ Component: (await import("./overview/overview-page.js")).OverviewPage }),
  "/opt-out": async () => ({ Component: (await import("./overview/opt-out-page.js")).OptOutPage }),
  "/accounts": async () => ({ Component: (await import("./accounts/accounts-page.js")).AccountsPage }),
  "/policies": async () => ({
    Component: (await import("./policies/policy-types-page.js")).PolicyTypesPage,
  }),
  "/policies/:type": async () => ({
    Component: (await import("./policies/policies-page.js")).PoliciesPage,
  }),
  "/policies/:type/create": async () => ({
    Component: (await import("./policies/create-policy-page.js")).CreatePolicyPage,
  }),
  "/policies/:type/:id": async () => ({ Component: (await import("./policies/policy-page.js")).PolicyPage }),
  "/policies/:type/:id/edit": async () => ({
    Component: (await import("./policies/edit-policy-page.js")).EditPolicyPage,
  }),
  "/invitations": async () => ({
    Component: (await import("./settings/invitations-page.js")).InvitationsPage,
  }),
  "/delegated-administrators": async () => ({
    Component: (await import("./settings/delegated-administrators-page.js")).DelegatedAdministratorsPage,
  }),
  "/trusted-services": async () => ({
    Component: (await import("./settings/trusted-services-page.js")).TrustedServicesPage,
  }),
  "/settings": async () => ({ Component: (await import("./settings/settings-page.js")).SettingsPage }),
  "/users": async () => ({ Component: (await import("./identity/users-page.js")).UsersPage }),
  "/users/:name": async () => ({ Component: (await import("./identity/user-page.js")).UserPage }),
  "/roles": async () => ({ Component: (await import("./identity/roles-page.js")).RolesPage }),
  "/roles/:name": async () => ({ Component: (await import("./identity/role-page.js")).RolePage }),
};

export const router = createBrowserRouter(
  [
    { path: "/sign-in", Component: SignInPage, ErrorBoundary: ScreenError },
    {
      Component: Shell,
      ErrorBoundary: ScreenError,
      HydrateFallback: () => null,
      children: [
        {
          ErrorBoundary: ScreenError,
          children: [
            ...Object.entries(screens).map(([path, lazy]) => ({ path, lazy })),
            { path: "*", Component: NotFoundPage },
          ],
        },
      ],
    },
  ],
  { basename: "/console" },
);
