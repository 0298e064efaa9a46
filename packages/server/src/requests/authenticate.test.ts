// Who is let in: each way of failing to sign, by the code that clients of each protocol know it by.

import { CreateOrganizationCommand, DescribeOrganizationCommand } from "@aws-sdk/client-organizations";
import { describe, expect, test } from "vitest";
import { serving } from "../serving.fixture.js";
import type { Serving } from "../serving.fixture.js";
import { elementOf, membersOf, presigned, send, signed, signedForm } from "../signed-http.fixture.js";
import type { PlainRequest, Signing } from "../signed-http.fixture.js";

const minute = 60_000;
const now = Date.UTC(2026, 10, 23, 12);
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

type Spoil = (request: PlainRequest) => PlainRequest;
const asItIs: Spoil = (request) => request;
const withHeaders =
  (change: (headers: Record<string, string>) => Record<string, string>): Spoil =>
  (request) => ({ ...request, headers: change({ ...request.headers }) });
const inAuthorization = (from: string | RegExp, to: string): Spoil =>
  withHeaders(({ authorization = "", ...rest }) => ({
    ...rest,
    authorization: authorization.replace(from, to),
  }));
const without = (name: string): Spoil =>
  withHeaders((headers) => Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name)));
const altered: Spoil = (request) => ({ ...request, body: request.body.replace(/.$/, " }") });

interface Failure {
  readonly how: string;
  readonly signing?: Signing;
  readonly spoil?: Spoil;
  readonly json: string;
  readonly query: string;
  /** Of the Query protocol; JSON says 400 always. */
  readonly status: number;
}

const invalid = {
  json: "InvalidSignatureException",
  query: "SignatureDoesNotMatch",
  status: 403,
} as const;
const incomplete = {
  json: "IncompleteSignatureException",
  query: "IncompleteSignature",
  status: 400,
} as const;
const unknown = {
  json: "UnrecognizedClientException",
  query: "InvalidClientTokenId",
  status: 403,
} as const;

const failures: readonly Failure[] = [
  {
    how: "is not signed",
    spoil: without("authorization"),
    json: "MissingAuthenticationTokenException",
    query: "MissingAuthenticationToken",
    status: 403,
  },
  { how: "has no date", spoil: without("x-amz-date"), ...incomplete },
  { how: "has half a credential", spoil: inAuthorization("/aws4_request", ""), ...incomplete },
  {
    how: "has another scheme",
    spoil: withHeaders((h) => ({ ...h, authorization: "Bearer x" })),
    ...incomplete,
  },
  { how: "was altered in its body", spoil: altered, ...invalid },
  { how: "was altered in its signature", spoil: inAuthorization(/.{4}$/, "0000"), ...invalid },
  { how: "has one more header of AWS", spoil: withHeaders((h) => ({ ...h, "x-amz-more": "1" })), ...invalid },
  { how: "is signed for another service", signing: { service: "s3" }, ...invalid },
  { how: "is signed for no region", signing: { region: "aws-global" }, ...invalid },
  { how: "is five minutes and a second old", signing: { at: now - 5 * minute - 1000 }, ...invalid },
  { how: "is five minutes and a second early", signing: { at: now + 5 * minute + 1000 }, ...invalid },
  { how: "is signed with an unknown key", spoil: inAuthorization(/AKIA\w+/, "AKIAUNKNOWN"), ...unknown },
  { how: "has a session token, which root keys have not", signing: { sessionToken: "token" }, ...unknown },
];

const atNoon = async (): Promise<Serving> => serving({ clock: () => now });

describe.each(failures)("a request that $how", ({ signing, spoil = asItIs, json, query, status }) => {
  test(`is ${json} in JSON`, async () => {
    const { url, keys } = await atNoon();
    const answer = await send(url, spoil(await signed(url, keys, { at: now, ...signing })));
    expect(answer).toMatchObject({ status: 400, headers: { "content-type": "application/x-amz-json-1.1" } });
    expect(answer.headers["x-amzn-requestid"]).toMatch(uuid);
    expect(membersOf(answer)).toStrictEqual({ __type: json, message: expect.any(String) as string });
    expect(answer.body).not.toContain(keys.secretAccessKey);
  });

  test(`is ${query} in Query`, async () => {
    const { url, keys } = await atNoon();
    const form = { body: "Action=GetCallerIdentity&Version=2011-06-15&x={}", at: now, ...signing };
    const answer = await send(url, spoil(await signedForm(url, keys, form)));
    expect(answer).toMatchObject({ status, headers: { "content-type": "text/xml" } });
    expect(elementOf(answer, "Code")).toBe(query);
    expect(elementOf(answer, "Type")).toBe("Sender");
    expect(elementOf(answer, "RequestId")).toBe(answer.headers["x-amzn-requestid"]);
    expect(answer.body).not.toContain(keys.secretAccessKey);
  });
});

