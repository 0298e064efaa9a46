// Deleting a user with everything that hangs on it: IAM refuses while something does.

import {
  DeleteAccessKeyCommand,
  DeleteLoginProfileCommand,
  DeleteUserCommand,
  ListAccessKeysCommand,
} from "@aws-sdk/client-iam";
import type { Api } from "../api/api.js";
import { apiError } from "../api/api-error.js";
import { allMarkedPages } from "./marked-pages.js";
import { deleteInline, detachFrom, readPermissions } from "./subject.js";
import type { Subject } from "./subject.js";

/** Ends at the first call that fails; what was deleted until then stays so, and calling again goes on. */
export async function deleteUser(api: Api, UserName: string): Promise<object> {
  const subject: Subject = { kind: "user", name: UserName };
  const keys = await allMarkedPages(
    async (page) => api.iam((client) => client.send(new ListAccessKeysCommand({ UserName, ...page }))),
    ({ AccessKeyMetadata: found }) => found,
  );
  for (const { AccessKeyId } of keys) {
    if (AccessKeyId !== undefined)
      await api.iam((client) => client.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId })));
  }
  await deleteLoginProfile(api, UserName);
  await stripPermissions(api, subject);
  return api.iam((client) => client.send(new DeleteUserCommand({ UserName })));
}

/** Takes everything from a user or a role that it was allowed. */
export async function stripPermissions(api: Api, subject: Subject): Promise<void> {
  const { attached, inline } = await readPermissions(api, subject);
  for (const { PolicyArn } of attached)
    if (PolicyArn !== undefined) await detachFrom(api, subject, PolicyArn);
  for (const { name } of inline) await deleteInline(api, subject, name);
}

async function deleteLoginProfile(api: Api, UserName: string): Promise<void> {
  try {
    await api.iam((client) => client.send(new DeleteLoginProfileCommand({ UserName })));
  } catch (error) {
    if (!apiError(error).code.startsWith("NoSuchEntity")) throw error;
  }
}
