// What AWS allows of an opt-out policy's attachments.

/** Policies of the type attached directly to one root, OU or account. Source: AWS's quotas page. */
export const attachmentsMax = 5;
