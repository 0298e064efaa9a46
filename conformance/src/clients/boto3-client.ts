// boto3 as a client of journeys: one Python process that takes a call per line.

import { spawn, spawnSync } from "node:child_process";
import type { ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { OperationName, Output } from "@withhold/organization";
import type { AccessKey } from "../running-cell.js";
import { InFile } from "./client.js";
import type { Client, Identity, Input, ListName, Paging, Refused, Reply } from "./client.js";

/** Undefined where boto3 can be had; else why journeys by it are skipped. */
export const boto3Missing: string | undefined =
  spawnSync("python3", ["-c", "import boto3"]).status === 0
    ? undefined
    : "skipped: no boto3 on this machine (`python3 -c 'import boto3'` does not run)";

const script = fileURLToPath(new URL("../../python/boto3_client.py", import.meta.url));

interface Question {
  readonly service: "organizations" | "sts";
  readonly operation: string;
  readonly input: Input;
  readonly paging?: object;
}

type Answer = { readonly output: unknown } | Omit<Refused, "ok">;

/** The process, which answers in the order in which it was asked. */
class Interpreter {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #answers: AsyncIterator<string>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(credentialsFile: string) {
    const others = Object.entries(process.env).filter(([name]) => !name.startsWith("AWS_"));
    const env = {
      ...Object.fromEntries(others),
      AWS_SHARED_CREDENTIALS_FILE: credentialsFile,
      AWS_CONFIG_FILE: "/dev/null",
      AWS_PROFILE: "withhold",
      AWS_MAX_ATTEMPTS: "1",
    };
    this.#child = spawn("python3", [script], { env, stdio: ["pipe", "pipe", "inherit"] });
    this.#answers = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  async ask(question: object): Promise<Answer> {
    const asked = this.#last.then(async () => {
      this.#child.stdin.write(`${JSON.stringify(question)}\n`);
      const line = await this.#answers.next();
      if (line.done === true) throw new Error("the Python process ended; it says why on stderr");
      return JSON.parse(line.value) as Answer;
    });
    this.#last = asked.catch(() => undefined);
    return asked;
  }

  async close(): Promise<void> {
    const exit = once(this.#child, "exit");
    this.#child.stdin.end();
    await exit;
  }
}

export class Boto3Client implements Client {
  readonly #interpreter: Interpreter;
  readonly #key: AccessKey | undefined;

  private constructor(interpreter: Interpreter, key?: AccessKey) {
    this.#interpreter = interpreter;
    this.#key = key;
  }

  /** Configured by the server's own credentials file, and nothing else. */
  static start(credentialsFile: string): Boto3Client {
    return new Boto3Client(new Interpreter(credentialsFile));
  }

  async call<Name extends OperationName>(operation: Name, input: Input): Promise<Reply<Output<Name>>> {
    return this.#ask({ service: "organizations", operation, input });
  }

  async list<Name extends ListName>(
    operation: Name,
    input: Input,
    { pageSize, startingToken }: Paging,
  ): Promise<Reply<Output<Name>>> {
    const paging = { PageSize: pageSize, StartingToken: startingToken };
    return this.#ask({ service: "organizations", operation, input, paging });
  }

  async identity(): Promise<Reply<Identity>> {
    return this.#ask({ service: "sts", operation: "GetCallerIdentity", input: {} });
  }

  withKey(key: AccessKey): Boto3Client {
    return new Boto3Client(this.#interpreter, key);
  }

  async close(): Promise<void> {
    return this.#interpreter.close();
  }

  async #ask<T>({ input, ...question }: Question): Promise<Reply<T>> {
    const members = Object.entries(input).map(([name, value]) => [
      name,
      value instanceof InFile ? value.text : value,
    ]);
    const answer = await this.#interpreter.ask({
      ...question,
      input: Object.fromEntries(members) as object,
      key: this.#key,
    });
    return "output" in answer ? { ok: true, output: answer.output as T } : { ok: false, ...answer };
  }
}
