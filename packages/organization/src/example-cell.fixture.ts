// A small organization for tests, made by the operations themselves.

import { CellDriver } from "./cell-driver.fixture.js";

export const aiType = "AISERVICES_OPT_OUT_POLICY";
export const scpType = "SERVICE_CONTROL_POLICY";
export const rcpType = "RESOURCE_CONTROL_POLICY";

/** The types that the tests make policies of. */
export type PolicyKind = typeof aiType | typeof scpType | typeof rcpType | "TAG_POLICY" | "BACKUP_POLICY";

/** Ids that nothing has. */
export const nowhere = {
  account: "999999999999",
  policy: "p-nowhere000",
  root: "r-none",
  unit: "ou-none-nowhere0",
  request: "car-nowhere0",
  service: "nowhere.example.com",
} as const;

/** An opt-out document with one service; locked at its leaf when told. */
export function choice(service: string, choice: "optOut" | "optIn", locked = false): string {
  const lock = locked ? { "@@operators_allowed_for_child_policies": ["@@none"] } : {};
  return JSON.stringify({ services: { [service]: { opt_out_policy: { ...lock, "@@assign": choice } } } });
}

/** A service control policy of any meaning. */
export const denyAll = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Deny", Action: "*", Resource: "*" }],
});

/** The same as a resource control policy, which says for whom it is. */
export const denyEveryone = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Deny", Principal: "*", Action: "*", Resource: "*" }],
});

/** A service that is no one's but AWS's. */
export const service = "transcribe.amazonaws.com";

/** A delegation policy: the account may do this, on everything, for policies of the type if one is given. */
export function delegationTo(
  account: string,
  action: string | readonly string[] = "organizations:*",
  type?: string,
): string {
  const Condition =
    type === undefined ? {} : { Condition: { StringLikeIfExists: { "organizations:PolicyType": type } } };
  const Principal = { AWS: `arn:aws:iam::${account}:root` };
  const Statement = [{ Effect: "Allow", Principal, Action: action, Resource: "*", ...Condition }];
  return JSON.stringify({ Version: "2012-10-17", Statement });
}

/**
 * root ── workloads ── production ── app        `optOut` (opt-out, by default) is attached to the root,
 *    └─── management account                    `spare` (lex in) to nothing.
 * and an account in no organization.
 */
export class ExampleCell extends CellDriver {
  readonly management = this.openAccount("111111111111", "root@acme.example", "Acme");
  readonly outsider = this.openAccount("222222222222", "solo@other.example", "Solo");
  readonly organization: string;
  readonly root: string;
  readonly workloads: string;
  readonly production: string;
  readonly app: string;
  readonly optOut: string;
  readonly spare: string;

  constructor() {
    super();
    this.usual = this.management;
    this.organization = drawn(this.act("CreateOrganization", {}).Organization?.Id);
    this.root = drawn(this.act("ListRoots", {}).Roots?.[0]?.Id);
    // With the organization, so that everything made later has its default policy from the start.
    this.act("EnablePolicyType", { RootId: this.root, PolicyType: scpType }, { now: this.now });
    this.workloads = this.unit(this.root, "Workloads");
    this.production = this.unit(this.workloads, "Production");
    this.app = this.account("app");
    this.move(this.app, this.root, this.production);
    this.enable(aiType);
    this.optOut = this.policy("Opt out", choice("default", "optOut"));
    this.attach(this.optOut, this.root);
    this.spare = this.policy("Lex in", choice("lex", "optIn"));
  }

  unit(parent: string, name: string): string {
    const { OrganizationalUnit } = this.act("CreateOrganizationalUnit", { ParentId: parent, Name: name });
    return drawn(OrganizationalUnit?.Id);
  }

  /** A new account, under the root. */
  account(name: string): string {
    const input = { AccountName: name, Email: `${name}@acme.example` };
    return drawn(this.act("CreateAccount", input).CreateAccountStatus?.AccountId);
  }

  policy(name: string, content: string, type: PolicyKind = aiType): string {
    const input = { Type: type, Name: name, Description: "", Content: content } as const;
    return drawn(this.act("CreatePolicy", input).Policy?.PolicySummary?.Id);
  }

  attach(policy: string, target: string): void {
    this.act("AttachPolicy", { PolicyId: policy, TargetId: target });
  }

  detach(policy: string, target: string): void {
    this.act("DetachPolicy", { PolicyId: policy, TargetId: target });
  }

  move(account: string, from: string, to: string): void {
    const parents = { SourceParentId: from, DestinationParentId: to };
    this.act("MoveAccount", { AccountId: account, ...parents });
  }

  /** Makes the account administer a service. */
  register(account: string, servicePrincipal = service): void {
    this.act("EnableAWSServiceAccess", { ServicePrincipal: servicePrincipal });
    const input = { AccountId: account, ServicePrincipal: servicePrincipal };
    this.act("RegisterDelegatedAdministrator", input);
  }

  /** What a policy is attached to, in the order of attaching. */
  targets(policy: string): string[] {
    const { Targets } = this.act("ListTargetsForPolicy", { PolicyId: policy });
    return (Targets ?? []).map(({ TargetId }) => drawn(TargetId));
  }

  enable(type: PolicyKind): void {
    this.act("EnablePolicyType", { RootId: this.root, PolicyType: type });
  }

  disable(type: typeof aiType | typeof scpType): void {
    this.act("DisablePolicyType", { RootId: this.root, PolicyType: type });
  }

  /** What holds for an account, as parsed JSON. */
  effective(account = this.app): unknown {
    const { EffectivePolicy } = this.act("DescribeEffectivePolicy", {
      PolicyType: aiType,
      TargetId: account,
    });
    return JSON.parse(EffectivePolicy?.PolicyContent ?? "null");
  }

  /** Service to choice, without the document around it. */
  choices(account = this.app): Record<string, string> {
    const { services } = this.effective(account) as Record<
      string,
      Record<string, { opt_out_policy: string }>
    >;
    return Object.fromEntries(
      Object.entries(services ?? {}).map(([key, { opt_out_policy }]) => [key, opt_out_policy]),
    );
  }
}

/** An id that an answer carries; an answer without one is a bug. */
export function drawn(id: string | undefined): string {
  if (id === undefined) throw new Error("the answer carries no id");
  return id;
}
