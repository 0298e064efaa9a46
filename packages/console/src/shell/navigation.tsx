// The navigation beside every screen.

import SideNavigation from "@cloudscape-design/components/side-navigation";
import type { SideNavigationProps } from "@cloudscape-design/components/side-navigation";
import type { ReactElement } from "react";
import { useLocation } from "react-router";
import { useFollow } from "../elements/follow.js";
import { aiOptOutType, paths } from "../paths.js";

interface Entry {
  readonly text: string;
  readonly path: string;
}

const organization: readonly Entry[] = [
  { text: "AWS accounts", path: paths.accounts },
  { text: "Invitations", path: paths.invitations },
];
const policies: readonly Entry[] = [
  { text: "Policy types", path: paths.policyTypes },
  { text: "AI services opt-out policies", path: paths.policies(aiOptOutType) },
];
const delegation: readonly Entry[] = [
  { text: "Delegated administrators", path: paths.delegatedAdministrators },
  { text: "Trusted services", path: paths.trustedServices },
  { text: "Settings", path: paths.settings },
];
const identities: readonly Entry[] = [
  { text: "Users", path: paths.users },
  { text: "Roles", path: paths.roles },
];

export function Navigation({ onFollow: followed }: { readonly onFollow: () => void }): ReactElement {
  const { hrefOf, onFollow } = useFollow();
  const { pathname } = useLocation();
  const links = (entries: readonly Entry[]): SideNavigationProps.Link[] =>
    entries.map(({ text, path }) => ({ type: "link", text, href: hrefOf(path) }));
  const section = (text: string, entries: readonly Entry[]): SideNavigationProps.Item => ({
    type: "section-group",
    title: text,
    items: links(entries),
  });
  return (
    <SideNavigation
      header={{ text: "Withhold", href: hrefOf(paths.overview) }}
      activeHref={hrefOf(activePath(pathname))}
      onFollow={(event) => {
        onFollow(event);
        followed();
      }}
      items={[
        ...links([{ text: "Overview", path: paths.overview }]),
        section("Organization", organization),
        section("Policies", policies),
        section("Administration", delegation),
        section("Users and roles", identities),
      ]}
    />
  );
}

/** The entry under which a screen stands: the longest path that it begins with. */
function activePath(pathname: string): string {
  const all = [...organization, ...policies, ...delegation, ...identities].map(({ path }) => path);
  const above = all.filter((path) => pathname === path || pathname.startsWith(`${path}/`));
  return above.toSorted((a, b) => b.length - a.length)[0] ?? paths.overview;
}
