// The calls that the policy editor makes: create, attach, read again, update.

import {
  AttachPolicyCommand,
  CreatePolicyCommand,
  DescribePolicyCommand,
  UpdatePolicyCommand,
} from "@aws-sdk/client-organizations";
import type { CreatePolicyRequest, UpdatePolicyRequest } from "@aws-sdk/client-organizations";
import type { Api } from "../api/api.js";
import { apiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";

/** A policy as the server has it. */
export interface StoredPolicy {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly content: string;
  readonly isAwsManaged: boolean;
}

export async function describePolicy(api: Api, PolicyId: string): Promise<StoredPolicy> {
  const { Policy: policy } = await api.organizations((client) =>
    client.send(new DescribePolicyCommand({ PolicyId })),
  );
  const { Name, Description, AwsManaged } = policy?.PolicySummary ?? {};
  return {
    id: PolicyId,
    name: Name ?? "",
    description: Description ?? "",
    content: policy?.Content ?? "",
    isAwsManaged: AwsManaged === true,
  };
}

export interface Created {
  readonly id: string;
  /** Absent where it was attached, or was not to be. */
  readonly attachError: ApiError | undefined;
}

/** Two calls. Where the second fails, the policy is there, and says so; making it again would find its name taken. */
export async function createPolicy(
  api: Api,
  input: CreatePolicyRequest,
  targetId: string | undefined,
): Promise<Created> {
  const { Policy: policy } = await api.organizations((client) => client.send(new CreatePolicyCommand(input)));
  const id = policy?.PolicySummary?.Id ?? "";
  if (targetId === undefined) return { id, attachError: undefined };
  try {
    await api.organizations((client) =>
      client.send(new AttachPolicyCommand({ PolicyId: id, TargetId: targetId })),
    );
    return { id, attachError: undefined };
  } catch (thrown) {
    return { id, attachError: apiError(thrown) };
  }
}

/** Somebody changed the policy since it was read. Its `name` is the code, as with the SDK's errors. */
export class PolicyChanged extends Error {
  readonly theirs: StoredPolicy;

  constructor(theirs: StoredPolicy) {
    super("somebody else changed the policy since you opened it; nothing was overwritten");
    this.name = "PolicyChanged";
    this.theirs = theirs;
  }
}

/**
 * Reads it again first, and throws `PolicyChanged` where it is not what it was known to be: the API has no way to
 * update only what is unchanged, so that a change between the two calls is not seen.
 */
export async function updatePolicy(api: Api, input: UpdatePolicyRequest, known: StoredPolicy): Promise<void> {
  const theirs = await describePolicy(api, known.id);
  if (!isSame(theirs, known)) throw new PolicyChanged(theirs);
  await api.organizations((client) => client.send(new UpdatePolicyCommand(input)));
}

function isSame(one: StoredPolicy, other: StoredPolicy): boolean {
  return one.name === other.name && one.description === other.description && one.content === other.content;
}
