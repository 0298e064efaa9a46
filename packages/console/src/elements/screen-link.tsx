// A link to a screen of the console.

import Link from "@cloudscape-design/components/link";
import type { LinkProps } from "@cloudscape-design/components/link";
import type { ReactElement, ReactNode } from "react";
import { useFollow } from "./follow.js";

interface ScreenLinkProps extends Pick<LinkProps, "variant" | "fontSize" | "ariaLabel"> {
  /** From `paths`. */
  readonly to: string;
  readonly children: ReactNode;
}

export function ScreenLink({ to, children, ...rest }: ScreenLinkProps): ReactElement {
  const { hrefOf, onFollow } = useFollow();
  return (
    <Link href={hrefOf(to)} onFollow={onFollow} {...rest}>
      {children}
    </Link>
  );
}
