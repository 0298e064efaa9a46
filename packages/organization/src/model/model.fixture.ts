// A simple model of a cell: what must hold, kept as plain data and asked by the shortest rules that say it.

/** Small, so that their edges are met. */
export const modelQuotas = {
  accountsMax: 4,
  organizationalUnitsMax: 4,
  organizationalUnitDepthMax: 2,
  policiesPerTypeMax: 3,
  attachmentsMax: 2,
  tagAndBackupAttachmentsMax: 1,
  delegatedAdministratorsPerServiceMax: 1,
  tagsMax: 2,
  closedAccountDaysMin: 0,
  inboundTransfersMax: 2,
  transferChainMax: 2,
  aggregateInboundTransfersMax: 2,
};

export const day = 24 * 60 * 60 * 1000;

export interface ModelAccount {
  /** By what it is found; accounts in GovCloud have none. */
  readonly email: string | undefined;
  closed: boolean;
  organization: string | undefined;
}

export interface ModelTransfer {
  readonly id: string;
  name: string;
  readonly start: number;
  source?: string;
  end?: number;
}

export interface ModelHandshake {
  readonly id: string;
  readonly action: string;
  readonly organization: string;
  /** An account id, or an address in lower case. */
  readonly to: string | undefined;
  readonly parent?: string;
  readonly expires: number;
  ended?: { readonly state: string; readonly at: number };
  readonly transfer?: ModelTransfer;
}

interface ModelPolicy {
  readonly type: string;
  name: string;
}

/** What stands below a parent: OUs by id with their names, accounts by id. */
export interface ModelOrganization {
  readonly id: string;
  readonly root: string;
  readonly management: string;
  allFeatures: boolean;
  readonly units: Map<string, { readonly parent: string; name: string }>;
  /** Members, with where they stand and how they came. */
  readonly members: Map<string, { parent: string; readonly invited: boolean }>;
  readonly policies: Map<string, ModelPolicy>;
  /** Policy and target. */
  readonly attached: Set<string>;
  readonly types: Set<string>;
  readonly services: Set<string>;
  /** Service and account. */
  readonly administrators: Set<string>;
  delegation: { readonly id: string; readonly to: string; readonly listsOnly: boolean } | undefined;
  /** Keys and values by what carries them. */
  readonly tags: Map<string, Map<string, string>>;
  readonly requests: string[];
}

export class Model {
  readonly accounts = new Map<string, ModelAccount>();
  readonly organizations = new Map<string, ModelOrganization>();
  readonly handshakes: ModelHandshake[] = [];
  now = 0;

  /** Of the account. */
  organizationOf(account: string): ModelOrganization | undefined {
    return this.organizations.get(this.accounts.get(account)?.organization ?? "");
  }

  /** For calls that only members get through to. */
  ownOf(account: string): ModelOrganization {
    const own = this.organizationOf(account);
    if (own === undefined) throw new Error(`account ${account} is in no organization`);
    return own;
  }

  hasEmail(email: string): boolean {
    return [...this.accounts.values()].some((account) => account.email === email.toLowerCase());
  }

  join(organization: ModelOrganization, account: string, invited: boolean): void {
    const joining = this.accounts.get(account);
    if (joining !== undefined) joining.organization = organization.id;
    organization.members.set(account, { parent: organization.root, invited });
  }

  /** Its policies, tags and open approvals go with it. */
  leave(organization: ModelOrganization, account: string): void {
    const leaving = this.accounts.get(account);
    if (leaving !== undefined) leaving.organization = undefined;
    organization.members.delete(account);
    forget(organization, account);
    for (const one of this.handshakes) {
      const isApproval = one.action === "APPROVE_ALL_FEATURES" && one.organization === organization.id;
      if (isApproval && one.to === account && this.isPending(one)) this.end(one, "CANCELED");
    }
  }

  end(handshake: ModelHandshake, state: string): void {
    handshake.ended = { state, at: this.now };
  }

  isPending({ ended, expires }: ModelHandshake): boolean {
    return ended === undefined && expires > this.now;
  }

  /** AWS still tells of it. */
  isShown({ ended, expires }: ModelHandshake): boolean {
    return (ended?.at ?? expires) + 30 * day > this.now;
  }

