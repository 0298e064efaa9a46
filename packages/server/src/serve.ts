// The composition root: a journal, the writer on it, the pipeline on that, and HTTP around all.

import { loadSealingKey, openSqliteJournal, settleNextSealingKey } from "@withhold/journal";
import type { JournalReader } from "@withhold/journal";
import type { Cell, Quotas } from "@withhold/organization";
import type { Catalogue } from "@withhold/policy";
import type { FastifyInstance } from "fastify";
import type { KeyObject } from "node:crypto";
import type { Logger } from "pino";
import { Writer } from "./cell/writer.js";
import { consoleRoutes } from "./console/console-routes.js";
import { updateEndpoint } from "./credentials-file.js";
import { makeExampleOrganization } from "./example-organization.js";
import { makeFirstAccount } from "./first-start.js";
import type { FirstAccount } from "./first-start.js";
import { httpServer } from "./http-server.js";
import type { ServerLimits } from "./limits.js";
import { metrics } from "./metrics.js";
import { operatorApi } from "./operator/operator-api.js";
import { operatorRoutes } from "./operator/operator-routes.js";
import { noRateLimits } from "./rate-limits/rate-limits.js";
import type { RateLimits } from "./rate-limits/rate-limits.js";
import { opensSecrets } from "./rotate-secrets.js";
import { throttle } from "./rate-limits/throttle.js";
import { authenticator } from "./requests/authenticate.js";
import { organizationsEndpoint } from "./requests/organizations-endpoint.js";
import { pipeline } from "./requests/pipeline.js";
import { operationRunner } from "./requests/run-operation.js";
import type { OperationRunner } from "./requests/run-operation.js";
import { queryEndpoint } from "./requests/query-endpoint.js";
import { identityRunner } from "./requests/run-identity-operation.js";
import { KeyUses } from "./requests/key-uses.js";
import { SessionTokens } from "./cell/session-token.js";
import { Passwords } from "./sign-in/passwords.js";
import { SignInAttempts } from "./sign-in/sign-in-attempts.js";
import type { SignInLimits } from "./sign-in/sign-in-attempts.js";
import { SignInLinks, signInUrl } from "./sign-in/sign-in-links.js";

export interface ServeOptions {
  readonly dataDirectory: string;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly example: boolean;
  readonly catalogue: Catalogue;
  readonly quotas: Quotas;
  /** None where there are none. */
  readonly rateLimits?: RateLimits;
  /** Other than the usual ones. */
  readonly signInLimits?: SignInLimits;
  readonly firstAccount: FirstAccount;
  /** From outside; else a file in the data directory, made on the first start. */
  readonly sealingKey: KeyObject | undefined;
  /** Other than the usual ones. */
  readonly limits?: Partial<ServerLimits>;
  /** Where the files of the console lie, if not where its package has them. */
  readonly consoleDirectory?: string;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly log: Logger;
}

export interface RunningServer {
  /** `http://HOST:PORT`. */
  readonly url: string;
  /** The live state, to look at. */
  readonly cell: Cell;
  /** A one-time link that signs the operator in, on the first start of an empty cell. */
  readonly signInLink: string | undefined;
  /** Answers what was asked, closes the journal, and resolves when the data directory is free again. */
  readonly close: () => Promise<void>;
}

/** Opens the data directory and serves. Rejects, leaving nothing open, when that cannot be. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { dataDirectory, host, port, clock, log } = options;
  const writer = await Writer.open({
    open: async () => openSqliteJournal(dataDirectory),
    sealingKey: async (journal) => options.sealingKey ?? ownSealingKey(dataDirectory, journal),
    clock,
    writesWaitingMax: options.limits?.writesWaitingMax,
    onTrouble: (error, message) => log.error({ err: error }, message),
  });
  try {
    const isFirstStart = await makeFirstAccount(
      writer,
      options.firstAccount,
      dataDirectory,
      urlOf(host, port),
    );
    const runner = operationRunner({ writer, catalogue: options.catalogue, quotas: options.quotas });
    if (options.example) await makeExampleOrganization(writer, runner);
    const links = new SignInLinks();
    let url = urlOf(host, port);
    const app = application({ writer, runner, links, endpoint: () => url, ...options });
    url = await listen(app, host, port);
    try {
      await updateEndpoint(dataDirectory, url);
    } catch (error) {
      await app.close();
      throw error;
    }
    writer.settle();
    return {
      url,
      signInLink: isFirstStart ? signInUrl(url, links.make(clock())) : undefined,
      get cell() {
        return writer.state.cell;
      },
      close: async () => {
        await app.close();
        await writer.close();
      },
    };
  } catch (error) {
    await writer.close();
    throw error;
  }
}

interface ApplicationOptions extends ServeOptions {
  readonly writer: Writer;
  readonly runner: OperationRunner;
  readonly links: SignInLinks;
  /** Of this server, once it listens. */
  readonly endpoint: () => string;
}

/** Everything that answers, on one writer. */
function application(options: ApplicationOptions): FastifyInstance {
  const { writer, runner, clock, log, limits, rateLimits, signInLimits } = options;
  const sessions = new SessionTokens(writer.sealingKey);
  const attempts = new SignInAttempts(clock, signInLimits);
  const signedBy = { writer, sessions, keyUses: new KeyUses(), passwords: new Passwords(), attempts, clock };
  const authenticate = authenticator(signedBy);
  const measured = metrics(writer);
  const mayCall = throttle(rateLimits ?? noRateLimits, clock);
  const ofIdentity = identityRunner(signedBy);
  const endpoints = {
    json: organizationsEndpoint(authenticate, runner, log, mayCall),
    query: queryEndpoint(authenticate, ofIdentity, log, mayCall),
  };
  const app = httpServer({
    pipeline: pipeline(endpoints, log),
    ready: () => writer.working,
    metrics: measured,
    limits,
  });
  const operator = operatorApi({
    ...options,
    ...signedBy,
    authenticate,
    identityRunner: ofIdentity,
  });
  app.register(operatorRoutes(operator, measured), { prefix: "/v1" });
  app.register(consoleRoutes(options.consoleDirectory), { prefix: "/console" });
  return app;
}

/** The URL that it can be reached by. */
async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  await app.listen({ host, port });
  const address = app.server.address();
  return urlOf(host, typeof address === "object" && address !== null ? address.port : port);
}

async function ownSealingKey(dataDirectory: string, journal: JournalReader): Promise<KeyObject> {
  await settleNextSealingKey(dataDirectory, async (next) => opensSecrets(journal, next));
  const { revision } = await journal.head();
  return loadSealingKey(dataDirectory, { create: revision === 0 });
}

/** Clients on this machine reach a server that listens everywhere by its loopback address. */
function urlOf(host: string, port: number): string {
  const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`;
}
