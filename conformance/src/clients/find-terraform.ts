// Where this machine has Terraform and the AWS provider, if it has: nothing is ever downloaded.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { arch, homedir, platform } from "node:os";
import { join } from "node:path";

/** The directory that holds the provider as Terraform's own mirrors do, or why there is no Terraform to run. */
export type FoundTerraform = { readonly mirror: string } | { readonly missing: string };

/** Where Terraform looks by itself, and what people set to name another place. */
const usual = [
  process.env["TF_PLUGIN_DIR"],
  process.env["TF_PLUGIN_CACHE_DIR"],
  join(homedir(), ".terraform.d/plugins"),
  join(homedir(), ".terraform.d/plugin-cache"),
  join(homedir(), ".local/share/terraform/plugins"),
  "/usr/local/share/terraform/plugins",
  "/usr/share/terraform/plugins",
];
/** Searched two levels deep, and no more than this many directories in all. */
const searched = ["/opt", "/usr/local", "/usr/local/lib", "/usr/lib", "/srv", homedir()];
const directoriesMax = 5000;

export function findTerraform(): FoundTerraform {
  if (spawnSync("terraform", ["version"]).status !== 0)
    return { missing: "skipped: no Terraform on this machine (`terraform version` does not run)" };
  let looked = 0;
  for (const directory of places()) {
    if (holdsProvider(directory)) return { mirror: directory };
    looked += 1;
    if (looked === directoriesMax) break;
  }
  return {
    missing:
      `skipped: no AWS provider 5.100 or later of major 5 for ${target} among ${looked} directories; ` +
      "name the one with `registry.terraform.io/hashicorp/aws` in it by TF_PLUGIN_DIR",
  };
}

function* places(): Generator<string> {
  for (const directory of usual) if (directory !== undefined) yield directory;
  for (const directory of searched) {
    for (const child of directoriesIn(directory)) {
      yield child;
      yield* directoriesIn(child);
    }
  }
}

const target = `${platform()}_${arch() === "x64" ? "amd64" : arch()}`;
/** What the stack asks for: `~> 5.100`. */
const version = /^5\.[1-9]\d{2,}\.\d+$/;
const packed = new RegExp(String.raw`^terraform-provider-aws_5\.[1-9]\d{2,}\.\d+_${target}\.zip$`);

/** Unpacked, in a directory for each version and platform, or packed. */
function holdsProvider(directory: string): boolean {
  const provider = join(directory, "registry.terraform.io/hashicorp/aws");
  return namesIn(provider).some(
    (name) => packed.test(name) || (version.test(name) && existsSync(join(provider, name, target))),
  );
}

function directoriesIn(directory: string): readonly string[] {
  try {
    const entries = readdirSync(directory, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(directory, name));
  } catch {
    // Not there, or not for us: then the provider is not there for us either.
    return [];
  }
}

function namesIn(directory: string): readonly string[] {
  return existsSync(directory) ? readdirSync(directory) : [];
}
