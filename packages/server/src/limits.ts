// Limits on everything that comes from outside, and on what waits inside.

/** Bytes of a request body. The largest input, a delegation policy, has 40,000 characters of up to 12 bytes escaped. */
export const requestBodyBytesMax = 1024 * 1024;

/** Bytes of a body under `/v1`: an account's name and address take a few hundred. */
export const operatorBodyBytesMax = 16 * 1024;

/** Bytes of a request line and its headers together. */
export const requestHeadBytesMax = 16 * 1024;

/** Milliseconds that a client may take to send a whole request. */
export const requestMillisecondsMax = 30_000;

/** Milliseconds that an idle connection is kept: longer than AWS SDKs keep theirs, so that they close first. */
export const idleConnectionMilliseconds = 65_000;

/** Writes that may wait for their turn; beyond it callers are told to come back. */
export const writesWaitingMax = 4096;

/** Writes decided in one turn, which share one commit. */
export const writesPerTurnMax = 256;

/** Items on a page, and what a caller gets that names no number. Source: the service model (`MaxResults`). */
export const pageItemsMax = 20;

/** Signing keys kept ready. */
export const signingKeysMax = 1000;

/** Records after which a checkpoint is made: what a start reads at the most after a crash, and after a stop. */
export const checkpointLimits = { whileRunning: 10_000, atClose: 1000 };
