import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const require = createRequire(new URL("../../packages/console/package.json", import.meta.url));

/** The variables' names end in a hash of the release: those of another release are silently light in the dark. */
test("design tokens are of the release of the components that set them", () => {
  const variable = /--color-text-body-default-\w+/;
  const nameIn = (path: string): string | undefined => variable.exec(readFileSync(path, "utf8"))?.[0];
  const components = dirname(require.resolve("@cloudscape-design/components/package.json"));
  const named = nameIn(require.resolve("@cloudscape-design/design-tokens"));
  expect(named).toBeDefined();
  expect(named).toBe(nameIn(join(components, "internal/generated/styles/tokens.js")));
});
