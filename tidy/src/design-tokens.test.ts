import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const { resolve } = createRequire(new URL("../../packages/console/package.json", import.meta.url));

/** The variables' names end in a hash of the release: those of another release are silently light in the dark. */
test("design tokens are of the release of the components that set them", () => {
  const variableIn = (name: string, file: string): string | undefined => {
    const folder = dirname(resolve(`@cloudscape-design/${name}/package.json`));
    return /--color-text-body-default-\w+/.exec(readFileSync(join(folder, file), "utf8"))?.[0];
  };
  const named = variableIn("design-tokens", "index.js");
  expect(named).toBeDefined();
  expect(named).toBe(variableIn("components", "internal/generated/styles/tokens.js"));
});
