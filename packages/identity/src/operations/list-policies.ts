// ListPolicies: AWS's own managed policies, then those of the account in the order in which they were made.

import { Roster } from "@withhold/organization";
import { asksNothingParticular } from "../asked-resource.js";
import { attachmentCounts } from "../attachment-counts.js";
import { awsManagedPolicies } from "../aws-managed-policies.js";
import { filteredPage, isUnder } from "../filtered-page.js";
import type { IdentityOperation } from "../operation.js";
import { managedPolicyShape } from "../shapes.js";
import type { ManagedPolicy } from "../state/managed-policy.js";
import { refuseUnbuilt } from "../unbuilt.js";

const awsOwn = new Roster<ManagedPolicy>();
for (const policy of awsManagedPolicies.values()) awsOwn.add(policy.id, policy);

/** Places of the account's policies come after these, so that one token can stand in either list. */
const awsPlaces = 1000;

export const listPolicies: IdentityOperation<"ListPolicies"> = {
  kind: "read",
  asks: asksNothingParticular,
  answer({ Scope = "All", OnlyAttached, PathPrefix, PolicyUsageFilter }, context) {
    refuseUnbuilt({ PolicyUsageFilter });
    const { identity, caller, partition, page } = context;
    const directory = identity.directory(caller.accountId);
    const counts = attachmentCounts(directory);
    const under = isUnder(PathPrefix);
    const keep = (policy: ManagedPolicy): boolean =>
      under(policy) && (OnlyAttached !== true || counts.has(policy.id));
    const shape = (policy: ManagedPolicy) =>
      managedPolicyShape(partition, policy, counts.get(policy.id) ?? 0);
    const Policies: ReturnType<typeof shape>[] = [];
    let { after } = page;
    if (after < awsPlaces) {
      const { items, more } = filteredPage(awsOwn, page, (policy) => Scope !== "Local" && keep(policy));
      Policies.push(...items.map(shape));
      if (more.IsTruncated) return { Policies, ...more };
      if (Scope === "AWS") return { Policies, IsTruncated: false };
      if (Policies.length === page.count) return { Policies, IsTruncated: true, Marker: String(awsPlaces) };
      after = awsPlaces;
    }
    const rest = { after: after - awsPlaces, count: page.count - Policies.length };
    const { items, more } = filteredPage(directory.policies, rest, keep);
    Policies.push(...items.map(shape));
    const { Marker } = more;
    return Marker === undefined
      ? { Policies, IsTruncated: false }
      : { Policies, IsTruncated: true, Marker: String(Number(Marker) + awsPlaces) };
  },
};
