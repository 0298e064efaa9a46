// The public face of the server.

export { parseSealingKey } from "@withhold/journal";
export { defaultQuotas, optOutSummary } from "@withhold/organization";
export type { AccountOptOut, Organization, Quotas } from "@withhold/organization";
export { credentialsFile } from "./credentials-file.js";
export { firstAccountProblem } from "./first-start.js";
export type { FirstAccount } from "./first-start.js";
export { createLogger, logLevels } from "./logger.js";
export type { LogLevel } from "./logger.js";
export { parseRateLimit, parseRateLimits } from "./rate-limits/parse-rate-limits.js";
export type { RateLimits } from "./rate-limits/rate-limits.js";
export { rotateSecrets } from "./rotate-secrets.js";
export type { Rotation } from "./rotate-secrets.js";
export { serve } from "./serve.js";
export type { RunningServer, ServeOptions } from "./serve.js";
