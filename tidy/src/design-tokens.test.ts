import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The variables' names end in a hash of the release: those of another release are silently light in the dark. */
test("design tokens are of the release of the components that set them", () => {
  const variableIn = (path: string): string | undefined => {
    const file = new URL(`../../node_modules/@cloudscape-design/${path}`, import.meta.url);
    return /--color-text-body-default-\w+/.exec(readFileSync(file, "utf8"))?.[0];
  };
  const named = variableIn("design-tokens/index.js");
  expect(named).toBeDefined();
  expect(named).toBe(variableIn("components/internal/generated/styles/tokens.js"));
});
