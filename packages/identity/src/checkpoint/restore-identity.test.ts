import fc from "fast-check";
import { expect, test } from "vitest";
import { IdentityDriver, accountId, apply } from "../identity-driver.fixture.js";
import type { IamTypes } from "../operation-types.js";
import { Identity } from "../state/identity.js";
import { identityForm } from "./identity-line.js";
import type { IdentityLine } from "./identity-line.js";
import { identityLines } from "./identity-lines.js";
import { restoreIdentity } from "./restore-identity.js";

const document = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}';
const trust = `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"${accountId}"},"Action":"sts:AssumeRole"}}`;

type Call = readonly [name: keyof IamTypes, input: object];
const name = fc.constantFrom("ana", "bo", "Cy");
const arn = fc.oneof(
  name.map((of) => `arn:aws:iam::${accountId}:policy/${of}`),
  fc.constant("arn:aws:iam::aws:policy/AdministratorAccess"),
);

const call: fc.Arbitrary<Call> = fc
  .tuple(fc.nat(17), name, name, arn)
  .map(([turn, one, other, PolicyArn]): Call => {
    const user = { UserName: one };
    const role = { RoleName: one };
    const calls: readonly Call[] = [
      ["CreateUser", { ...user, Tags: [{ Key: "team", Value: other }] }],
      ["DeleteUser", user],
      ["CreateAccessKey", user],
      ["CreateRole", { ...role, AssumeRolePolicyDocument: trust, Description: other }],
      ["DeleteRole", role],
      ["PutUserPolicy", { ...user, PolicyName: other, PolicyDocument: document }],
      ["DeleteUserPolicy", { ...user, PolicyName: other }],
      ["PutRolePolicy", { ...role, PolicyName: other, PolicyDocument: document }],
      ["DeleteRolePolicy", { ...role, PolicyName: other }],
      ["CreatePolicy", { PolicyName: one, PolicyDocument: document }],
      ["DeletePolicy", { PolicyArn }],
      ["AttachUserPolicy", { ...user, PolicyArn }],
      ["DetachUserPolicy", { ...user, PolicyArn }],
      ["AttachRolePolicy", { ...role, PolicyArn }],
      ["DetachRolePolicy", { ...role, PolicyArn }],
      ["CreateLoginProfile", { ...user, Password: "x" }],
      ["TagRole", { ...role, Tags: [{ Key: other, Value: "x" }] }],
      ["UntagRole", { ...role, TagKeys: [other] }],
    ];
    return calls[turn] ?? ["ListUsers", {}];
  });

/** As they are stored. */
const stored = (identity: Identity): IdentityLine[] =>
  Array.from(identityLines(identity), (line) => JSON.parse(JSON.stringify(line)) as IdentityLine);

function busy(): IdentityDriver {
  const driver = new IdentityDriver();
  const organization = { organizationId: "o-1", rootId: "r-1", partition: "aws" } as const;
  driver.record(
    { type: "access-key.created", accessKeyId: "AKIAROOT", accountId },
    { type: "organization.created", ...organization, managementAccountId: accountId, featureSet: "ALL" },
    { type: "account.created", accountId: "2", email: "2@example.com", name: "2", accessRoleName: "Enter" },
    { type: "account.joined", organizationId: "o-1", accountId: "2", parentId: "r-1", method: "CREATED" },
    { type: "account.created", accountId: "3", email: "3@example.com", name: "3", accessRoleName: "Later" },
  );
  return driver;
}

test("restored identities are the live ones and the replayed ones, and stay so whatever happens next", () => {
  let changed = 0;
  const calls = fc.array(call, { maxLength: 40, size: "max" });
  fc.assert(
    fc.property(calls, calls, (before, after) => {
      const live = busy();
      for (const one of before) live.call(...one);
      const restored = restoreIdentity(stored(live.identity));
      expect(stored(restored)).toStrictEqual(stored(live.identity));
      const restoredAt = live.recorded.length;
      for (const one of after) live.call(...one);
      for (const recorded of live.recorded.slice(restoredAt)) apply(restored, recorded);
      expect(stored(restored)).toStrictEqual(stored(live.identity));
      const replayed = new Identity();
      for (const recorded of live.recorded) apply(replayed, recorded);
      expect(stored(replayed)).toStrictEqual(stored(live.identity));
      changed += live.recorded.length - 5;
    }),
    { numRuns: 100 },
  );
  expect(changed).toBeGreaterThan(300);
});

test("a role that nobody changed yet is the same after a checkpoint, whoever looked at it before", () => {
  const live = busy();
  const before = stored(live.identity);
  const [role] = live.identity.directory("2").roles.values();
  expect(role).toMatchObject({ name: "Enter", accountId: "2" });
  expect(stored(live.identity)).toStrictEqual(before);
  const restored = restoreIdentity(before);
  const [again] = restored.directory("2").roles.values();
  expect([again?.id, again?.trustPolicy.text]).toEqual([role?.id, role?.trustPolicy.text]);
  const event = { type: "role.tagged", accountId: "2", holderId: role?.id ?? "", tags: [] } as const;
  live.record(event);
  apply(restored, { event, at: 0 });
  expect(stored(restored)).toStrictEqual(stored(live.identity));
  expect(stored(restored)).not.toStrictEqual(before);
});

// A checkpoint is read by the release that knows its form. Rows that changed under the same form would be misread.
test("what the rows of this form hold: with any change here, raise `identityForm`", () => {
  const live = busy();
  live.call("CreateRole", { RoleName: "r", AssumeRolePolicyDocument: trust });
  live.call("CreateUser", { UserName: "ana" });
  live.call("CreateAccessKey", { UserName: "ana" });
  live.call("CreatePolicy", { PolicyName: "p", PolicyDocument: document });
  const members = stored(live.identity).map((line) => {
    const row = "rows" in line ? line.rows.at(0) : line;
    return `${line.part}: ${Array.isArray(row) ? "tuple" : Object.keys(row ?? {}).join(" ")}`;
  });
  const holder = "id accountId name path createdAt tags inline attached";
  expect({ form: identityForm, members: [...new Set(members)] }).toEqual({
    form: 1,
    members: [
      "known-organizations: tuple",
      "expected-roles: tuple",
      "access-roles: tuple",
      "managed-policies: id accountId name path description document createdAt",
      `holders: kind ${holder} loginProfile`,
      `holders: kind ${holder} description maxSessionSeconds trustPolicy`,
      "access-keys: tuple",
      "key-places: tuple",
      "directory-places: part accountId users roles policies",
    ],
  });
});
