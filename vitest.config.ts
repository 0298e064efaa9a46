import { defineConfig } from "vitest/config";

// What takes long because real processes do the work, by the hundred. `npm run check` leaves it to `npm test`.
const journeys = [
  "conformance/src/journeys/aws-cli-journey.test.ts",
  "conformance/src/journeys/boto3-journey.test.ts",
  "conformance/src/journeys/terraform-journey.test.ts",
  "conformance/src/journeys/throttled-clients.test.ts",
  "conformance/src/readme.test.ts",
  "packages/cli/src/crash.test.ts",
  "packages/cli/src/disk-failure.test.ts",
];

// Tests run on the sources: each package's `exports` names them under the condition `withhold-source`.
const conditions = ["withhold-source"];

export default defineConfig({
  test: {
    // One worker per core: these tests wait for processes of their own more than they compute.
    maxWorkers: "100%",
    projects: [
      {
        resolve: { conditions },
        ssr: { resolve: { conditions } },
        test: {
          name: "quick",
          include: [
            "packages/*/src/**/*.test.ts",
            "conformance/src/**/*.test.ts",
            "fuzz/src/**/*.test.ts",
            "tidy/src/**/*.test.ts",
          ],
          exclude: [...journeys, "**/dist/**", "**/node_modules/**"],
          // The SDK would tell every test process that a later release of it needs a later Node.
          env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
        },
      },
      {
        resolve: { conditions },
        ssr: { resolve: { conditions } },
        test: { name: "journeys", include: journeys },
      },
    ],
  },
});
