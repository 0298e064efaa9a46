// Limits on everything that comes from outside, and on what waits inside.

/** Bytes of a request body. The largest input, a delegation policy, has 40,000 characters of up to 12 bytes escaped. */
export const requestBodyBytesMax = 1024 * 1024;

/** Bytes of a body under `/v1`: an account's name and address take a few hundred. */
export const operatorBodyBytesMax = 16 * 1024;

/** Bytes of a body of `/v1/permissions`, whose calls may bring their inputs, but need not. */
export const permissionsBodyBytesMax = 128 * 1024;

/** Bytes of a request line and its headers together. */
export const requestHeadBytesMax = 16 * 1024;

/** Header lines of a request. AWS clients send a dozen; proxies add a few. */
export const requestHeadersMax = 100;

/** Writes that may wait for their turn; beyond it callers are told to come back. */
export const writesWaitingMax = 4096;

/** What all clients together may hold of one server, and how long it waits for one of them. */
export interface ServerLimits {
  /** Milliseconds that a client may take to send a whole request, from its connection or its first byte. */
  readonly requestMillisecondsMax: number;
  /** Milliseconds that an idle connection is kept: longer than AWS SDKs keep theirs, so that they close first. */
  readonly idleConnectionMilliseconds: number;
  /** Milliseconds without a byte in either direction while a request or its answer is under way. */
  readonly stalledMillisecondsMax: number;
  /** Milliseconds between two looks at who is late. */
  readonly lateCheckMilliseconds: number;
  /** Milliseconds that what a refused client still sends is read and dropped, so that it gets to read why. */
  readonly lingerMilliseconds: number;
  /** Connections whose requests are answered; as many again are told to come back, all others are closed. */
  readonly connectionsMax: number;
  /** Requests whose head has come and whose answer has not left. */
  readonly requestsMax: number;
  /** Bytes of the bodies of these requests. */
  readonly bodiesBytesMax: number;
  readonly writesWaitingMax: number;
}

export const defaultServerLimits: ServerLimits = {
  requestMillisecondsMax: 30_000,
  idleConnectionMilliseconds: 65_000,
  stalledMillisecondsMax: 60_000,
  lateCheckMilliseconds: 1000,
  lingerMilliseconds: 1000,
  connectionsMax: 4096,
  requestsMax: 8192,
  bodiesBytesMax: 32 * 1024 * 1024,
  writesWaitingMax,
};

/** Writes decided in one turn, which share one commit. */
export const writesPerTurnMax = 256;

/** Items on a page, and what a caller gets that names no number. Source: the service model (`MaxResults`). */
export const pageItemsMax = 20;

/** The same in IAM. Source: the IAM API reference (`MaxItems`). */
export const identityPageItemsMax = 100;

/** Signers whose keys are kept ready. */
export const signersMax = 1000;

/** Records after which a checkpoint is made: what a start reads at the most after a crash, and after a stop. */
export const checkpointLimits = { whileRunning: 10_000, atClose: 1000 };

/** Buckets of rate limits kept: one for every account and operation that was called of late. */
export const rateBucketsMax = 100_000;

/** Passwords hashed or checked at once, each of which holds a thread and 32 MiB, and those that wait for it. */
export const passwordWork = { atOnceMax: 2, waitingMax: 64 };

/** Attempts to sign in that fail: for one name, and from one address, which many people may share. */
export const signInLimits = {
  perName: { perSecond: 0.1, burst: 5 },
  perAddress: { perSecond: 1, burst: 50 },
};

/** One-time links that can be good at once. */
export const signInLinksMax = 16;

/** Session tokens whose content is remembered, and access keys whose last use is. */
export const sessionsRememberedMax = 1000;
export const keyUsesRememberedMax = 100_000;
