// Sections of a credentials file, in the form that AWS clients read.

import { open } from "node:fs/promises";

/** What a section `[name]` says about a server and a key for it. */
export interface CredentialsSection {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
  readonly endpoint: string;
}

const members = {
  accessKeyId: "aws_access_key_id",
  secretAccessKey: "aws_secret_access_key",
  region: "region",
  endpoint: "endpoint_url",
} as const satisfies Record<keyof CredentialsSection, string>;

/** Undefined where there is no such section; members that it lacks are empty. */
export function readCredentialsSection(text: string, name: string): CredentialsSection | undefined {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const start = lines.indexOf(`[${name}]`);
  if (start < 0) return undefined;
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith("["));
  const own = length < 0 ? lines.slice(start + 1) : lines.slice(start + 1, start + 1 + length);
  const read = (member: string): string => {
    const line = own.find((line) => line.split("=", 1)[0]?.trim() === member);
    return line === undefined ? "" : line.slice(line.indexOf("=") + 1).trim();
  };
  return {
    accessKeyId: read(members.accessKeyId),
    secretAccessKey: read(members.secretAccessKey),
    region: read(members.region),
    endpoint: read(members.endpoint),
  };
}

export function credentialsSectionText(name: string, section: CredentialsSection): string {
  const lines = Object.entries(members).map(
    ([key, member]) => `${member} = ${section[key as keyof CredentialsSection]}`,
  );
  return `[${name}]\n${lines.join("\n")}\n`;
}

/** Adds to the end, durably; what stands in the file stays. */
export async function appendCredentialsSection(file: string, text: string): Promise<void> {
  const handle = await open(file, "a", 0o600);
  try {
    await handle.writeFile(`\n${text}`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
