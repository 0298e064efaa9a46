// The bar above every screen: who is signed in and as what, the theme, sign out.

import TopNavigation from "@cloudscape-design/components/top-navigation";
import type { TopNavigationProps } from "@cloudscape-design/components/top-navigation";
import { useState } from "react";
import type { ReactElement } from "react";
import { useFollow } from "../elements/follow.js";
import { paths } from "../paths.js";
import type { Session } from "../session/session.js";
import { useSession, useSessionChanges } from "../session/session-context.js";
import { SwitchRoleDialog } from "../session/switch-role-dialog.js";
import { chooseTheme, themes, useTheme } from "./theme.js";
import type { Theme } from "./theme.js";

export function TopBar(): ReactElement {
  const session = useSession();
  const { signIn, signOut } = useSessionChanges();
  const { hrefOf, onFollow } = useFollow();
  const [isSwitching, setIsSwitching] = useState(false);
  const theme = useTheme();
  const actOn = (id: string): void => {
    if (id === "switch") setIsSwitching(true);
    else if (id === "back" && session.from !== undefined) signIn(session.from);
    else if (id === "sign-out") signOut();
  };
  return (
    <div id="top-bar">
      <TopNavigation
        identity={{
          href: hrefOf(paths.overview),
          title: "Withhold",
          logo: { src: `${import.meta.env.BASE_URL}icon.svg`, alt: "Logo" },
          onFollow: (event) =>
            onFollow({
              preventDefault: () => event.preventDefault(),
              detail: { href: hrefOf(paths.overview) },
            }),
        }}
        utilities={[themeMenu(theme), sessionMenu(session, actOn)]}
      />
      {isSwitching && <SwitchRoleDialog onClose={() => setIsSwitching(false)} />}
    </div>
  );
}

function themeMenu(theme: Theme): TopNavigationProps.MenuDropdownUtility {
  return {
    type: "menu-dropdown",
    iconName: "settings",
    ariaLabel: "Theme",
    title: "Theme",
    items: themes.map(({ id, text }) => ({
      id,
      itemType: "checkbox",
      text,
      checked: id === theme,
    })),
    onItemClick: ({ detail }) => chooseTheme(detail.id),
  };
}

function sessionMenu(
  { principal, credentials, from }: Session,
  actOn: (id: string) => void,
): TopNavigationProps.MenuDropdownUtility {
  const until = credentials.expiration.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  return {
    type: "menu-dropdown",
    iconName: "user-profile",
    text: `${principal.name} @ ${principal.accountId}`,
    title: principal.arn,
    description: `${principal.arn} – signed in until ${until}`,
    items: [
      { id: "switch", text: "Switch role" },
      ...(from === undefined ? [] : [{ id: "back", text: `Go back to ${from.principal.name}` }]),
      { id: "sign-out", text: "Sign out" },
    ],
    onItemClick: ({ detail }) => actOn(detail.id),
  };
}
