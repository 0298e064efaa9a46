// The golden responses of services, their administrators and the delegation policy.

import type { ExampleCell } from "../example-cell.fixture.js";
import { delegationTo, service } from "../example-cell.fixture.js";
import type { OperationName } from "../operation-types.js";
import type { Golden } from "./golden.fixture.js";

const resourcePolicy = {
  ResourcePolicySummary: {
    Id: "rp-d6tghna4wa",
    Arn: "arn:aws:organizations::111111111111:resourcepolicy/o-g8y70oei0p/rp-d6tghna4wa",
  },
  Content: delegationTo("713612281018"),
};
const delegating = (cell: ExampleCell) => cell.act("PutResourcePolicy", { Content: resourcePolicy.Content });
const registering = (cell: ExampleCell) => cell.register("713612281018");

export const delegationGoldens = {
  DeleteResourcePolicy: { before: delegating, input: {}, output: {} },
  DeregisterDelegatedAdministrator: {
    before: registering,
    input: { AccountId: "713612281018", ServicePrincipal: service },
    output: {},
  },
  DescribeResourcePolicy: { before: delegating, input: {}, output: { ResourcePolicy: resourcePolicy } },
  DisableAWSServiceAccess: { input: { ServicePrincipal: service }, output: {} },
  EnableAWSServiceAccess: { input: { ServicePrincipal: service }, output: {} },
  ListAWSServiceAccessForOrganization: {
    before: registering,
    input: {},
    output: {
      EnabledServicePrincipals: [
        { ServicePrincipal: service, DateEnabled: new Date("2026-01-01T00:12:00.000Z") },
      ],
    },
  },
  ListDelegatedAdministrators: {
    before: registering,
    input: { ServicePrincipal: service },
    output: {
      DelegatedAdministrators: [
        {
          Id: "713612281018",
          Arn: "arn:aws:organizations::111111111111:account/o-g8y70oei0p/713612281018",
          Email: "app@acme.example",
          Name: "app",
          Status: "ACTIVE",
          State: "ACTIVE",
          JoinedMethod: "CREATED",
          JoinedTimestamp: new Date("2026-01-01T00:06:00.000Z"),
          DelegationEnabledDate: new Date("2026-01-01T00:13:00.000Z"),
        },
      ],
    },
  },
  ListDelegatedServicesForAccount: {
    before: registering,
    input: { AccountId: "713612281018" },
    output: {
      DelegatedServices: [
        { ServicePrincipal: service, DelegationEnabledDate: new Date("2026-01-01T00:13:00.000Z") },
      ],
    },
  },
  PutResourcePolicy: {
    input: { Content: resourcePolicy.Content, Tags: [{ Key: "team", Value: "privacy" }] },
    output: { ResourcePolicy: resourcePolicy },
  },
  RegisterDelegatedAdministrator: {
    before: (cell) => cell.act("EnableAWSServiceAccess", { ServicePrincipal: service }),
    input: { AccountId: "713612281018", ServicePrincipal: service },
    output: {},
  },
} satisfies { readonly [Name in OperationName]?: Golden<Name> };
