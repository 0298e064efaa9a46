import { defineConfig } from "vitest/config";

// Tests run on the sources: each package's `exports` names them under the condition `withhold-source`.
export default defineConfig({
  resolve: { conditions: ["withhold-source"] },
  ssr: { resolve: { conditions: ["withhold-source"] } },
  test: {
    include: ["packages/*/src/**/*.test.ts", "conformance/src/**/*.test.ts", "tidy/src/**/*.test.ts"],
    exclude: ["**/dist/**", "**/node_modules/**"],
    // The SDK would tell every test process that a later release of it needs a later Node.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
    reporters: ["default"],
  },
});
