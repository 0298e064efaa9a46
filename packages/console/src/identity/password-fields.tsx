// A password for somebody else, to be changed when they first sign in.

import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { ReactElement } from "react";

export interface NewPassword {
  readonly text: string;
  readonly mustChange: boolean;
}

interface PasswordFieldsProps {
  readonly value: NewPassword;
  readonly onChange: (value: NewPassword) => void;
}

export function PasswordFields({ value, onChange }: PasswordFieldsProps): ReactElement {
  const [isShown, setIsShown] = useState(false);
  return (
    <SpaceBetween size="s">
      <FormField
        label="Password"
        constraintText="1 to 128 characters from U+0020 to U+00FF; longer is better"
        secondaryControl={
          <SpaceBetween direction="horizontal" size="xs">
            <Button
              formAction="none"
              onClick={() => {
                onChange({ ...value, text: drawnPassword() });
                setIsShown(true);
              }}
            >
              Generate
            </Button>
            {value.text !== "" && (
              <CopyToClipboard
                variant="icon"
                textToCopy={value.text}
                copyButtonAriaLabel="Copy password"
                copySuccessText="Password copied"
                copyErrorText="Password could not be copied"
              />
            )}
          </SpaceBetween>
        }
      >
        <Input
          value={value.text}
          type={isShown ? "text" : "password"}
          autoComplete="new-password"
          onChange={({ detail }) => onChange({ ...value, text: detail.value })}
        />
      </FormField>
      <Checkbox
        checked={value.mustChange}
        onChange={({ detail }) => onChange({ ...value, mustChange: detail.checked })}
      >
        Must be changed at the first sign-in
      </Checkbox>
    </SpaceBetween>
  );
}

/** 120 bits, in letters and digits that are not mistaken for each other, with a mark so that every rule is met. */
function drawnPassword(): string {
  const letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefgh";
  const digits = "23456789";
  const drawn = crypto.getRandomValues(new Uint8Array(28));
  const text = Array.from(drawn, (byte, at) =>
    at % 7 === 6 ? (digits[byte % 8] ?? "") : (letters[byte % 32] ?? ""),
  );
  return `${text.join("")}-`;
}