  stateOf(handshake: ModelHandshake): string {
    if (handshake.ended !== undefined) return handshake.ended.state;
    if (handshake.expires <= this.now) return "EXPIRED";
    const members = this.organizations.get(handshake.organization)?.members;
    const waits = this.handshakes.some(
      ({ parent, ended, to = "" }) =>
        parent === handshake.id && ended?.state !== "ACCEPTED" && members?.has(to) === true,
    );
    return waits ? "REQUESTED" : "OPEN";
  }

  isTo({ to }: ModelHandshake, account: string): boolean {
    return to !== undefined && (to === account || to === this.accounts.get(account)?.email);
  }

  isFrom({ organization }: ModelHandshake, account: string): boolean {
    return this.organizations.get(organization)?.management === account;
  }

  /** Of an account: the one handshake, if it has a part in it. */
  partOf(id: string, account: string): ModelHandshake | undefined {
    const found = this.handshakes.find((one) => one.id === id && this.isShown(one));
    return found !== undefined && (this.isTo(found, account) || this.isFrom(found, account))
      ? found
      : undefined;
  }

  /** What counts as accounts. */
  seats(organization: ModelOrganization): number {
    const open = this.handshakes.filter(
      (one) => one.organization === organization.id && one.action === "INVITE" && this.isPending(one),
    );
    return organization.members.size + open.length;
  }

  migrating(organization: ModelOrganization): boolean {
    return this.handshakes.some(
      (one) =>
        one.organization === organization.id && one.action === "ENABLE_ALL_FEATURES" && this.isPending(one),
    );
  }

  /** Transfers that the organization asked for. */
  inbound({ id }: ModelOrganization): readonly (ModelHandshake & { readonly transfer: ModelTransfer })[] {
    return this.handshakes.filter(isTransfer).filter(({ organization }) => organization === id);
  }

  outbound({ id, management }: ModelOrganization) {
    return this.handshakes
      .filter(isTransfer)
      .filter((one) => this.isTo(one, management) && (one.transfer.source ?? id) === id);
  }

  isRunning({ ended, transfer }: ModelHandshake, at = this.now): boolean {
    return ended?.state === "ACCEPTED" && transfer !== undefined && (transfer.end ?? Infinity) > at;
  }

  statusOf(handshake: ModelHandshake): string {
    if (handshake.transfer?.end !== undefined) return "WITHDRAWN";
    const state = this.stateOf(handshake);
    return state === "OPEN" ? "REQUESTED" : state;
  }

  /** Who hands over to whom. */
  edges(): readonly (readonly [source: string, target: string])[] {
    return this.handshakes
      .filter((one) => this.isRunning(one))
      .map(({ transfer, organization }) => [transfer?.source ?? "", organization] as const);
  }
}

function isTransfer(one: ModelHandshake): one is ModelHandshake & { readonly transfer: ModelTransfer } {
  return one.transfer !== undefined;
}

/** Attachments and tags of what is gone. */
export function forget(organization: ModelOrganization, id: string): void {
  organization.tags.delete(id);
  for (const pair of organization.attached) {
    if (pair.split(" ").includes(id)) organization.attached.delete(pair);
  }
}

export function levelsOf({ units, members }: ModelOrganization, id: string): readonly string[] {
  const parent = units.get(id)?.parent ?? members.get(id)?.parent;
  return parent === undefined ? [id] : [id, ...levelsOf({ units, members } as ModelOrganization, parent)];
}

/** The longest way along edges; endless in a circle. */
export function longest(edges: readonly (readonly [string, string])[]): number {
  const from = (node: string, seen: readonly string[]): number =>
    seen.includes(node)
      ? Infinity
      : Math.max(
          0,
          ...edges.filter(([source]) => source === node).map(([, to]) => 1 + from(to, [...seen, node])),
        );
  return Math.max(0, ...edges.map(([source]) => from(source, [])));
}

/** The most edges that come to one node, directly or by way of others. Only without circles. */
export function mostInto(edges: readonly (readonly [string, string])[]): number {
  const into = (node: string): number =>
    edges.filter(([, target]) => target === node).reduce((sum, [source]) => sum + 1 + into(source), 0);
  return Math.max(0, ...edges.map(([, target]) => into(target)));
}
