// The first start of an empty cell: one account with a root access key, so that somebody can sign in.

import { randomBytes, randomUUID } from "node:crypto";
import { drawAccountId } from "@withhold/organization";
import { accessKeySecretName } from "./cell/access-keys.js";
import type { Writer } from "./cell/writer.js";
import { writeCredentials } from "./credentials-file.js";
import { drawSecurely } from "./draw.js";

/** What may be given from outside; what is not is drawn. */
export interface FirstAccount {
  readonly accountId?: string | undefined;
  readonly accessKeyId?: string | undefined;
  readonly secretAccessKey?: string | undefined;
}

const keyAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

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

/** Makes the account if the cell is empty. The file comes first: a key that nobody can read would be lost for good. */
export async function makeFirstAccount(
  writer: Writer,
  given: FirstAccount,
  dataDirectory: string,
  endpoint: string,
): Promise<void> {
  if (writer.state.revision > 0) return;
  const keys = {
    accessKeyId: given.accessKeyId ?? `AKIA${drawSecurely(keyAlphabet, 16)}`,
    secretAccessKey: given.secretAccessKey ?? randomBytes(30).toString("base64"),
  };
  await writeCredentials(dataDirectory, keys, endpoint);
  await writer.write({
    operation: "FirstStart",
    actor: { system: "first-start" },
    requestId: randomUUID(),
    decide({ cell }) {
      const accountId = given.accountId ?? drawAccountId(drawSecurely, cell);
      return {
        events: [
          { type: "account.created", accountId, email: "root@withhold.localhost", name: "Management" },
          { type: "access-key.created", accessKeyId: keys.accessKeyId, accountId },
        ],
        secrets: new Map([[accessKeySecretName(keys.accessKeyId), keys.secretAccessKey]]),
        output: () => undefined,
      };
    },
  });
}
