// What stands around every screen: navigation above and beside, messages, the split panel.

import AppLayoutToolbar from "@cloudscape-design/components/app-layout-toolbar";
import { Suspense, useEffect, useMemo, useRef, useState } from "react";
import type { ReactElement, RefObject } from "react";
import { Navigate, NavigationType, Outlet, useLocation, useNavigationType } from "react-router";
import { ExpiredDialog } from "../session/expired-dialog.js";
import { useSessionState } from "../session/session-context.js";
import { paths } from "../paths.js";
import { FlashMessages, useFlash } from "./flash.js";
import { LoadingScreen } from "./loading-screen.js";
import { Navigation } from "./navigation.js";
import { Crumbs, CrumbsSlot } from "./page.js";
import type { Crumb } from "./page.js";
import { SplitPanelSlot } from "./split-panel.js";
import type { SplitPanelContent } from "./split-panel.js";
import { TopBar } from "./top-bar.js";

const isNarrow = (): boolean => matchMedia("(max-width: 688px)").matches;

/** Wide enough beside the list to read policies in; on narrow screens it stands below the list, half as high as the page. */
const firstPanelSize = (): number => Math.round(isNarrow() ? innerHeight / 2 : innerWidth * 0.4);

export function Shell(): ReactElement {
  const state = useSessionState();
  const { pathname, search, hash } = useLocation();
  const isBack = useNavigationType() === NavigationType.Pop;
  const [panel, setPanel] = useState<SplitPanelContent>();
  const [crumbs, setCrumbs] = useState<readonly Crumb[]>([]);
  const [isNavigationOpen, setIsNavigationOpen] = useState(() => !isNarrow());
  const isMeasured = useIsMeasured();
  const flash = useFlash();
  useEffect(() => flash.turnPage(), [flash, pathname]);
  // Who signs in next is not told what was done before.
  useEffect(() => () => flash.clear(), [flash]);
  const [panelSize, setPanelSize] = useState(firstPanelSize);
  const layout = useMemo(() => ({ position: "side" as const }), []);
  // Another screen begins at its top; going back is left to the browser, a part of a screen to that screen.
  useEffect(() => {
    if (!isBack && hash === "") scrollTo(0, 0);
    // oxlint-disable-next-line react/exhaustive-deps -- filters change the address, too, and nobody scrolls for them
  }, [pathname]);
  if (state.status === "signed-out") {
    return <Navigate to={`${paths.signIn}?to=${encodeURIComponent(pathname + search)}`} replace />;
  }
  return (
    <SplitPanelSlot value={setPanel}>
      <CrumbsSlot value={setCrumbs}>
        <TopBar />
        <AppLayoutToolbar
          headerSelector="#top-bar"
          navigation={<Navigation onFollow={() => isNarrow() && setIsNavigationOpen(false)} />}
          navigationOpen={isNavigationOpen}
          onNavigationChange={({ detail }) => isMeasured.current && setIsNavigationOpen(detail.open)}
          breadcrumbs={<Crumbs crumbs={crumbs} />}
          notifications={<FlashMessages />}
          stickyNotifications
          toolsHide
          splitPanel={panel?.content}
          splitPanelOpen={panel !== undefined}
          splitPanelPreferences={layout}
          splitPanelSize={panelSize}
          onSplitPanelResize={({ detail }) => setPanelSize(detail.size)}
          onSplitPanelToggle={({ detail }) => !detail.open && panel?.onClose()}
          content={
            <Suspense fallback={<LoadingScreen />}>
              <Outlet />
            </Suspense>
          }
        />
        <ExpiredDialog />
      </CrumbsSlot>
    </SplitPanelSlot>
  );
}

/** False until the layout has measured itself: before, it finds no room on any screen, and closes the navigation. */
function useIsMeasured(): RefObject<boolean> {
  const isMeasured = useRef(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      isMeasured.current = true;
    }, 300);
    return () => clearTimeout(timer);
  }, []);
  return isMeasured;
}
