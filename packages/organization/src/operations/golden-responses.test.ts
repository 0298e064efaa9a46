import type { Account } from "@aws-sdk/client-organizations";
import { expect, test } from "vitest";
import { ExampleCell } from "../example-cell.fixture.js";
import type { OperationName } from "../operation-types.js";
import { delegationGoldens } from "./delegation-goldens.fixture.js";
import type { Golden } from "./golden.fixture.js";
import { handshakeGoldens } from "./handshake-goldens.fixture.js";
import { operations } from "./index.js";
import { transferGoldens } from "./transfer-goldens.fixture.js";
import { validationGoldens } from "./validation-goldens.fixture.js";

const optOut = {
  Id: "p-jyot7tai74",
  Arn: "arn:aws:organizations::111111111111:policy/o-g8y70oei0p/aiservices_opt_out_policy/p-jyot7tai74",
  Name: "Opt out",
  Description: "",
  Type: "AISERVICES_OPT_OUT_POLICY",
  AwsManaged: false,
} as const;
const spare = {
  Id: "p-7jtcr7jijw",
  Arn: "arn:aws:organizations::111111111111:policy/o-g8y70oei0p/aiservices_opt_out_policy/p-7jtcr7jijw",
  Name: "Lex in",
  Description: "",
  Type: "AISERVICES_OPT_OUT_POLICY",
  AwsManaged: false,
} as const;
const root = {
  Id: "r-xwbl",
  Arn: "arn:aws:organizations::111111111111:root/o-g8y70oei0p/r-xwbl",
  Name: "Root",
};
const creation = {
  Id: "car-apaxeoj5z2hx3p4q0kw4wxd8r5s30qwi",
  AccountName: "app",
  State: "SUCCEEDED",
  RequestedTimestamp: new Date("2026-01-01T00:06:00.000Z"),
  CompletedTimestamp: new Date("2026-01-01T00:06:00.000Z"),
  AccountId: "713612281018",
} as const;

const app: Account = {
  Id: "713612281018",
  Arn: "arn:aws:organizations::111111111111:account/o-g8y70oei0p/713612281018",
  Email: "app@acme.example",
  Name: "app",
  Status: "ACTIVE",
  State: "ACTIVE",
  Paths: ["o-g8y70oei0p/r-xwbl/ou-xwbl-xk72nh3a/ou-xwbl-fibi4ioz/713612281018/"],
  JoinedMethod: "CREATED",
  JoinedTimestamp: new Date("2026-01-01T00:06:00.000Z"),
};
const workloads = {
  Id: "ou-xwbl-xk72nh3a",
  Arn: "arn:aws:organizations::111111111111:ou/o-g8y70oei0p/ou-xwbl-xk72nh3a",
  Name: "Workloads",
  Path: "o-g8y70oei0p/r-xwbl/ou-xwbl-xk72nh3a/",
} as const;

