import { describe, expect, test } from "vitest";
import { ExampleCell, delegationTo, nowhere, service } from "../example-cell.fixture.js";

const polly = "polly.amazonaws.com";
const constraint = "ConstraintViolationException: ";
const registered = (cell: ExampleCell, ServicePrincipal?: string): (string | undefined)[] => {
  const input = ServicePrincipal === undefined ? {} : { ServicePrincipal };
  const { DelegatedAdministrators = [] } = cell.act("ListDelegatedAdministrators", input);
  return DelegatedAdministrators.map(({ Id }) => Id);
};

describe("the resource policy", () => {
  test("keeps its id and its tags when it is replaced; the next one starts anew", () => {
    const cell = new ExampleCell();
    const put = (action: string, Tags?: { Key: string; Value: string }[]) => {
      const input = { Content: delegationTo(cell.app, action), ...(Tags && { Tags }) };
      return cell.act("PutResourcePolicy", input).ResourcePolicy?.ResourcePolicySummary?.Id ?? "";
    };
    const first = put("organizations:List*", [{ Key: "team", Value: "a" }]);
    expect(put("organizations:ListRoots")).toBe(first);
    expect(cell.act("DescribeResourcePolicy", {}).ResourcePolicy?.Content).toContain("ListRoots");
    expect(cell.act("ListTagsForResource", { ResourceId: first }).Tags).toEqual([
      { Key: "team", Value: "a" },
    ]);
    cell.act("DeleteResourcePolicy", {});
    const second = put("organizations:ListRoots");
    expect(second).not.toBe(first);
    expect(cell.act("ListTagsForResource", { ResourceId: second }).Tags).toEqual([]);
    expect(cell.refusal("ListTagsForResource", { ResourceId: first })).toBe("TargetNotFoundException");
  });

  test("put a second time as it is leaves no record", () => {
    const cell = new ExampleCell();
    const input = { Content: delegationTo(cell.app) };
    cell.act("PutResourcePolicy", input);
    const records = cell.recorded.length;
    cell.act("PutResourcePolicy", input);
    expect(cell.recorded).toHaveLength(records);
  });

  test("is of one organization, and goes with it", () => {
    const cell = new ExampleCell();
    cell.act("CreateOrganization", {}, { as: cell.outsider });
    cell.act("PutResourcePolicy", { Content: delegationTo(cell.app) });
    expect(cell.refusal("DescribeResourcePolicy", {}, { as: cell.outsider })).toBe(
      "ResourcePolicyNotFoundException",
    );
    cell.act("RemoveAccountFromOrganization", { AccountId: cell.app });
    cell.act("DeleteOrganization", {});
    cell.act("CreateOrganization", {});
    expect(cell.refusal("DescribeResourcePolicy", {})).toBe("ResourcePolicyNotFoundException");
  });
});

describe("services", () => {
  test("are enabled once, however often they are", () => {
    const cell = new ExampleCell();
    cell.act("EnableAWSServiceAccess", { ServicePrincipal: service });
    const { EnabledServicePrincipals } = cell.act("ListAWSServiceAccessForOrganization", {});
    cell.act("EnableAWSServiceAccess", { ServicePrincipal: service });
    expect(cell.act("ListAWSServiceAccessForOrganization", {})).toEqual({ EnabledServicePrincipals });
    for (const _ of [1, 2]) cell.act("DisableAWSServiceAccess", { ServicePrincipal: service });
    expect(cell.act("ListAWSServiceAccessForOrganization", {})).toEqual({ EnabledServicePrincipals: [] });
  });

  test("of others than AWS work too", () => {
    const cell = new ExampleCell();
    cell.register(cell.app, "notes.vendor.example");
    expect(registered(cell)).toEqual([cell.app]);
  });
});

