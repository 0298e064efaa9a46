// The access keys of a user, for programs.

import { GetAccessKeyLastUsedCommand, ListAccessKeysCommand } from "@aws-sdk/client-iam";
import type { AccessKeyMetadata } from "@aws-sdk/client-iam";
import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ReactElement } from "react";
import type { Api } from "../api/api.js";
import { apiError } from "../api/api-error.js";
import { ActionButton } from "../elements/action-button.js";
import { ErrorAlert } from "../elements/error-alert.js";
import { ResourceTable } from "../elements/resource-table.js";
import { useApi } from "../session/session-context.js";
import { AccessKeyDialog } from "./access-key-dialog.js";
import type { AccessKeyAction } from "./access-key-dialog.js";
import { accessKeysColumns } from "./access-keys-columns.js";
import { accessKeysKey } from "./access-keys-key.js";
import { allMarkedPages } from "./marked-pages.js";
import { NewAccessKeyDialog } from "./new-access-key-dialog.js";

export interface UsedAccessKey extends AccessKeyMetadata {
  readonly lastUsed: Date | undefined;
}

async function readAccessKeys(api: Api, UserName: string): Promise<readonly UsedAccessKey[]> {
  const keys = await allMarkedPages(
    async (page) => api.iam((client) => client.send(new ListAccessKeysCommand({ UserName, ...page }))),
    ({ AccessKeyMetadata: found }) => found,
  );
  return Promise.all(keys.map(async (key) => ({ ...key, lastUsed: await lastUsed(api, key.AccessKeyId) })));
}

/** Unknown to whoever may not ask. */
async function lastUsed(api: Api, AccessKeyId: string | undefined): Promise<Date | undefined> {
  try {
    const { AccessKeyLastUsed: used } = await api.iam((client) =>
      client.send(new GetAccessKeyLastUsedCommand({ AccessKeyId })),
    );
    return used?.LastUsedDate;
  } catch {
    return undefined;
  }
}

/** What IAM allows a user. */
const keysMax = 2;

export function AccessKeys({ userName }: { readonly userName: string }): ReactElement {
  const api = useApi();
  const {
    data: keys = [],
    error,
    isPending,
  } = useQuery({
    queryKey: accessKeysKey(userName),
    queryFn: async () => readAccessKeys(api, userName),
  });
  const [selectedId, setSelectedId] = useState<string>();
  const [dialog, setDialog] = useState<AccessKeyAction | "create">();
  const selected = keys.find(({ AccessKeyId: id }) => id === selectedId);
  const because = selected === undefined ? "Select a key first" : undefined;
  const toggle = selected?.Status === "Inactive" ? "activate" : "deactivate";
  return (
    <>
      <ErrorAlert
        error={error === null ? undefined : apiError(error)}
        header="The access keys could not be read"
      />
      <ResourceTable
        noun={["access key", "access keys"]}
        title="Access keys"
        name="keys-"
        description="For programs, the AWS CLI among them. Two at most, so that one can follow the other."
        items={keys}
        idOf={({ AccessKeyId: id = "" }) => id}
        columns={accessKeysColumns}
        isLoading={isPending}
        selection={{
          kind: "single",
          ids: selected?.AccessKeyId === undefined ? [] : [selected.AccessKeyId],
          onChange: ([key]) => setSelectedId(key?.AccessKeyId),
        }}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <ActionButton operation="iam:UpdateAccessKey" because={because} onClick={() => setDialog(toggle)}>
              {toggle === "activate" ? "Activate" : "Deactivate"}
            </ActionButton>
            <ActionButton
              operation="iam:DeleteAccessKey"
              because={because}
              onClick={() => setDialog("delete")}
            >
              Delete
            </ActionButton>
            <ActionButton
              operation="iam:CreateAccessKey"
              because={keys.length >= keysMax ? "A user has two keys at most: delete one first" : undefined}
              onClick={() => setDialog("create")}
            >
              Create access key
            </ActionButton>
          </SpaceBetween>
        }
        empty={<Box color="text-body-secondary">No access keys. Programs cannot act as this user.</Box>}
      />
      {dialog === "create" && <NewAccessKeyDialog userName={userName} onClose={() => setDialog(undefined)} />}
      {dialog !== undefined && dialog !== "create" && selected?.AccessKeyId !== undefined && (
        <AccessKeyDialog
          userName={userName}
          accessKeyId={selected.AccessKeyId}
          action={dialog}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  );
}
