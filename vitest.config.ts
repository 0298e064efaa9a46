import { defineConfig } from "vitest/config";

// Tests run on the sources: each package's `exports` names them under the condition `withhold-source`.
export default defineConfig({
  resolve: { conditions: ["withhold-source"] },
  ssr: { resolve: { conditions: ["withhold-source"] } },
  test: {
    include: ["packages/*/src/**/*.test.ts", "conformance/src/**/*.test.ts", "tidy/src/**/*.test.ts"],
    exclude: ["**/dist/**", "**/node_modules/**"],
    reporters: ["default"],
  },
});
