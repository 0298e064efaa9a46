// The first start of an empty cell: one account with a root access key, so that somebody can sign in.

import { randomUUID } from "node:crypto";
import { drawRootAccessKey, standaloneAccount } from "./cell/standalone-account.js";
import type { Writer } from "./cell/writer.js";
import { writeCredentials } from "./credentials-file.js";

/** What may be given from outside; what is not is drawn. */
export interface FirstAccount {
  readonly accountId?: string | undefined;
  readonly accessKeyId?: string | undefined;
  readonly secretAccessKey?: string | undefined;
}

/** Refuses values that no AWS client could use. Undefined when all is well. */
export function firstAccountProblem({
  accountId,
  accessKeyId,
  secretAccessKey,
}: FirstAccount): string | undefined {
  if (accountId !== undefined && !/^\d{12}$/.test(accountId)) return "the account id must have 12 digits";
  if (accessKeyId !== undefined && !/^\w{4,128}$/.test(accessKeyId)) {
    return "the access key id must have 4 to 128 letters, digits or `_`";
  }
  if (secretAccessKey !== undefined && !/^[\x21-\x7e]{8,256}$/.test(secretAccessKey)) {
    return "the secret access key must have 8 to 256 printable ASCII characters without spaces";
  }
  if ((accessKeyId === undefined) !== (secretAccessKey === undefined)) {
    return "give the access key id and its secret together, or neither";
  }
  return undefined;
}

/** Makes the account if the cell is empty, and says whether it did. The file comes first: a key that nobody can read would be lost for good. */
export async function makeFirstAccount(
  writer: Writer,
  given: FirstAccount,
  dataDirectory: string,
  endpoint: string,
): Promise<boolean> {
  if (writer.state.revision > 0) return false;
  const drawn = drawRootAccessKey(() => false);
  const rootAccessKey = {
    accessKeyId: given.accessKeyId ?? drawn.accessKeyId,
    secretAccessKey: given.secretAccessKey ?? drawn.secretAccessKey,
  };
  await writeCredentials(dataDirectory, rootAccessKey, endpoint);
  await writer.write({
    operation: "FirstStart",
    actor: { system: "first-start" },
    requestId: randomUUID(),
    decide(state) {
      const { accountId } = given;
      const facts = { accountId, rootAccessKey, email: "root@withhold.localhost", name: "Management" };
      return { ...standaloneAccount(state, facts), output: () => undefined };
    },
  });
  return true;
}
