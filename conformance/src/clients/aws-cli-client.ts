// The AWS CLI as a client of journeys: a process per call, configured as docs tell people to.

import { execFile, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OperationName, Output } from "@withhold/organization";
import type { SigningKey } from "../running-cell.js";
import { InFile } from "./client.js";
import type { Client, Identity, Input, ListName, Paging, Reply } from "./client.js";
import { Turnstile } from "./turnstile.js";

const version = spawnSync("aws", ["--version"], { encoding: "utf8" });

/** Undefined where `aws` can be run; else why journeys by it are skipped. */
export const awsCliMissing: string | undefined =
  version.status === 0 ? undefined : "skipped: no AWS CLI on this machine (`aws --version` does not run)";

/** How many processes run at once: other tests want to go on meanwhile. */
const processesMax = 2;

export interface CliTarget {
  readonly endpoint: string;
  readonly credentialsFile: string;
}

export class AwsCliClient implements Client {
  readonly #target: CliTarget;
  /** Its home, with the files that it reads. */
  readonly #home: string;
  readonly #turnstile: Turnstile;

  constructor(target: CliTarget, like?: AwsCliClient) {
    this.#target = target;
    this.#home = like === undefined ? mkdtempSync(join(tmpdir(), "withhold-aws-cli-")) : like.#home;
    this.#turnstile = like === undefined ? new Turnstile(processesMax) : like.#turnstile;
  }

  async call<Name extends OperationName>(operation: Name, input: Input): Promise<Reply<Output<Name>>> {
    const single = operation.startsWith("List") ? ["--no-paginate"] : [];
    return this.run(["organizations", kebab(operation), ...this.#flags(input), ...single]);
  }

  async list<Name extends ListName>(
    operation: Name,
    input: Input,
    { pageSize, startingToken }: Paging,
  ): Promise<Reply<Output<Name>>> {
    const paging = { PageSize: pageSize, StartingToken: startingToken };
    return this.run(["organizations", kebab(operation), ...this.#flags({ ...input, ...paging })]);
  }

  async identity(): Promise<Reply<Identity>> {
    return this.run(["sts", "get-caller-identity"]);
  }

  withKey({ accessKeyId, secretAccessKey, sessionToken }: SigningKey): AwsCliClient {
    const lines = [
      "[withhold]",
      `aws_access_key_id = ${accessKeyId}`,
      `aws_secret_access_key = ${secretAccessKey}`,
      ...(sessionToken === undefined ? [] : [`aws_session_token = ${sessionToken}`]),
      "region = us-east-1",
      `endpoint_url = ${this.#target.endpoint}`,
    ];
    const credentialsFile = this.#write(`${lines.join("\n")}\n`);
    return new AwsCliClient({ ...this.#target, credentialsFile }, this);
  }

  /** Runs `aws` with these arguments. */
  async run<T>(args: readonly string[]): Promise<Reply<T>> {
    return this.#turnstile.pass(async () => this.#start(args));
  }

  async #start<T>(args: readonly string[]): Promise<Reply<T>> {
    const ours = {
      HOME: this.#home,
      AWS_CONFIG_FILE: "/dev/null",
      AWS_SHARED_CREDENTIALS_FILE: this.#target.credentialsFile,
      AWS_PROFILE: "withhold",
      AWS_MAX_ATTEMPTS: "1",
      AWS_PAGER: "",
      AWS_CLI_FILE_ENCODING: "UTF-8",
    };
    const others = Object.entries(process.env).filter(([name]) => !name.startsWith("AWS_"));
    const env = { ...Object.fromEntries(others), ...ours };
    return new Promise((resolve, reject) => {
      execFile("aws", [...args, "--output", "json"], { env }, (error, stdout, stderr) => {
        if (error === null)
          return resolve({ ok: true, output: JSON.parse(stdout === "" ? "{}" : stdout) as T });
        const [, code] = /An error occurred \((\w+)\) when calling the \w+ operation/.exec(stderr) ?? [];
        if (code !== undefined) return resolve({ ok: false, by: "server", error: code });
        const [, own] =
          /(Parameter validation failed|the following arguments are required)/.exec(stderr) ?? [];
        if (own !== undefined) return resolve({ ok: false, by: "client", error: own });
        return reject(new Error(`aws ${args.join(" ")}: ${stderr}`, { cause: error }));
      });
    });
  }

  close(): void {
    rmSync(this.#home, { recursive: true });
  }

  #flags(input: Input): readonly string[] {
    return Object.entries(input).flatMap(([member, value]) =>
      value === undefined ? [] : [`--${kebab(member)}`, this.#argument(value)],
    );
  }

  #argument(value: unknown): string {
    if (value instanceof InFile) return `file://${this.#write(value.text)}`;
    if (value instanceof Date) return value.toISOString();
    return typeof value === "string" ? value : JSON.stringify(value);
  }

  #write(text: string): string {
    const file = join(this.#home, randomUUID());
    writeFileSync(file, text, { mode: 0o600 });
    return file;
  }
}

/** As the CLI writes names: `ListAWSServiceAccess` is `list-aws-service-access`. */
function kebab(name: string): string {
  return name.replaceAll(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, "-").toLowerCase();
}
