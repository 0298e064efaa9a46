// A link to another tab or node that leaves the tree, its filter and its order as they are.

import type { ReactElement, ReactNode } from "react";
import { useSearchParams } from "react-router";
import { ScreenLink } from "../elements/screen-link.js";
import { paths } from "../paths.js";

interface AddressLinkProps {
  /** Words of the address to change: `selected`, `tab`, `service`. */
  readonly words: Readonly<Record<string, string>>;
  readonly ariaLabel?: string;
  readonly children: ReactNode;
}

export function AddressLink({ words, children, ...rest }: AddressLinkProps): ReactElement {
  const [search] = useSearchParams();
  const after = new URLSearchParams(search);
  for (const [word, value] of Object.entries(words)) after.set(word, value);
  return (
    <ScreenLink to={`${paths.accounts}?${after}`} {...rest}>
      {children}
    </ScreenLink>
  );
}
