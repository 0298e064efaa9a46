// A button that leads to a screen of the console.

import Button from "@cloudscape-design/components/button";
import type { ButtonProps } from "@cloudscape-design/components/button";
import type { ReactElement, ReactNode } from "react";
import { useNavigate } from "react-router";
import { useFollow } from "./follow.js";

interface ScreenButtonProps extends Pick<ButtonProps, "variant" | "ariaLabel"> {
  /** From `paths`. */
  readonly to: string;
  /** What the screen is given on the way, without its address saying so. */
  readonly state?: object;
  readonly children: ReactNode;
}

export function ScreenButton({ to, state, children, ...rest }: ScreenButtonProps): ReactElement {
  const { hrefOf } = useFollow();
  const navigate = useNavigate();
  return (
    <Button
      href={hrefOf(to)}
      onFollow={(event) => {
        event.preventDefault();
        void navigate(to, { state });
      }}
      {...rest}
    >
      {children}
    </Button>
  );
}
