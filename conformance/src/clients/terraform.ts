// Terraform as people run it: a directory with a stack and its state, a process per command.

import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface TerraformSetting {
  /** As `findTerraform` finds it. */
  readonly mirror: string;
  /** The directory of the stack; what is done is done to a copy. */
  readonly stack: string;
  readonly credentialsFile: string;
  readonly variables: Readonly<Record<string, string>>;
}

export interface TerraformRun {
  /** 0: done; of a plan, nothing to do. 1: failed. 2: of a plan, there are changes. */
  readonly code: number;
  readonly stdout: string;
}

/** A resource of the state. */
export interface TerraformResource {
  readonly address: string;
  readonly type: string;
  readonly mode: "managed" | "data";
  readonly values: { readonly id: string };
}

export class Terraform {
  readonly #directory = mkdtempSync(join(tmpdir(), "withhold-terraform-"));
  readonly #environment: NodeJS.ProcessEnv;

  constructor({ mirror, stack, credentialsFile, variables }: TerraformSetting) {
    cpSync(stack, this.#directory, { recursive: true });
    const configuration = join(this.#directory, "cli-configuration");
    const path = JSON.stringify(mirror);
    writeFileSync(
      configuration,
      `provider_installation {\n  filesystem_mirror {\n    path = ${path}\n  }\n}\n`,
    );
    const others = Object.entries(process.env).filter(([name]) => !/^(?:AWS|TF)_/.test(name));
    this.#environment = {
      ...Object.fromEntries(others),
      ...Object.fromEntries(Object.entries(variables).map(([name, value]) => [`TF_VAR_${name}`, value])),
      HOME: this.#directory,
      TF_CLI_CONFIG_FILE: configuration,
      TF_IN_AUTOMATION: "1",
      CHECKPOINT_DISABLE: "1",
      // The provider reads a schema of all AWS each time that it starts: collecting less garbage saves a third of that.
      GOGC: "400",
      AWS_SHARED_CREDENTIALS_FILE: credentialsFile,
      AWS_CONFIG_FILE: "/dev/null",
      AWS_PROFILE: "withhold",
      AWS_MAX_ATTEMPTS: "1",
      AWS_EC2_METADATA_DISABLED: "true",
    };
  }

  /** Rejects, with all that Terraform said, where it fails. */
  async run(command: string, ...flags: readonly string[]): Promise<TerraformRun> {
    return new Promise((resolve, reject) => {
      const options = { cwd: this.#directory, env: this.#environment, maxBuffer: 64 * 1024 * 1024 };
      execFile("terraform", [command, ...flags], options, (error, stdout, stderr) => {
        const code = error === null ? 0 : Number(error.code);
        if (code === 0 || (code === 2 && command === "plan")) resolve({ code, stdout });
        else reject(new Error(`terraform ${command}\n${stdout}\n${stderr}`, { cause: error }));
      });
    });
  }

  async init(): Promise<void> {
    await this.run("init", "-input=false", "-no-color");
  }

  /** Changes what there is to change without asking. Returns what it counted, such as `1 added, 0 changed`. */
  async apply(...flags: readonly string[]): Promise<string> {
    const { stdout } = await this.run("apply", "-auto-approve", "-input=false", "-no-color", ...flags);
    return /^Apply complete! Resources: (.*)\.$/m.exec(stdout)?.[1] ?? stdout;
  }

  /** What a plan would change, read anew from the server; empty where nothing. */
  async plan(...flags: readonly string[]): Promise<string> {
    const { code, stdout } = await this.run(
      "plan",
      "-detailed-exitcode",
      "-input=false",
      "-no-color",
      ...flags,
    );
    return code === 0 ? "" : stdout;
  }

  async destroy(...flags: readonly string[]): Promise<void> {
    await this.run("destroy", "-auto-approve", "-input=false", "-no-color", ...flags);
  }

  /** The value of an output. */
  async output(name: string): Promise<unknown> {
    return JSON.parse((await this.run("output", "-json", name)).stdout);
  }

  /** What the state holds. */
  async resources(): Promise<readonly TerraformResource[]> {
    const { stdout } = await this.run("show", "-json");
    const state = JSON.parse(stdout) as {
      readonly values?: { readonly root_module: { readonly resources: readonly TerraformResource[] } };
    };
    return state.values?.root_module.resources ?? [];
  }

  /** Forgets all resources, as somebody who comes to an organization that is there. */
  forget(): void {
    rmSync(join(this.#directory, "terraform.tfstate"));
  }

  /** Adds a file to the stack, or replaces it. */
  write(name: string, text: string): void {
    writeFileSync(join(this.#directory, name), text);
  }

  close(): void {
    rmSync(this.#directory, { recursive: true });
  }
}
