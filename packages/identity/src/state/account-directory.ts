// The users, roles and managed policies of one account. Names differ by more than case.

import { Roster } from "@withhold/organization";
import type { ManagedPolicy } from "./managed-policy.js";
import type { Role, User } from "./policy-holder.js";

export class AccountDirectory {
  /** By folded name, as `find` looks. */
  readonly users = new Roster<User>();
  readonly roles = new Roster<Role>();
  readonly policies = new Roster<ManagedPolicy>();
}

/** IAM does not tell names apart by case. Source: "IAM name requirements". */
export function foldedName(name: string): string {
  return name.toLowerCase();
}
