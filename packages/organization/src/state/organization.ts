// One organization: its tree, its policies and its requests. Changed only by `evolve`.

import type { OrganizationFeatureSet, PolicyType } from "@aws-sdk/client-organizations";
import { Roster } from "../roster.js";
import type { Place } from "../roster.js";
import { AccountCreations } from "./account-creations.js";
import { Closures } from "./closures.js";
import { DelegatedAdministrators } from "./delegated-administrators.js";
import type { Policy } from "./policy.js";
import type { ResourcePolicy } from "./resource-policy.js";
import type { ServiceAccess } from "./service-access.js";
import { Tags } from "./tags.js";
import { TouchedNodes } from "./touched-nodes.js";
import { Root } from "./tree-node.js";
import type { MemberAccount, OrganizationalUnit, Parent, TreeNode } from "./tree-node.js";

export class Organization {
  readonly id: string;
  readonly partition: string;
  readonly managementAccountId: string;
  featureSet: OrganizationFeatureSet;
  readonly root: Root;
  readonly accounts = new Roster<MemberAccount>();
  readonly units = new Map<string, OrganizationalUnit>();
  readonly policies = new Map<string, Policy>();
  readonly accountCreations = new AccountCreations();
  readonly closures = new Closures();
  /** By service principal, in the order of enabling. */
  readonly serviceAccess = new Roster<ServiceAccess>();
  readonly delegatedAdministrators = new DelegatedAdministrators();
  /** The delegation policy. */
  resourcePolicy: ResourcePolicy | undefined;
  /** Types in force, each with the policy that everything has attached from the start, if there is one. */
  readonly enabledTypes = new Map<PolicyType, Policy | undefined>();
  /** Those among them that no caller has enabled yet, so that the root does not list them. */
  readonly unlistedTypes = new Set<PolicyType>();
  readonly tags = new Tags();
  readonly touched = new TouchedNodes();
  readonly #policiesByType = new Map<PolicyType, Roster<Policy>>();
  /** Policies by type and name: names are unique per type. */
  readonly #policiesByName = new Map<string, Policy>();
  readonly #managedPolicies = new Map<PolicyType, Policy>();
  #lastAttachment: Place = 0;

  constructor(facts: {
    readonly id: string;
    readonly partition: string;
    readonly managementAccountId: string;
    readonly featureSet: OrganizationFeatureSet;
    readonly rootId: string;
  }) {
    this.id = facts.id;
    this.partition = facts.partition;
    this.managementAccountId = facts.managementAccountId;
    this.featureSet = facts.featureSet;
    this.root = new Root(facts.rootId);
  }

  /** The place of the newest attachment there ever was. */
  get lastAttachment(): Place {
    return this.#lastAttachment;
  }

  /** For a restored organization, whose attachments were set without going through `attach`. */
  continueAttachmentsAfter(place: Place): void {
    this.#lastAttachment = place;
  }

  /** The policy goes, and its tags. */
  deleteResourcePolicy(): void {
    if (this.resourcePolicy !== undefined) this.tags.forget(this.resourcePolicy.id);
    this.resourcePolicy = undefined;
  }

  /** Whether policies of the type may be attached and take effect. */
  isEnabled(type: PolicyType): boolean {
    return this.enabledTypes.has(type);
  }

  /** Whether a caller enabled the type, so that the root lists it. */
  isListed(type: PolicyType): boolean {
    return this.enabledTypes.has(type) && !this.unlistedTypes.has(type);
  }

  /** The root, an OU or a member account. */
  node(id: string): TreeNode | undefined {
    return this.parent(id) ?? this.accounts.get(id);
  }

  /** The root or an OU. */
  parent(id: string): Parent | undefined {
    return id === this.root.id ? this.root : this.units.get(id);
  }

  *nodes(): IterableIterator<TreeNode> {
    yield this.root;
    yield* this.units.values();
    yield* this.accounts.values();
  }

  policiesOfType(type: PolicyType): Roster<Policy> {
    const known = this.#policiesByType.get(type);
    if (known !== undefined) return known;
    const roster = new Roster<Policy>();
    this.#policiesByType.set(type, roster);
    return roster;
  }

  policyNamed(type: PolicyType, name: string): Policy | undefined {
    return this.#policiesByName.get(nameKey(type, name));
  }

  addPolicy(policy: Policy): void {
    this.policiesOfType(policy.type).add(policy.id, policy);
    this.indexPolicy(policy);
  }

