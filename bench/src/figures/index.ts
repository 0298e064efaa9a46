// Every figure, in the order of the report.

import type { Figure } from "../figure.js";
import { authorization } from "./authorization.js";
import { checkpointPause } from "./checkpoint-pause.js";
import { consoleInteraction } from "./console-interaction.js";
import { consoleOverview } from "./console-overview.js";
import { consolePaint } from "./console-paint.js";
import { consoleSize } from "./console-size.js";
import { createPolicyDurable } from "./create-policy-durable.js";
import { effectiveDocuments } from "./effective-documents.js";
import { effectivePolicyHttp } from "./effective-policy-http.js";
import { lintFile } from "./lint-file.js";
import { policyEngine } from "./policy-engine.js";
import { largeOrganization } from "./large-organization.js";
import { sigv4 } from "./sigv4.js";
import { startUp } from "./start-up.js";

export const figures: readonly Figure[] = [
  effectivePolicyHttp,
  createPolicyDurable,
  effectiveDocuments,
  policyEngine,
  startUp,
  lintFile,
  largeOrganization,
  checkpointPause,
  sigv4,
  authorization,
  consoleSize,
  consolePaint,
  consoleOverview,
  consoleInteraction,
];