describe("freshness", () => {
  test.each([
    [0, true],
    [5 * minute, true],
    [5 * minute + 1000, false],
    [-5 * minute, true],
    [-5 * minute - 1000, false],
  ])("a request replayed %d ms later: accepted %s", async (later, accepted) => {
    let clock = now;
    const { url, keys } = await serving({ clock: () => clock });
    const request = await signed(url, keys, { at: now, target: "DescribeOrganization" });
    clock += later;
    const { __type: type } = membersOf(await send(url, request));
    expect(type).toBe(accepted ? "AWSOrganizationsNotInUseException" : "InvalidSignatureException");
  });
});

describe("GetCallerIdentity", () => {
  test.each([
    ["us-east-1", "aws"],
    ["eu-central-1", "aws"],
    ["cn-north-1", "aws-cn"],
    ["us-gov-west-1", "aws-us-gov"],
  ])("signed for %s says who the caller is, in partition %s", async (region, partition) => {
    const { url, keys } = await serving({
      firstAccount: {
        accountId: "123456789012",
        accessKeyId: "AKIAEXAMPLE",
        secretAccessKey: "secret-of-example",
      },
    });
    const answers = [
      await send(url, await signedForm(url, keys, { region })),
      await send(url, await presigned(url, keys, { region })),
    ];
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 200, headers: { "content-type": "text/xml" } });
      expect(elementOf(answer, "Arn")).toBe(`arn:${partition}:iam::123456789012:root`);
      expect(elementOf(answer, "Account")).toBe("123456789012");
      expect(elementOf(answer, "UserId")).toBe("123456789012");
      expect(elementOf(answer, "RequestId")).toBe(answer.headers["x-amzn-requestid"]);
    }
  });

  test("presigned ends with the time that it was given", async () => {
    let clock = now;
    const { url, keys } = await serving({ clock: () => clock });
    const request = await presigned(url, keys, { at: now, expiresIn: 60 });
    clock = now + minute;
    expect(await send(url, request)).toMatchObject({ status: 200 });
    clock = now + minute + 1000;
    const late = await send(url, request);
    expect([late.status, elementOf(late, "Code")]).toStrictEqual([403, "SignatureDoesNotMatch"]);
  });

  test.each([
    ["another action", "Action=GetFederationToken&Version=2011-06-15", "InvalidAction"],
    ["another version", "Action=GetCallerIdentity&Version=2010-05-08", "InvalidAction"],
    ["no version", "Action=GetCallerIdentity", "InvalidAction"],
    ["no action", "Version=2011-06-15", "MissingAction"],
    ["a repeated parameter", "Action=GetCallerIdentity&Action=x&Version=2011-06-15", "MalformedQueryString"],
  ])("with %s is refused", async (_, body, code) => {
    const { url, keys } = await serving();
    const answer = await send(url, await signedForm(url, keys, { body }));
    expect([answer.status, elementOf(answer, "Code")]).toStrictEqual([400, code]);
  });

  test.each([
    ["STS signed for Organizations", { service: "organizations" }, [403, "SignatureDoesNotMatch"]],
    ["STS signed for IAM", { service: "iam" }, [400, "InvalidAction"]],
    ["IAM signed for STS", { body: "Action=ListUsers&Version=2010-05-08" }, [400, "InvalidAction"]],
  ])("refuses %s", async (_, signing, refusal) => {
    const { url, keys } = await serving();
    const answer = await send(url, await signedForm(url, keys, signing));
    expect([answer.status, elementOf(answer, "Code")]).toStrictEqual(refusal);
  });
});

describe("the partition", () => {
  test.each([
    ["us-east-1", "aws", "eu-west-3", "cn-north-1"],
    ["cn-north-1", "aws-cn", "cn-northwest-1", "us-east-1"],
  ])("of a request for %s is that of its organization from then on", async (region, partition, near, far) => {
    const { url, keys, client } = await serving();
    const { Organization } = await client(region).send(new CreateOrganizationCommand({}));
    expect(Organization?.Arn).toMatch(new RegExp(`^arn:${partition}:organizations::\\d{12}:organization/o-`));
    const again = await client(near).send(new DescribeOrganizationCommand({}));
    expect(again.Organization?.Arn).toBe(Organization?.Arn);

    const message = `the account of this key lives in partition \`${partition}\`; sign for a region of that partition`;
    await expect(client(far).send(new DescribeOrganizationCommand({}))).rejects.toMatchObject({
      name: "UnrecognizedClientException",
      message,
    });
    const sts = await send(url, await signedForm(url, keys, { region: far }));
    expect([sts.status, elementOf(sts, "Code")]).toStrictEqual([403, "InvalidClientTokenId"]);
  });
});
