// Asking for an account, and waiting until it is there or is known not to come.

import {
  CreateAccountCommand,
  DescribeAccountCommand,
  DescribeCreateAccountStatusCommand,
} from "@aws-sdk/client-organizations";
import type { Account, CreateAccountStatus } from "@aws-sdk/client-organizations";
import type { Api } from "../api/api.js";
import { creationFailureText } from "./creation-failure.js";

export interface NewAccount {
  readonly AccountName: string;
  readonly Email: string;
  readonly RoleName?: string;
  readonly Tags?: { Key: string; Value: string }[];
}

const pollEveryMs = 1000;

/** Its name is the reason's own code, so that `apiError` reads both. */
class CreationFailed extends Error {
  constructor(reason: string | undefined) {
    super(creationFailureText(reason));
    this.name = reason ?? "CreateAccountFailed";
  }
}

/** `onRequest` is told the id of the request while it is in progress. */
export async function createAccount(
  api: Api,
  input: NewAccount,
  onRequest: (id: string) => void,
): Promise<Account> {
  let { CreateAccountStatus: status } = await api.organizations((client) =>
    client.send(new CreateAccountCommand(input)),
  );
  while (status?.State === "IN_PROGRESS" && status.Id !== undefined) {
    onRequest(status.Id);
    await new Promise((resolve) => setTimeout(resolve, pollEveryMs));
    status = await statusOf(api, status.Id);
  }
  if (status?.State !== "SUCCEEDED" || status.AccountId === undefined) {
    throw new CreationFailed(status?.FailureReason);
  }
  return readAccount(api, status.AccountId, input);
}

async function statusOf(api: Api, id: string): Promise<CreateAccountStatus | undefined> {
  const { CreateAccountStatus: status } = await api.organizations((client) =>
    client.send(new DescribeCreateAccountStatusCommand({ CreateAccountRequestId: id })),
  );
  return status;
}

/** The account is there, whether or not the caller may read it. */
async function readAccount(
  api: Api,
  AccountId: string,
  { AccountName, Email }: NewAccount,
): Promise<Account> {
  const told: Account = { Id: AccountId, Name: AccountName, Email, State: "ACTIVE", JoinedMethod: "CREATED" };
  try {
    const { Account: account } = await api.organizations((client) =>
      client.send(new DescribeAccountCommand({ AccountId })),
    );
    return account ?? told;
  } catch {
    return told;
  }
}