describe("delegated administrators", () => {
  test("are listed once among all, since the first, and by service since that one", () => {
    const cell = new ExampleCell();
    const second = cell.account("second");
    cell.register(second, polly);
    cell.register(cell.app);
    cell.register(cell.app, polly);
    expect([registered(cell), registered(cell, polly), registered(cell, service)]).toEqual([
      [second, cell.app],
      [second, cell.app],
      [cell.app],
    ]);
    const since = (ServicePrincipal?: string) =>
      cell
        .act("ListDelegatedAdministrators", ServicePrincipal === undefined ? {} : { ServicePrincipal })
        .DelegatedAdministrators?.find(({ Id }) => Id === cell.app)
        ?.DelegationEnabledDate?.getTime() ?? 0;
    expect(since()).toBe(since(service));
    expect(since(polly)).toBeGreaterThan(since());
  });

  test("stay until their last service is taken from them, and begin anew after that", () => {
    const cell = new ExampleCell();
    for (const name of [service, polly]) cell.register(cell.app, name);
    const end = (ServicePrincipal: string) =>
      cell.act("DeregisterDelegatedAdministrator", { AccountId: cell.app, ServicePrincipal });
    end(service);
    const { DelegatedServices } = cell.act("ListDelegatedServicesForAccount", { AccountId: cell.app });
    expect(DelegatedServices?.map(({ ServicePrincipal }) => ServicePrincipal)).toEqual([polly]);
    end(polly);
    expect(cell.refusal("ListDelegatedServicesForAccount", { AccountId: cell.app })).toBe(
      "AccountNotRegisteredException",
    );
    const second = cell.account("second");
    for (const account of [second, cell.app]) cell.register(account);
    expect(registered(cell)).toEqual([second, cell.app]);
  });

  test("may go, and be closed, once they are none any more, and then their service can be disabled", () => {
    const cell = new ExampleCell();
    cell.register(cell.app);
    const input = { AccountId: cell.app, ServicePrincipal: service };
    const tries = (): string[] => [
      cell.refusal("DisableAWSServiceAccess", { ServicePrincipal: service }),
      cell.refusal("CloseAccount", { AccountId: cell.app }),
    ];
    expect(tries()).toEqual([
      `${constraint}DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE`,
      `${constraint}CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG`,
    ]);
    cell.act("DeregisterDelegatedAdministrator", input);
    expect(tries()).toEqual(["accepted", "accepted"]);
  });

  test("a refusal to let one go names its services", () => {
    const cell = new ExampleCell();
    for (const name of [service, polly]) cell.register(cell.app, name);
    expect(() => cell.act("RemoveAccountFromOrganization", { AccountId: cell.app })).toThrow(
      `for \`${service}\`, \`${polly}\`; deregister it first`,
    );
  });
});

type Call = (cell: ExampleCell) => string;
const twice = [
  { Key: "team", Value: "a" },
  { Key: "team", Value: "b" },
];
const register =
  (account: Call, servicePrincipal = service): Call =>
  (c) => {
    const input = { AccountId: account(c), ServicePrincipal: servicePrincipal };
    const manner = { quotas: { delegatedAdministratorsPerServiceMax: 0 } };
    return c.refusal("RegisterDelegatedAdministrator", input, manner);
  };
const app: Call = (c) => c.app;
const enabled =
  (call: Call): Call =>
  (c) => {
    c.act("EnableAWSServiceAccess", { ServicePrincipal: service });
    return call(c);
  };
const closed =
  (call: Call): Call =>
  (c) => {
    c.act("CloseAccount", { AccountId: c.app });
    return call(c);
  };
const taken =
  (call: Call): Call =>
  (c) => {
    c.register(c.app);
    return call(c);
  };
const put =
  (Content: string, Tags?: { Key: string; Value: string }[]): Call =>
  (c) =>
    c.refusal("PutResourcePolicy", { Content, ...(Tags && { Tags }) });
const existing =
  (call: Call): Call =>
  (c) => {
    c.act("PutResourcePolicy", { Content: delegationTo(c.app) });
    return call(c);
  };
const remove =
  (name: "CloseAccount" | "RemoveAccountFromOrganization", quotas = {}): Call =>
  (c) =>
    c.refusal(name, { AccountId: c.app }, { quotas });
const recent = { createdAccountDaysMin: 9, closuresBaseMax: 0 };

/** The first call commits two faults, the second only the later one. */
test.each<[string, string, Call, Call]>([
  [
    "InvalidInputException: UNRECOGNIZED_SERVICE_PRINCIPAL",
    "AccountNotFoundException",
    register(() => nowhere.account, "Polly"),
    register(() => nowhere.account),
  ],
  [
    `${constraint}CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR`,
    `${constraint}SERVICE_ACCESS_NOT_ENABLED`,
    register((c) => c.management),
    register(app),
  ],
  [
    `${constraint}CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR`,
    `${constraint}SERVICE_ACCESS_NOT_ENABLED`,
    closed(register(app)),
    register(app),
  ],
  [
    `${constraint}SERVICE_ACCESS_NOT_ENABLED`,
    `${constraint}MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED`,
    register(app),
    enabled(register(app)),
  ],
  [
    "AccountAlreadyRegisteredException",
    `${constraint}MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED`,
    taken(register(app)),
    taken(register((c) => c.account("second"))),
  ],
  [
    "InvalidInputException: DUPLICATE_TAG_KEY",
    "InvalidInputException: TARGET_NOT_SUPPORTED",
    existing(put("{}", twice)),
    existing(put("{}", twice.slice(1))),
  ],
  [
    "InvalidInputException: TARGET_NOT_SUPPORTED",
    "InvalidInputException: INVALID_RESOURCE_POLICY_JSON",
    existing(put("{}", twice.slice(1))),
    existing(put("{}")),
  ],
  [
    `${constraint}CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG`,
    `${constraint}WAIT_PERIOD_ACTIVE`,
    taken(remove("RemoveAccountFromOrganization", recent)),
    remove("RemoveAccountFromOrganization", recent),
  ],
  [
    `${constraint}CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG`,
    `${constraint}CLOSE_ACCOUNT_QUOTA_EXCEEDED`,
    taken(remove("CloseAccount", recent)),
    remove("CloseAccount", recent),
  ],
])("%s before %s", (first, second, both, mended) => {
  expect([both(new ExampleCell()), mended(new ExampleCell())]).toEqual([first, second]);
});
