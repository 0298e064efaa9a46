// Where every account of an organization stands on AI services, in short.

import { choiceFor, defaultEntry, namedServices } from "@withhold/policy";
import { mergeAt } from "./effective-policies.js";
import type { Organization } from "./state/organization.js";
import type { MemberAccount, Parent } from "./state/tree-node.js";

/**
 * `out`: every service, present and future. `in`: at least one service is opted in, named in `optedIn` (`default`
 * stands for all that are not named). `undecided`: services are left to AWS's default, which is use of content.
 */
export interface AccountOptOut {
  readonly accountId: string;
  readonly name: string;
  /** Names from the root down, such as `Root / Research`. */
  readonly path: string;
  readonly state: OptOutState;
  readonly optedIn: readonly string[];
}

export type OptOutState = "out" | "in" | "undecided";

export function optOutSummary(organization: Organization): readonly AccountOptOut[] {
  return Array.from(organization.accounts.values(), (account) => {
    const { state, optedIn } = stateOf(account);
    const { id: accountId, name } = account.membership.account;
    return { accountId, name, path: pathOf(account.parent), state, optedIn };
  });
}

function stateOf(account: MemberAccount): Pick<AccountOptOut, "state" | "optedIn"> {
  const merge = mergeAt(account, "AISERVICES_OPT_OUT_POLICY");
  const entries = [...namedServices(merge), defaultEntry];
  const optedIn = entries.filter((entry) => choiceFor(merge, entry).choice === "optIn");
  if (optedIn.length > 0) return { state: "in", optedIn };
  return { state: choiceFor(merge, defaultEntry).choice === "optOut" ? "out" : "undecided", optedIn };
}

function pathOf(parent: Parent): string {
  return parent.kind === "root" ? "Root" : `${pathOf(parent.parent)} / ${parent.name}`;
}
