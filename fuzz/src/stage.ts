// What the callers need to be who they are, made by calls like any other, and made anew where the run has undone it.

import type { CallerName, Callers } from "./callers.js";
import type { Requests } from "./generate/requests.js";
import type { FuzzRequest } from "./generate/requests.js";
import { membersFrom } from "./json-text.js";
import type { Knowledge } from "./knowledge.js";

/** Sends one request; the text of its answer, undefined where it was refused. */
export type Send = (request: FuzzRequest) => Promise<string | undefined>;

type Output = Readonly<Record<string, unknown>>;

const service = "transcribe.amazonaws.com";
const accessRole = "OrganizationAccountAccessRole";
const narrow = ["organizations:Describe*", "organizations:List*", "organizations:TagResource"];
const delegated = ["organizations:Describe*", "organizations:List*", "organizations:*Policy"];

export class Stage {
  readonly #requests: Requests;
  readonly #callers: Callers;
  readonly #knowledge: Knowledge;
  readonly #send: Send;
  /** Accounts of callers, by whose they are. */
  readonly #accounts = new Map<CallerName, string>();
  #made = 0;

  constructor(requests: Requests, callers: Callers, knowledge: Knowledge, send: Send) {
    this.#requests = requests;
    this.#callers = callers;
    this.#knowledge = knowledge;
    this.#send = send;
  }

  accountOf(name: CallerName): string {
    return this.#accounts.get(name) ?? "";
  }

  /** A call by one of the callers; its output, undefined where it was refused. */
  async call(caller: CallerName, operation: string, input: object = {}): Promise<Output | undefined> {
    const answer = await this.#send(await this.#requests.callWith(operation, membersFrom(input), caller));
    return answer === undefined ? undefined : (JSON.parse(answer === "" ? "{}" : answer) as Output);
  }

  /** Once, at the beginning: the users, and the accounts in no organization. */
  async set(): Promise<void> {
    await this.call("management", "CreateOrganization", { FeatureSet: "ALL" });
    await this.#user("user", [...narrow, "sts:AssumeRole"]);
    for (const name of ["outsider", "payer"] as const) await this.#outsider(name);
  }

  /** Now and then: the members are there, and what makes them what they are. Sessions begin anew. */
  async renew(): Promise<void> {
    await this.call("management", "CreateOrganization", { FeatureSet: "ALL" });
    for (const name of ["member", "administrator"] as const) await this.#member(name);
    const AccountId = this.accountOf("administrator");
    await this.call("management", "EnableAWSServiceAccess", { ServicePrincipal: service });
    const registration = { AccountId, ServicePrincipal: service };
    await this.call("management", "RegisterDelegatedAdministrator", registration);
    const Principal = { AWS: `arn:aws:iam::${AccountId}:root` };
    const Content = policy({ Principal, Action: delegated });
    await this.call("management", "PutResourcePolicy", { Content });
  }

  async #user(name: CallerName, Action: readonly string[]): Promise<void> {
    const UserName = name;
    await this.#query("iam", "CreateUser", "2010-05-08", { UserName });
    const PolicyDocument = policy({ Action });
    await this.#query("iam", "PutUserPolicy", "2010-05-08", { UserName, PolicyName: "own", PolicyDocument });
    this.#keep(name, await this.#query("iam", "CreateAccessKey", "2010-05-08", { UserName }));
  }

  async #outsider(name: CallerName): Promise<void> {
    const answer = await this.#send(
      await this.#requests.newAccount({ name, email: `${name}@other.example` }),
    );
    if (answer === undefined) throw new Error(`no account was made for ${name}`);
    const { account, rootAccessKey } = JSON.parse(answer) as {
      readonly account: { readonly id: string };
      readonly rootAccessKey: { readonly accessKeyId: string; readonly secretAccessKey: string };
    };
    this.#own(name, account.id);
    this.#callers.set(name, rootAccessKey);
  }

  /** The account that it was, if that is still a member that acts; else another, with room made for it. */
  async #member(name: CallerName): Promise<void> {
    if (await this.#enter(name)) return;
    for (let attempt = 0; attempt < 3; attempt += 1) {
      this.#made += 1;
      const input = { AccountName: name, Email: `${name}-${this.#made}@acme.example` };
      const made = await this.call("management", "CreateAccount", input);
      const status = made?.["CreateAccountStatus"] as { readonly AccountId?: string } | undefined;
      if (status?.AccountId !== undefined) {
        this.#own(name, status.AccountId);
        await this.#enter(name);
        return;
      }
      await this.#makeRoom();
    }
  }

  async #makeRoom(): Promise<void> {
    const listed = await this.call("management", "ListAccounts", { MaxResults: 20 });
    const accounts = (listed?.["Accounts"] ?? []) as readonly { readonly Id: string }[];
    for (const { Id } of accounts)
      await this.call("management", "RemoveAccountFromOrganization", { AccountId: Id });
  }

  async #enter(name: CallerName): Promise<boolean> {
    const account = this.#accounts.get(name);
    if (account === undefined) return false;
    const RoleArn = `arn:aws:iam::${account}:role/${accessRole}`;
    const described = await this.call("management", "DescribeAccount", { AccountId: account });
    const { Status } = (described?.["Account"] ?? {}) as { readonly Status?: string };
    if (Status !== "ACTIVE") return false;
    const input = { RoleArn, RoleSessionName: name };
    const xml = await this.#query("sts", "AssumeRole", "2011-06-15", input, "user");
    return this.#keep(name, xml);
  }

  async #query(
    of: "iam" | "sts",
    Action: string,
    Version: string,
    input: Readonly<Record<string, string>>,
    caller: CallerName = "management",
  ): Promise<string> {
    const form = new URLSearchParams({ Action, Version, ...input });
    return (await this.#send(await this.#requests.query(of, form, caller))) ?? "";
  }

  #own(name: CallerName, accountId: string): void {
    this.#accounts.set(name, accountId);
    this.#knowledge.keepAccount(accountId);
  }

  /** The credentials in an answer of IAM or STS, if there are any. */
  #keep(name: CallerName, xml: string): boolean {
    const [accessKeyId, secretAccessKey, sessionToken] = [
      "AccessKeyId",
      "SecretAccessKey",
      "SessionToken",
    ].map((member) => new RegExp(`<${member}>([^<]+)</${member}>`).exec(xml)?.[1]);
    if (accessKeyId === undefined || secretAccessKey === undefined) return false;
    this.#callers.set(name, {
      accessKeyId,
      secretAccessKey,
      ...(sessionToken === undefined ? {} : { sessionToken }),
    });
    return true;
  }
}

function policy(statement: object): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Resource: "*", ...statement }],
  });
}
