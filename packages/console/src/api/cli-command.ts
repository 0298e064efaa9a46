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

/**
 * `cliCommand("organizations", "AttachPolicy", {PolicyId: "p-1", TargetId: "r-1"}, "http://127.0.0.1:8765")`. Members
 * without a value are left out. The endpoint is named, so that nothing is done on AWS by a shell that means AWS.
 */
export function cliCommand(service: AwsService, operation: string, input: object, endpoint: string): string {
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  const isSafe = given.every(([, value]: [string, unknown]) => isTakenAsItIs(value));
  const words = isSafe
    ? given.map(([name, value]: [string, unknown]) => option(kebab(name), value))
    : [`--cli-input-json ${quoted(JSON.stringify(Object.fromEntries(given)))}`];
  return [`aws ${service} ${kebab(operation)}`, `--endpoint-url ${quoted(endpoint)}`, ...words].join(
    " \\\n  ",
  );
}

/** The CLI reads the file that a value names by `file://` or `fileb://`, and takes a leading `-` for an option. */
function isTakenAsItIs(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isTakenAsItIs);
  return typeof value !== "string" || !/^(?:fileb?:\/\/|https?:\/\/|-)/.test(value);
}

function option(name: string, value: unknown): string {
  if (typeof value === "boolean") return value ? `--${name}` : `--no-${name}`;
  return `--${name} ${argument(value)}`;
}

function argument(value: unknown): string {
  if (Array.isArray(value) && value.every((item) => typeof item === "string"))
    return value.map((item) => quoted(item)).join(" ");
  return quoted(typeof value === "string" ? value : JSON.stringify(value));
}
