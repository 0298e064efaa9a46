// The service control policies over an account, level by level, compiled once per content.

import type { Ceiling, Policy } from "@withhold/iam";
import type { Cell, TreeNode } from "@withhold/organization";
import { compiledPolicy } from "../policy-text.js";

const type = "SERVICE_CONTROL_POLICY";

/** Whether service control policies have a say: never in the management account. */
export function isUnderServiceControl(cell: Cell, accountId: string): boolean {
  const account = cell.accounts.get(accountId);
  const organization = account && cell.organizationOf(account);
  return (
    organization !== undefined &&
    organization.managementAccountId !== accountId &&
    organization.isEnabled(type)
  );
}

/** Undefined where there are none: no organization, its management account, or a type that is not enabled. */
export function serviceControlCeiling(cell: Cell, accountId: string): Ceiling | undefined {
  const account = cell.accounts.get(accountId);
  const organization = account && cell.organizationOf(account);
  if (organization === undefined || !isUnderServiceControl(cell, accountId)) return undefined;
  const levels: { readonly id: string; readonly policies: readonly Policy[] }[] = [];
  for (
    let node: TreeNode | undefined = organization.accounts.get(accountId);
    node !== undefined;
    node = node.parent
  ) {
    levels.push({ id: node.id, policies: node.attachments(type).map(({ policy }) => compiled(policy)) });
  }
  return { isManagementAccount: false, levels: levels.toReversed() };
}

type ControlPolicy = ReturnType<TreeNode["attachments"]>[number]["policy"];

const memory = new WeakMap<ControlPolicy, { readonly content: string; readonly policy: Policy }>();

function compiled(control: ControlPolicy): Policy {
  const known = memory.get(control);
  if (known?.content === control.content) return known.policy;
  const { content } = control;
  const policy = compiledPolicy(content, "service-control", `${control.name} (${control.id})`);
  memory.set(control, { content, policy });
  return policy;
}
