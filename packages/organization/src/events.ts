// The events of the domain: facts in the past tense, as the journal keeps them.

import type {
  CreateAccountFailureReason,
  IAMUserAccessToBilling,
  OrganizationFeatureSet,
  PolicyType,
} from "@aws-sdk/client-organizations";
import type { DelegationEvent } from "./delegation-events.js";
import type { HandshakeEvent } from "./handshake-events.js";
import type { TransferEvent } from "./transfer-events.js";

/**
 * What can happen. Times are those of the record that carries the event.
 * A stored event is never changed; a new form gets a new type, and reading turns old forms into new ones.
 */
export type DomainEvent =
  | {
      readonly type: "account.created";
      readonly accountId: string;
      readonly email: string;
      readonly name: string;
      /** What an account made by an organization gets: the role by which its management account enters. */
      readonly accessRoleName?: string;
      readonly iamUserAccessToBilling?: IAMUserAccessToBilling;
    }
  | {
      /** In no organization, with the address of the commercial account that it was made with. */
      readonly type: "gov-cloud-account.created";
      readonly accountId: string;
      readonly email: string;
      readonly name: string;
      readonly partition: string;
      /** Which made it, and whose management account its role lets in. */
      readonly organizationId: string;
      readonly accessRoleName: string;
    }
  | {
      readonly type: "organization.created";
      readonly organizationId: string;
      readonly rootId: string;
      readonly partition: string;
      readonly managementAccountId: string;
      readonly featureSet: OrganizationFeatureSet;
    }
  | {
      readonly type: "account.joined";
      readonly organizationId: string;
      readonly accountId: string;
      readonly parentId: string;
      readonly method: "CREATED" | "INVITED";
    }
  | {
      readonly type: "account.moved";
      readonly organizationId: string;
      readonly accountId: string;
      readonly parentId: string;
    }
  | {
      readonly type: "account.closed";
      readonly organizationId: string;
      readonly accountId: string;
    }
  | {
      readonly type: "account.departed";
      readonly organizationId: string;
      readonly accountId: string;
      /** Events of before accounts could leave by themselves all say `REMOVED`. */
      readonly method: "REMOVED" | "LEFT";
    }
  | { readonly type: "organization.deleted"; readonly organizationId: string }
  | {
      readonly type: "account-creation.succeeded";
      readonly organizationId: string;
      readonly requestId: string;
      readonly accountName: string;
      readonly accountId: string;
    }
  | {
      readonly type: "gov-cloud-account-creation.succeeded";
      readonly organizationId: string;
      readonly requestId: string;
      readonly accountName: string;
      /** Of the commercial account, which is in the organization. */
      readonly accountId: string;
      readonly govCloudAccountId: string;
    }
  | {
      readonly type: "account-creation.failed";
      readonly organizationId: string;
      readonly requestId: string;
      readonly accountName: string;
      readonly reason: CreateAccountFailureReason;
    }
  | {
      readonly type: "organizational-unit.created";
      readonly organizationId: string;
      readonly unitId: string;
      readonly parentId: string;
      readonly name: string;
    }
  | {
      readonly type: "organizational-unit.renamed";
      readonly organizationId: string;
      readonly unitId: string;
      readonly name: string;
    }
  | {
      readonly type: "organizational-unit.deleted";
      readonly organizationId: string;
      readonly unitId: string;
    }
  | {
      /** In force from the start, without a call: everything has the default policy, and the root does not list the type. */
      readonly type: "policy-type.put-in-force";
      readonly organizationId: string;
      readonly policyType: PolicyType;
      readonly defaultPolicyId: string;
    }
  | {
      readonly type: "policy-type.enabled";
      readonly organizationId: string;
      readonly policyType: PolicyType;
      /** Attached to everything that there is, and to everything that comes while the type is enabled. */
      readonly defaultPolicyId?: string;
    }
  | {
      readonly type: "policy-type.disabled";
      readonly organizationId: string;
      readonly policyType: PolicyType;
    }
  | {
      readonly type: "policy.created";
      readonly organizationId: string;
      readonly policyId: string;
      readonly policyType: PolicyType;
      readonly name: string;
      readonly description: string;
      readonly content: string;
      /** AWS provides it; nobody changes or deletes it. */
      readonly awsManaged?: true;
    }
  | {
      readonly type: "policy.updated";
      readonly organizationId: string;
      readonly policyId: string;
      readonly name?: string;
      readonly description?: string;
      readonly content?: string;
    }
  | { readonly type: "policy.deleted"; readonly organizationId: string; readonly policyId: string }
  | {
      readonly type: "policy.attached";
      readonly organizationId: string;
      readonly policyId: string;
      readonly targetId: string;
    }
  | {
      readonly type: "policy.detached";
      readonly organizationId: string;
      readonly policyId: string;
      readonly targetId: string;
    }
  | {
      readonly type: "resource.tagged";
      readonly organizationId: string;
      readonly resourceId: string;
      readonly tags: readonly { readonly key: string; readonly value: string }[];
    }
  | {
      readonly type: "resource.untagged";
      readonly organizationId: string;
      readonly resourceId: string;
      readonly keys: readonly string[];
    }
  | DelegationEvent
  | HandshakeEvent
  | TransferEvent;

export type DomainEventType = DomainEvent["type"];
