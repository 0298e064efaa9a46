// A button that makes or begins a change: disabled, with the reason, where the change cannot be made.

import Button from "@cloudscape-design/components/button";
import type { ButtonProps } from "@cloudscape-design/components/button";
import type { ReactElement, ReactNode } from "react";
import { reasonAgainst, usePermission } from "../api/permission.js";
import { useFollow } from "./follow.js";

interface ActionButtonProps {
  /** The API's operation behind it (`CreatePolicy`, `iam:CreateUser`); of Organizations with the input as far as it is known. */
  readonly operation: string;
  readonly input?: object;
  /** Another reason that it cannot be done: `enable the policy type first`. Undefined where it can. */
  readonly because?: string | undefined;
  readonly variant?: ButtonProps.Variant;
  readonly iconName?: NonNullable<ButtonProps["iconName"]>;
  readonly loading?: boolean;
  readonly ariaLabel?: string;
  /** One of the two: what it does, or the screen that it leads to. */
  readonly onClick?: () => void;
  readonly to?: string;
  readonly children: ReactNode;
}

export function ActionButton(props: ActionButtonProps): ReactElement {
  const { operation, input, because, to, onClick, children, ...rest } = props;
  const permission = usePermission(operation, input);
  const { hrefOf, onFollow } = useFollow();
  const reason = reasonAgainst(permission, operation, because);
  const isDisabled = reason !== undefined;
  return (
    <Button
      {...rest}
      disabled={isDisabled}
      {...(reason === undefined ? {} : { disabledReason: reason })}
      {...(to === undefined || isDisabled ? {} : { href: hrefOf(to), onFollow })}
      {...(onClick === undefined ? {} : { onClick })}
    >
      {children}
    </Button>
  );
}
