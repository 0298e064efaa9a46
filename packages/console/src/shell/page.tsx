// A screen's frame: its title, the way to it, its actions.

import BreadcrumbGroup from "@cloudscape-design/components/breadcrumb-group";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import { createContext, use, useEffect } from "react";
import type { ReactElement, ReactNode } from "react";
import { useFollow } from "../elements/follow.js";
import { paths } from "../paths.js";

export interface Crumb {
  readonly text: string;
  readonly href: string;
}

export const CrumbsSlot = createContext<(crumbs: readonly Crumb[]) => void>(() => undefined);

interface PageProps {
  readonly title: string;
  /** Between the overview and this screen. */
  readonly under?: readonly Crumb[];
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly info?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, under, description, actions, info, children }: PageProps): ReactElement {
  const setCrumbs = use(CrumbsSlot);
  const way = JSON.stringify(under ?? []);
  useEffect(() => {
    document.title = `${title} – Withhold`;
    const between = JSON.parse(way) as readonly Crumb[];
    setCrumbs([...between, { text: title, href: "" }]);
  }, [title, way, setCrumbs]);
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={description} actions={actions} info={info}>
          {title}
        </Header>
      }
    >
      {children}
    </ContentLayout>
  );
}

export function Crumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }): ReactElement {
  const { hrefOf, onFollow } = useFollow();
  const items = [{ text: "Withhold", href: paths.overview }, ...crumbs];
  return (
    <BreadcrumbGroup
      items={items.map(({ text, href }) => ({ text, href: href === "" ? "#" : hrefOf(href) }))}
      onFollow={onFollow}
    />
  );
}