  /** All of `addPolicy` but the order within the type. */
  indexPolicy(policy: Policy): void {
    this.policies.set(policy.id, policy);
    this.#policiesByName.set(nameKey(policy.type, policy.name), policy);
    if (policy.awsManaged) this.#managedPolicies.set(policy.type, policy);
  }

  deletePolicy(policy: Policy): void {
    this.policies.delete(policy.id);
    this.#policiesByName.delete(nameKey(policy.type, policy.name));
    this.policiesOfType(policy.type).delete(policy.id);
    this.tags.forget(policy.id);
  }

  renamePolicy(policy: Policy, name: string): void {
    this.#policiesByName.delete(nameKey(policy.type, policy.name));
    policy.name = name;
    this.#policiesByName.set(nameKey(policy.type, name), policy);
  }

  rewritePolicy(policy: Policy, content: string, at: number): void {
    policy.rewrite(content, at);
    this.touched.noteAll(policy.targets);
  }

  attach(policy: Policy, target: TreeNode, at: number): void {
    this.#lastAttachment += 1;
    const attachment = { policy, place: this.#lastAttachment };
    target.setAttachments(policy.type, [...target.attachments(policy.type), attachment], at);
    policy.targets.add(target.id, target);
    this.touched.note(target);
  }

  detach(policy: Policy, target: TreeNode, at: number): void {
    const rest = target.attachments(policy.type).filter((attachment) => attachment.policy !== policy);
    target.setAttachments(policy.type, rest, at);
    policy.targets.delete(target.id);
    this.touched.note(target);
  }

  /** The policy of AWS's own for a type. */
  managedPolicy(type: PolicyType): Policy | undefined {
    return this.#managedPolicies.get(type);
  }

  /** As if enabled, but for the list of the root. */
  putInForce(type: PolicyType, defaultPolicy: Policy, at: number): void {
    this.enable(type, defaultPolicy, at);
    this.unlistedTypes.add(type);
  }

  /** Enables the type, and attaches its default policy everywhere if it has one. What is in force already stays as it is. */
  enable(type: PolicyType, defaultPolicy: Policy | undefined, at: number): void {
    if (this.unlistedTypes.delete(type)) return;
    this.enabledTypes.set(type, defaultPolicy);
    if (defaultPolicy === undefined) return;
    for (const node of this.nodes()) this.attach(defaultPolicy, node, at);
  }

  /** Disables the type and detaches its policies everywhere; none is deleted. */
  disable(type: PolicyType, at: number): void {
    this.enabledTypes.delete(type);
    this.unlistedTypes.delete(type);
    for (const policy of this.policiesOfType(type).values()) {
      const targets = Array.from(policy.targets.values());
      for (const target of targets) this.detach(policy, target, at);
    }
  }

  addAccount(member: MemberAccount, at: number): void {
    this.accounts.add(member.id, member);
    member.parent.accounts.add(member.id, member);
    this.#attachDefaults(member, at);
    this.touched.note(member);
  }

  moveAccount(member: MemberAccount, parent: Parent, at: number): void {
    member.parent.accounts.delete(member.id);
    member.parent = parent;
    member.parent.accounts.add(member.id, member);
    member.movedAt = at;
    this.touched.note(member);
  }

  /** The account leaves without its policies and tags. */
  deleteAccount(member: MemberAccount, at: number): void {
    this.#strip(member, at);
    this.accounts.delete(member.id);
    member.parent.accounts.delete(member.id);
  }

  addUnit(unit: OrganizationalUnit, at: number): void {
    this.units.set(unit.id, unit);
    unit.parent.addUnit(unit);
    this.#attachDefaults(unit, at);
  }

  deleteUnit(unit: OrganizationalUnit, at: number): void {
    this.#strip(unit, at);
    this.units.delete(unit.id);
    unit.parent.deleteUnit(unit);
  }

  #strip(node: TreeNode, at: number): void {
    for (const policy of node.attachedPolicies()) this.detach(policy, node, at);
    this.tags.forget(node.id);
    this.touched.note(node);
  }

  /** What a new entity starts with: the default policy of every enabled type that has one. */
  #attachDefaults(node: TreeNode, at: number): void {
    for (const policy of this.enabledTypes.values()) if (policy !== undefined) this.attach(policy, node, at);
  }
}

function nameKey(type: PolicyType, name: string): string {
  return `${type}/${name}`;
}
