// AWS's quotas that a plan runs into. The server's own may differ; then its refusal says so.

/** Policies of the type in an organization. Source: AWS's quotas page. */
export const policiesMax = 1000;

/** Policies of the type attached directly to the root. Source: AWS's quotas page. */
export const attachmentsMax = 5;
