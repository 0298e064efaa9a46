// GetPolicy and GetPolicyVersion: a managed policy, and its document. A policy has one version here.

import type { Asked, IdentityOperation } from "../operation.js";
import { attachmentCounts } from "../attachment-counts.js";
import { identityFault } from "../fault.js";
import { findManagedPolicy } from "../find-holder.js";
import { encodedPolicyDocument } from "../policy-document.js";
import { managedPolicyShape, onlyVersion } from "../shapes.js";

const asks = ({ PolicyArn }: { readonly PolicyArn: string }): Asked => ({ resource: PolicyArn });

export const getPolicy: IdentityOperation<"GetPolicy"> = {
  kind: "read",
  asks,
  answer({ PolicyArn }, context) {
    const { identity, caller, partition } = context;
    const policy = findManagedPolicy(context, PolicyArn);
    const count = attachmentCounts(identity.directory(caller.accountId)).get(policy.id) ?? 0;
    return { Policy: managedPolicyShape(partition, policy, count) };
  },
};

export const getPolicyVersion: IdentityOperation<"GetPolicyVersion"> = {
  kind: "read",
  asks,
  answer({ PolicyArn, VersionId }, context) {
    const { document, createdAt } = findManagedPolicy(context, PolicyArn);
    if (VersionId !== onlyVersion) {
      identityFault(
        "NoSuchEntity",
        `policy \`${PolicyArn}\` has no version \`${VersionId}\`; ask for \`${onlyVersion}\``,
      );
    }
    const Document = encodedPolicyDocument(document.text);
    const CreateDate = new Date(createdAt);
    return { PolicyVersion: { Document, VersionId, IsDefaultVersion: true, CreateDate } };
  },
};
