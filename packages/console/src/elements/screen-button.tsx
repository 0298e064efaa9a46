// A button that leads to a screen of the console.

import Button from "@cloudscape-design/components/button";
import type { ButtonProps } from "@cloudscape-design/components/button";
import type { ReactElement, ReactNode } from "react";
import { useFollow } from "./follow.js";

interface ScreenButtonProps extends Pick<ButtonProps, "variant" | "ariaLabel"> {
  /** From `paths`. */
  readonly to: string;
  readonly children: ReactNode;
}

export function ScreenButton({ to, children, ...rest }: ScreenButtonProps): ReactElement {
  const { hrefOf, onFollow } = useFollow();
  return (
    <Button href={hrefOf(to)} onFollow={onFollow} {...rest}>
      {children}
    </Button>
  );
}
