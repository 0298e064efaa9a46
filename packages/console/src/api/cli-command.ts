// The AWS CLI command that makes the same call.

const kebab = (name: string): string =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();

/** For a POSIX shell: bare where nothing in it means anything to one, else in single quotes. */
const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;

export type AwsService = "organizations" | "iam" | "sts";

/** `cliCommand("organizations", "AttachPolicy", {PolicyId: "p-1", TargetId: "r-1"})`. Members without a value are left out. */
export function cliCommand(service: AwsService, operation: string, input: object): string {
  const words = Object.entries(input)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]: [string, unknown]) => `--${kebab(name)} ${argument(value)}`);
  return [`aws ${service} ${kebab(operation)}`, ...words].join(" \\\n  ");
}

function argument(value: unknown): string {
  if (Array.isArray(value) && value.every((item) => typeof item === "string"))
    return value.map((item) => quoted(item)).join(" ");
  return quoted(typeof value === "string" ? value : JSON.stringify(value));
}
