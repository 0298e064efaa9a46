// Links inside the console: real addresses, followed without loading the page anew.

import { useCallback } from "react";
import { useHref, useNavigate } from "react-router";

interface FollowEvent {
  readonly preventDefault: () => void;
  readonly detail: { readonly href?: string | undefined; readonly external?: boolean | undefined };
}

interface Following {
  /** The address in the browser of a path from `paths`. */
  readonly hrefOf: (path: string) => string;
  /** For `onFollow` of Cloudscape's links, crumbs, navigation, buttons. */
  readonly onFollow: (event: FollowEvent) => void;
}

export function useFollow(): Following {
  const navigate = useNavigate();
  const base = useHref("/").replace(/\/$/, "");
  const hrefOf = useCallback((path: string) => `${base}${path}`, [base]);
  const onFollow = useCallback(
    (event: FollowEvent) => {
      const { href, external } = event.detail;
      if (href === undefined || external === true) return;
      if (!href.startsWith(`${base}/`)) {
        if (href === "#") event.preventDefault();
        return;
      }
      event.preventDefault();
      void navigate(href.slice(base.length));
    },
    [base, navigate],
  );
  return { hrefOf, onFollow };
}
