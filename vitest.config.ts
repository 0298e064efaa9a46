import { defineConfig } from "vitest/config";

// What takes long because real processes do the work, by the hundred. `npm run check` leaves it to `npm test`.
const journeys = [
  "conformance/src/journeys/aws-cli-accounts-journey.test.ts",
  "conformance/src/journeys/aws-cli-journey.test.ts",
  "conformance/src/journeys/callers-journey.test.ts",
  "conformance/src/journeys/boto3-accounts-journey.test.ts",
  "conformance/src/journeys/boto3-journey.test.ts",
  "conformance/src/journeys/terraform-features-journey.test.ts",
  "conformance/src/journeys/terraform-journey.test.ts",
  "conformance/src/journeys/throttled-clients.test.ts",
  "conformance/src/readme.test.ts",
  "packages/cli/src/bad-input.test.ts",
  "packages/cli/src/ci-hooks.test.ts",
  "packages/cli/src/commands/account-create.test.ts",
  "packages/cli/src/commands/journal-verify.test.ts",
  "packages/cli/src/commands/serve.test.ts",
  "packages/cli/src/crash.test.ts",
  "packages/cli/src/disk-failure.test.ts",
  "packages/cli/src/secrets-rotate.test.ts",
  "packages/cli/src/help-examples.test.ts",
  "packages/cli/src/inputs/hostile-input.test.ts",
  "packages/cli/src/output-schema.test.ts",
];

// Far above what any takes: a busy machine is no defect. What must end by itself says so in its test.
const testTimeout = 30_000;

// Tests run on the sources: each package's `exports` names them under the condition `withhold-source`.
const conditions = ["withhold-source"];

// The SDK would tell every test process that a later release of it needs a later Node.
const env = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" };

// Pure packages keep nothing between tests, so that theirs share a worker's modules instead of loading them per file.
const pure = ["policy", "iam", "wire", "organization", "identity"].map(
  (name) => `packages/${name}/src/**/*.test.ts`,
);

export default defineConfig({
  test: {
    // One worker per core: these tests wait for processes of their own more than they compute.
    maxWorkers: "100%",
    projects: [
      {
        resolve: { conditions },
        ssr: { resolve: { conditions } },
        test: { name: "pure", testTimeout, isolate: false, include: pure },
      },
      {
        resolve: { conditions },
        ssr: { resolve: { conditions } },
        test: {
          name: "quick",
          testTimeout,
          include: [
            "packages/*/src/**/*.test.ts",
            "conformance/src/**/*.test.ts",
            "fuzz/src/**/*.test.ts",
            "tidy/src/**/*.test.ts",
          ],
          exclude: [...pure, ...journeys, "conformance/src/console/**", "**/dist/**", "**/node_modules/**"],
          env,
        },
      },
      {
        resolve: { conditions },
        ssr: { resolve: { conditions } },
        test: { name: "journeys", testTimeout, include: journeys, env },
      },
      {
        resolve: { conditions },
        ssr: { resolve: { conditions } },
        test: {
          name: "console",
          testTimeout: 90_000,
          include: ["conformance/src/console/**/*.test.ts"],
          globalSetup: "conformance/src/console/browser-setup.ts",
          env,
        },
      },
    ],
  },
});
