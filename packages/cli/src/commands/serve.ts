// `withhold serve`: runs the server until it is told to stop.

import { Command, InvalidArgumentError, Option } from "commander";
import { awsCatalogue } from "@withhold/policy";
import type * as server from "@withhold/server";
import type { LogLevel, Quotas, RunningServer, ServeOptions } from "@withhold/server";
import { defaultDataDirectory } from "../data-directory.js";
import { CommandError, exitCode } from "../exit-code.js";
import { readCatalogue } from "../read-catalogue.js";
import { readRateLimits } from "../read-rate-limits.js";
import type { Terminal } from "../terminal.js";

interface ServeFlags {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly example?: true;
  readonly catalogue?: string;
  readonly quota?: Partial<Quotas>;
  readonly rateLimit?: readonly string[];
  readonly rateLimits?: string;
  readonly logLevel: LogLevel;
}

type Server = typeof server;

const environment = `
Environment, for the first start of an empty data directory:
  WITHHOLD_ACCOUNT_ID              the first account's id (12 digits)
  WITHHOLD_ROOT_ACCESS_KEY_ID      its root access key
  WITHHOLD_ROOT_SECRET_ACCESS_KEY  and that key's secret
What is not set is drawn. At every start:
  WITHHOLD_SEALING_KEY             key that seals secrets, 32 bytes in base64 or hex; else a file

Example:
  $ withhold serve --example

Exit codes: 0 stopped on request, 1 cannot start, 2 wrong usage.`;

export function serveCommand(terminal: Terminal): Command {
  return new Command("serve")
    .summary("run the server")
    .description(
      "Serves AWS Organizations and STS on one endpoint, from one data directory, which no other process may use " +
        "meanwhile. Stops on SIGTERM or Ctrl-C after answering what it has begun.",
    )
    .option("--port <number>", "port to listen on; 0 takes any free one", parsePort, 8765)
    .option("--host <address>", "address to listen on", "127.0.0.1")
    .option(
      "--data-dir <dir>",
      "where the journal and the credentials lie; made if absent",
      defaultDataDirectory,
    )
    .option("--example", "fill an empty cell with a small example organization")
    .option("--catalogue <file>", "JSON file with AI services of your own that policies may name")
    .option("--quota <name=number>", "change a quota, repeatable (see docs/quotas.md)", parseQuota)
    .option(
      "--rate-limit <operation=rate:burst>",
      "limit how often each account may call an operation, repeatable; `*` is every other (see docs/quotas.md)",
      collect,
    )
    .option("--rate-limits <file>", "file with such limits, one a line")
    .addOption(
      new Option("--log-level <level>", "what to log, as JSON on stderr")
        .choices(["debug", "info", "warn", "error", "silent"])
        .default("info"),
    )
    .addHelpText("after", environment)
    .action(async (flags: ServeFlags) => {
      // Only this command needs the server; the others start without loading it.
      const server = await import("@withhold/server");
      const { serveBanner } = await import("../serve-banner.js");
      const running = await start(server, flags, terminal);
      stopOnSignal(running, terminal);
      terminal.print(`listening on ${running.url}`);
      terminal.print(serveBanner(running, server.credentialsFile(flags.dataDir), terminal));
    });
}

async function start(server: Server, flags: ServeFlags, terminal: Terminal): Promise<RunningServer> {
  const options = await serveOptions(server, flags, terminal.env);
  if (!isLoopback(flags.host)) {
    terminal.complain(
      `warning: \`${flags.host}\` is reachable from outside; put TLS in front of this server`,
    );
  }
  try {
    return await server.serve(options);
  } catch (error) {
    throw new CommandError(exitCode.failed, startProblem(error, flags));
  }
}

async function serveOptions(server: Server, flags: ServeFlags, env: Terminal["env"]): Promise<ServeOptions> {
  const firstAccount = {
    accountId: env["WITHHOLD_ACCOUNT_ID"],
    accessKeyId: env["WITHHOLD_ROOT_ACCESS_KEY_ID"],
    secretAccessKey: env["WITHHOLD_ROOT_SECRET_ACCESS_KEY"],
  };
  const problem = server.firstAccountProblem(firstAccount);
  if (problem !== undefined) throw new CommandError(exitCode.usage, `environment: ${problem}`);
  return {
    host: flags.host,
    port: flags.port,
    dataDirectory: flags.dataDir,
    example: flags.example ?? false,
    catalogue: flags.catalogue === undefined ? awsCatalogue : await readCatalogue(flags.catalogue),
    quotas: { ...server.defaultQuotas, ...knownQuotas(server, flags.quota ?? {}) },
    rateLimits: await readRateLimits(server, flags.rateLimits, flags.rateLimit ?? []),
    firstAccount,
    sealingKey: sealingKey(server, env["WITHHOLD_SEALING_KEY"]),
    clock: Date.now,
    log: server.createLogger(flags.logLevel),
  };
}

function sealingKey(server: Server, text: string | undefined): ServeOptions["sealingKey"] {
  if (text === undefined) return undefined;
  try {
    return server.parseSealingKey(text, "WITHHOLD_SEALING_KEY");
  } catch (error) {
    throw new CommandError(exitCode.usage, `environment: ${(error as Error).message}`);
  }
}

function knownQuotas(server: Server, given: Partial<Quotas>): Partial<Quotas> {
  const names = Object.keys(server.defaultQuotas);
  const stranger = Object.keys(given).find((name) => !names.includes(name));
  if (stranger === undefined) return given;
  throw new CommandError(
    exitCode.usage,
    `quota \`${stranger}\` does not exist; there are ${names.join(", ")}`,
  );
}

function startProblem(error: unknown, { host, port }: ServeFlags): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return `port ${port} on \`${host}\` is taken; choose another with --port`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return `\`${host}\` is no address of this machine`;
  if (code === "EACCES") return `port ${port} on \`${host}\` may not be opened; choose one above 1023`;
  return error.message;
}

const impatienceMilliseconds = 500;

function stopOnSignal(running: RunningServer, terminal: Terminal): void {
  let stoppingSince: number | undefined;
  const stop = (): void => {
    // A second signal means: at once. Ctrl-C under npm or npx sends two, though, so they must be a moment apart.
    if (stoppingSince !== undefined && performance.now() - stoppingSince > impatienceMilliseconds) {
      process.exit(exitCode.failed);
    }
    if (stoppingSince !== undefined) return;
    stoppingSince = performance.now();
    running.close().then(
      () => process.exit(exitCode.clean),
      (error: unknown) => {
        terminal.complain(`withhold: ${error instanceof Error ? error.message : String(error)}`);
        process.exit(exitCode.failed);
      },
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError("expected a number from 0 to 65535");
}

function parseQuota(text: string, before: Partial<Quotas> = {}): Partial<Quotas> {
  const [, name, number] = /^(\w+)=(\d{1,9})$/.exec(text) ?? [];
  if (name === undefined) throw new InvalidArgumentError("expected NAME=NUMBER, such as accountsMax=50");
  return { ...before, [name]: Number(number) };
}

function collect(text: string, before?: readonly string[]): readonly string[] {
  return [...(before ?? []), text];
}