const goldens: { readonly [Name in OperationName]: Golden<Name> } = {
  ...delegationGoldens,
  ...handshakeGoldens,
  ...transferGoldens,
  ...validationGoldens,
  AttachPolicy: { input: { PolicyId: "p-7jtcr7jijw", TargetId: "713612281018" }, output: {} },
  CloseAccount: { input: { AccountId: "713612281018" }, output: {} },
  CreateAccount: {
    input: { AccountName: "Ledger", Email: "ledger@acme.example" },
    output: {
      CreateAccountStatus: {
        Id: "car-d6tghna4waa6jccsy05oa1vjhapcwvpi",
        AccountName: "Ledger",
        State: "SUCCEEDED",
        RequestedTimestamp: new Date("2026-01-01T00:12:00.000Z"),
        CompletedTimestamp: new Date("2026-01-01T00:12:00.000Z"),
        AccountId: "806182740787",
      },
    },
  },
  CreateOrganization: {
    input: { FeatureSet: "ALL" },
    manner: { as: "222222222222", partition: "aws-cn" },
    output: {
      Organization: {
        Id: "o-d6tghna4wa",
        Arn: "arn:aws-cn:organizations::222222222222:organization/o-d6tghna4wa",
        FeatureSet: "ALL",
        MasterAccountArn: "arn:aws-cn:organizations::222222222222:account/o-d6tghna4wa/222222222222",
        MasterAccountId: "222222222222",
        MasterAccountEmail: "solo@other.example",
        AvailablePolicyTypes: [{ Type: "SERVICE_CONTROL_POLICY", Status: "ENABLED" }],
      },
    },
  },
  CreateOrganizationalUnit: {
    input: { ParentId: "ou-xwbl-xk72nh3a", Name: "Staging" },
    output: {
      OrganizationalUnit: {
        Id: "ou-xwbl-d6tghna4",
        Arn: "arn:aws:organizations::111111111111:ou/o-g8y70oei0p/ou-xwbl-d6tghna4",
        Name: "Staging",
        Path: "o-g8y70oei0p/r-xwbl/ou-xwbl-xk72nh3a/ou-xwbl-d6tghna4/",
      },
    },
  },
  CreatePolicy: {
    input: { Type: "TAG_POLICY", Name: "Empty", Description: "says nothing", Content: "{}" },
    output: {
      Policy: {
        PolicySummary: {
          Id: "p-d6tghna4wa",
          Arn: "arn:aws:organizations::111111111111:policy/o-g8y70oei0p/tag_policy/p-d6tghna4wa",
          Name: "Empty",
          Description: "says nothing",
          Type: "TAG_POLICY",
          AwsManaged: false,
        },
        Content: "{}",
      },
    },
  },
  DeleteOrganization: {
    before: (cell) => cell.act("RemoveAccountFromOrganization", { AccountId: "713612281018" }),
    input: {},
    output: {},
  },
  DeleteOrganizationalUnit: {
    before: (cell) => cell.move(cell.app, cell.production, cell.root),
    input: { OrganizationalUnitId: "ou-xwbl-fibi4ioz" },
    output: {},
  },
  DeletePolicy: { input: { PolicyId: "p-7jtcr7jijw" }, output: {} },
  DescribeAccount: {
    before: (cell) => cell.act("CloseAccount", { AccountId: "713612281018" }),
    input: { AccountId: "713612281018" },
    output: { Account: { ...app, Status: "SUSPENDED", State: "CLOSED" } },
  },
  DescribeCreateAccountStatus: {
    input: { CreateAccountRequestId: "car-apaxeoj5z2hx3p4q0kw4wxd8r5s30qwi" },
    output: { CreateAccountStatus: creation },
  },
  DescribeEffectivePolicy: {
    input: { PolicyType: "AISERVICES_OPT_OUT_POLICY", TargetId: "713612281018" },
    output: {
      EffectivePolicy: {
        PolicyContent: '{"services":{"default":{"opt_out_policy":"optOut"}}}',
        LastUpdatedTimestamp: new Date("2026-01-01T00:10:00.000Z"),
        TargetId: "713612281018",
        PolicyType: "AISERVICES_OPT_OUT_POLICY",
      },
    },
  },
  DescribeOrganization: {
    input: {},
    manner: { as: "713612281018" },
    output: {
      Organization: {
        Id: "o-g8y70oei0p",
        Arn: "arn:aws:organizations::111111111111:organization/o-g8y70oei0p",
        FeatureSet: "ALL",
        MasterAccountArn: "arn:aws:organizations::111111111111:account/o-g8y70oei0p/111111111111",
        MasterAccountId: "111111111111",
        MasterAccountEmail: "root@acme.example",
        AvailablePolicyTypes: [{ Type: "SERVICE_CONTROL_POLICY", Status: "ENABLED" }],
      },
    },
  },
  DescribeOrganizationalUnit: {
    input: { OrganizationalUnitId: "ou-xwbl-xk72nh3a" },
    output: { OrganizationalUnit: workloads },
  },
  DescribePolicy: {
    input: { PolicyId: "p-jyot7tai74" },
    output: {
      Policy: {
        PolicySummary: optOut,
        Content: '{"services":{"default":{"opt_out_policy":{"@@assign":"optOut"}}}}',
      },
    },
  },
  DetachPolicy: { input: { PolicyId: "p-jyot7tai74", TargetId: "r-xwbl" }, output: {} },
  DisablePolicyType: {
    input: { RootId: "r-xwbl", PolicyType: "AISERVICES_OPT_OUT_POLICY" },
    output: { Root: { ...root, PolicyTypes: [{ Type: "SERVICE_CONTROL_POLICY", Status: "ENABLED" }] } },
  },
  EnablePolicyType: {
    input: { RootId: "r-xwbl", PolicyType: "TAG_POLICY" },
    output: {
      Root: {
        ...root,
        PolicyTypes: [
          { Type: "AISERVICES_OPT_OUT_POLICY", Status: "ENABLED" },
          { Type: "TAG_POLICY", Status: "ENABLED" },
          { Type: "SERVICE_CONTROL_POLICY", Status: "ENABLED" },
        ],
      },
    },
  },
  ListAccounts: {
    input: {},
    output: {
      Accounts: [
        {
          Id: "111111111111",
          Arn: "arn:aws:organizations::111111111111:account/o-g8y70oei0p/111111111111",
          Email: "root@acme.example",
          Name: "Acme",
          Status: "ACTIVE",
          State: "ACTIVE",
          Paths: ["o-g8y70oei0p/r-xwbl/111111111111/"],
          JoinedMethod: "INVITED",
          JoinedTimestamp: new Date("2026-01-01T00:03:00.000Z"),
        },
        app,
      ],
    },
  },
  ListAccountsForParent: { input: { ParentId: "ou-xwbl-fibi4ioz" }, output: { Accounts: [app] } },
  ListChildren: {
    input: { ParentId: "r-xwbl", ChildType: "ORGANIZATIONAL_UNIT" },
    output: { Children: [{ Id: "ou-xwbl-xk72nh3a", Type: "ORGANIZATIONAL_UNIT" }] },
  },
  ListCreateAccountStatus: { input: {}, output: { CreateAccountStatuses: [creation] } },
  ListOrganizationalUnitsForParent: {
    input: { ParentId: "r-xwbl" },
    output: {
      OrganizationalUnits: [workloads],
    },
  },
  ListParents: {
    input: { ChildId: "713612281018" },
    output: { Parents: [{ Id: "ou-xwbl-fibi4ioz", Type: "ORGANIZATIONAL_UNIT" }] },
  },
  ListPolicies: { input: { Filter: "AISERVICES_OPT_OUT_POLICY" }, output: { Policies: [optOut, spare] } },
  ListPoliciesForTarget: {
    input: { TargetId: "r-xwbl", Filter: "AISERVICES_OPT_OUT_POLICY" },
    output: { Policies: [optOut] },
  },
  ListRoots: {
    input: {},
    output: {
      Roots: [
        {
          ...root,
          PolicyTypes: [
            { Type: "AISERVICES_OPT_OUT_POLICY", Status: "ENABLED" },
            { Type: "SERVICE_CONTROL_POLICY", Status: "ENABLED" },
          ],
        },
      ],
    },
  },
  ListTagsForResource: {
    before: (cell) => cell.act("TagResource", { ResourceId: "r-xwbl", Tags: [{ Key: "team", Value: "" }] }),
    input: { ResourceId: "r-xwbl" },
    output: { Tags: [{ Key: "team", Value: "" }] },
  },
  ListTargetsForPolicy: {
    input: { PolicyId: "p-FullAWSAccess" },
    output: {
      Targets: [
        { TargetId: "r-xwbl", Arn: root.Arn, Name: "Root", Type: "ROOT" },
        {
          TargetId: "111111111111",
          Arn: "arn:aws:organizations::111111111111:account/o-g8y70oei0p/111111111111",
          Name: "Acme",
          Type: "ACCOUNT",
        },
        {
          TargetId: "ou-xwbl-xk72nh3a",
          Arn: workloads.Arn,
          Name: "Workloads",
          Type: "ORGANIZATIONAL_UNIT",
        },
        {
          TargetId: "ou-xwbl-fibi4ioz",
          Arn: "arn:aws:organizations::111111111111:ou/o-g8y70oei0p/ou-xwbl-fibi4ioz",
          Name: "Production",
          Type: "ORGANIZATIONAL_UNIT",
        },
        { TargetId: "713612281018", Arn: app.Arn, Name: "app", Type: "ACCOUNT" },
      ],
    },
  },
  MoveAccount: {
    input: {
      AccountId: "713612281018",
      SourceParentId: "ou-xwbl-fibi4ioz",
      DestinationParentId: "r-xwbl",
    },
    output: {},
  },
  RemoveAccountFromOrganization: { input: { AccountId: "713612281018" }, output: {} },
  TagResource: {
    input: { ResourceId: "p-jyot7tai74", Tags: [{ Key: "team", Value: "privacy" }] },
    output: {},
  },
  UntagResource: { input: { ResourceId: "r-xwbl", TagKeys: ["team"] }, output: {} },
  UpdateOrganizationalUnit: {
    input: { OrganizationalUnitId: "ou-xwbl-xk72nh3a", Name: "Services" },
    output: { OrganizationalUnit: { ...workloads, Name: "Services" } },
  },
  UpdatePolicy: {
    input: { PolicyId: "p-7jtcr7jijw", Description: "for the call centre" },
    output: {
      Policy: {
        PolicySummary: { ...spare, Description: "for the call centre" },
        Content: '{"services":{"lex":{"opt_out_policy":{"@@assign":"optIn"}}}}',
      },
    },
  },
};

