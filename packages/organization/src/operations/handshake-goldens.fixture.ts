// The golden responses of the handshake operations.

import type { Handshake } from "@aws-sdk/client-organizations";
import { billing, byId, invited, migrating } from "../handshakes.fixture.js";
import type { OperationName } from "../operation-types.js";
import type { Golden } from "./golden.fixture.js";

const invitation: Handshake = {
  Id: "h-d6tghna4waa6jccsy05oa1vjhapcwvpi",
  Arn: "arn:aws:organizations::111111111111:handshake/o-g8y70oei0p/invite/h-d6tghna4waa6jccsy05oa1vjhapcwvpi",
  Parties: [
    { Id: "g8y70oei0p", Type: "ORGANIZATION" },
    { Id: "222222222222", Type: "ACCOUNT" },
  ],
  State: "OPEN",
  RequestedTimestamp: new Date("2026-01-01T00:12:00.000Z"),
  ExpirationTimestamp: new Date("2026-01-16T00:12:00.000Z"),
  Action: "INVITE",
  Resources: [
    {
      Value: "o-g8y70oei0p",
      Type: "ORGANIZATION",
      Resources: [
        { Value: "root@acme.example", Type: "MASTER_EMAIL" },
        { Value: "Acme", Type: "MASTER_NAME" },
        { Value: "ALL", Type: "ORGANIZATION_FEATURE_SET" },
      ],
    },
    { Value: "222222222222", Type: "ACCOUNT" },
  ],
};

const request: Handshake = {
  Id: "h-r6g0nzyowwaspglxvms8kjrca02g4bao",
  Arn: "arn:aws:organizations::222222222222:handshake/o-d6tghna4wa/enable_all_features/h-r6g0nzyowwaspglxvms8kjrca02g4bao",
  Parties: [{ Id: "d6tghna4wa", Type: "ORGANIZATION" }],
  State: "REQUESTED",
  RequestedTimestamp: new Date("2026-01-01T00:15:00.000Z"),
  ExpirationTimestamp: new Date("2026-04-01T00:15:00.000Z"),
  Action: "ENABLE_ALL_FEATURES",
  Resources: [{ Value: "o-d6tghna4wa", Type: "ORGANIZATION" }],
};

const approval: Handshake = {
  Id: "h-lfi625f2ayxu3e8jzqna4c7j8qzyglus",
  Arn: "arn:aws:organizations::222222222222:handshake/o-d6tghna4wa/approve_all_features/h-lfi625f2ayxu3e8jzqna4c7j8qzyglus",
  Parties: [
    { Id: "d6tghna4wa", Type: "ORGANIZATION" },
    { Id: "713612281018", Type: "ACCOUNT" },
  ],
  State: "OPEN",
  RequestedTimestamp: new Date("2026-01-01T00:15:00.000Z"),
  ExpirationTimestamp: new Date("2026-04-01T00:15:00.000Z"),
  Action: "APPROVE_ALL_FEATURES",
  Resources: [
    { Value: "r6g0nzyowwaspglxvms8kjrca02g4bao", Type: "PARENT_HANDSHAKE" },
    { Value: "o-d6tghna4wa", Type: "ORGANIZATION" },
    { Value: "713612281018", Type: "ACCOUNT" },
  ],
};

const { Id: HandshakeId = "" } = invitation;
const outsider = { as: "222222222222" };

export const handshakeGoldens = {
  AcceptHandshake: {
    before: (cell) => invited(cell),
    input: { HandshakeId },
    manner: outsider,
    output: { Handshake: { ...invitation, State: "ACCEPTED" } },
  },
  CancelHandshake: {
    before: (cell) => invited(cell),
    input: { HandshakeId },
    output: { Handshake: { ...invitation, State: "CANCELED" } },
  },
  DeclineHandshake: {
    before: (cell) => invited(cell),
    input: { HandshakeId },
    manner: outsider,
    output: { Handshake: { ...invitation, State: "DECLINED" } },
  },
  DescribeHandshake: {
    before: (cell) => invited(cell),
    input: { HandshakeId },
    manner: { ...outsider, now: Date.UTC(2026, 0, 16, 0, 12) },
    output: { Handshake: { ...invitation, State: "EXPIRED" } },
  },
  EnableAllFeatures: {
    before: (cell) => billing(cell),
    input: {},
    manner: outsider,
    output: { Handshake: request },
  },
  InviteAccountToOrganization: {
    input: { ...byId("222222222222"), Notes: "Join us" },
    output: {
      Handshake: {
        ...invitation,
        Resources: [...(invitation.Resources ?? []), { Value: "Join us", Type: "NOTES" }],
      },
    },
  },
  LeaveOrganization: { input: {}, manner: { as: "713612281018" }, output: {} },
  ListHandshakesForAccount: {
    before: (cell) => migrating(cell),
    input: { Filter: { ParentHandshakeId: "h-r6g0nzyowwaspglxvms8kjrca02g4bao" } },
    manner: { as: "713612281018" },
    output: { Handshakes: [approval] },
  },
  ListHandshakesForOrganization: {
    before: (cell) => {
      const { approval: id } = migrating(cell);
      cell.act("AcceptHandshake", { HandshakeId: id }, { as: cell.app });
    },
    input: { Filter: { ActionType: "ENABLE_ALL_FEATURES" } },
    manner: outsider,
    output: { Handshakes: [{ ...request, State: "OPEN" }] },
  },
} satisfies { readonly [Name in OperationName]?: Golden<Name> };