const names = Object.keys(operations) as OperationName[];

test.each(names)("%s answers with exactly the golden members", (name) => {
  const check = <Name extends OperationName>({ before, input, manner, output }: Golden<Name>): void => {
    const cell = new ExampleCell();
    before?.(cell);
    expect(cell.act(name as Name, input, manner)).toStrictEqual(output);
  };
  check(goldens[name]);
});

test("a failed creation carries its reason in place of an account", () => {
  const input = { AccountName: "Twin", Email: "APP@acme.example" };
  expect(new ExampleCell().act("CreateAccount", input)).toStrictEqual({
    CreateAccountStatus: {
      Id: "car-d6tghna4waa6jccsy05oa1vjhapcwvpi",
      AccountName: "Twin",
      State: "FAILED",
      RequestedTimestamp: new Date("2026-01-01T00:12:00.000Z"),
      CompletedTimestamp: new Date("2026-01-01T00:12:00.000Z"),
      FailureReason: "EMAIL_ALREADY_EXISTS",
    },
  });
});

test("a policy of AWS's own has an ARN without an organization", () => {
  expect(new ExampleCell().act("ListPolicies", { Filter: "SERVICE_CONTROL_POLICY" })).toStrictEqual({
    Policies: [
      {
        Id: "p-FullAWSAccess",
        Arn: "arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess",
        Name: "FullAWSAccess",
        Description: "Allows access to every operation",
        Type: "SERVICE_CONTROL_POLICY",
        AwsManaged: true,
      },
    ],
  });
});
