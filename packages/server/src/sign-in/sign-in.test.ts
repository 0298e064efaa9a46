// Signing in, over real HTTP: who is let in with what, and what everybody else learns.

import {
  ChangePasswordCommand,
  CreateLoginProfileCommand,
  CreateUserCommand,
  DeleteLoginProfileCommand,
  DeleteUserCommand,
  ListUsersCommand,
  PutUserPolicyCommand,
  UpdateLoginProfileCommand,
} from "@aws-sdk/client-iam";
import { GetCallerIdentityCommand, GetSessionTokenCommand } from "@aws-sdk/client-sts";
import { CreateOrganizationCommand } from "@aws-sdk/client-organizations";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { allow, clientsFor, outcome, policyOf } from "../identity-clients.fixture.js";
import type { CallerClients } from "../identity-clients.fixture.js";

import { serving } from "../serving.fixture.js";
import type { Serving } from "../serving.fixture.js";
import { membersOf, send } from "../signed-http.fixture.js";
import type { PlainAnswer } from "../signed-http.fixture.js";
import type { SignedIn } from "./signed-in.js";

const Password = "correct horse 7";
const json = { "content-type": "application/json" };

async function post({ url }: Pick<Serving, "url">, body: object | string): Promise<PlainAnswer> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return send(url, { method: "POST", path: "/v1/sign-in", headers: json, body: text });
}

const codeOf = (answer: PlainAnswer): unknown =>
  (membersOf(answer)["error"] as Record<string, unknown> | undefined)?.["code"] ?? "ok";

let server: Serving;
let root: CallerClients;
let accountId: string;
let ana: { readonly accountId: string; readonly userName: string; readonly password: string };

beforeEach(async () => {
  server = await serving();
  root = clientsFor(server.url, server.keys);
  accountId = [...server.cell.accounts.keys()][0] ?? "";
  ana = { accountId, userName: "ana", password: Password };
  await root.iam.send(new CreateUserCommand({ UserName: "ana" }));
  await root.iam.send(new CreateLoginProfileCommand({ UserName: "ana", Password }));
});

/** The SDK would take an expiration as a `Date` alone. */
function as(credentials: SignedIn["credentials"]): CallerClients {
  const { accessKeyId = "", secretAccessKey = "", sessionToken = "" } = credentials ?? {};
  return clientsFor(server.url, { accessKeyId, secretAccessKey, sessionToken });
}

async function signedIn(body: object): Promise<SignedIn & { readonly clients: CallerClients }> {
  const answer = await post(server, body);
  expect(answer).toMatchObject({ status: 200 });
  const told = membersOf(answer) as unknown as SignedIn;
  return { ...told, clients: as(told.credentials) };
}

describe("a user", () => {
  test("gets credentials of an hour, and learns who they are of and where to sign", async () => {
    const before = Date.now();
    const answer = await post(server, ana);
    expect([answer.status, answer.headers["cache-control"]]).toEqual([200, "no-store"]);
    const told = membersOf(answer) as unknown as SignedIn;
    const arn = `arn:aws:iam::${accountId}:user/ana`;
    expect(told).toStrictEqual({
      version: 1,
      credentials: {
        accessKeyId: expect.stringMatching(/^ASIA[A-Z2-7]{16}$/) as string,
        secretAccessKey: expect.stringMatching(/^.{40}$/) as string,
        sessionToken: expect.any(String) as string,
        expiration: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
      },
      principal: { arn, accountId, kind: "user", userName: "ana" },
      region: "us-east-1",
      passwordResetRequired: false,
    });
    const lasts = Date.parse(told.credentials?.expiration ?? "") - before;
    expect(Math.round(lasts / 60_000)).toBe(60);
    const { sts } = as(told.credentials);
    expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({ Arn: arn });
  });

  test("may in the session what its policies allow, IAM too, and nothing else; and cannot make it longer", async () => {
    const { clients } = await signedIn(ana);
    expect(await outcome(clients.iam.send(new ListUsersCommand({})))).toBe("AccessDenied");
    const PolicyDocument = policyOf(allow("iam:ListUsers"));
    const policy = { UserName: "ana", PolicyName: "own", PolicyDocument };
    await root.iam.send(new PutUserPolicyCommand(policy));
    expect(await outcome(clients.iam.send(new ListUsersCommand({})))).toBe("ok");
    expect(await outcome(clients.sts.send(new GetSessionTokenCommand({})))).toBe("AccessDenied");
  });

  test("is found in any case of its name, as IAM does", async () => {
    expect(codeOf(await post(server, { ...ana, userName: "ANA" }))).toBe("ok");
  });

  test.each([
    ["its login profile", [new DeleteLoginProfileCommand({ UserName: "ana" })]],
    [
      "the user",
      [new DeleteLoginProfileCommand({ UserName: "ana" }), new DeleteUserCommand({ UserName: "ana" })],
    ],
  ] as const)("is out once %s is deleted, and so is its session, for good", async (_, commands) => {
    const { clients } = await signedIn(ana);
    for (const command of commands) await root.iam.send(command as DeleteUserCommand);
    expect(codeOf(await post(server, ana))).toBe("sign-in-failed");
    const identity = new GetCallerIdentityCommand({});
    expect(await outcome(clients.sts.send(identity))).toBe("InvalidClientTokenId");
    await root.iam.send(new CreateUserCommand({ UserName: "ana" })).catch(() => undefined);
    await root.iam.send(new CreateLoginProfileCommand({ UserName: "ana", Password }));
    expect(codeOf(await post(server, ana))).toBe("ok");
    expect(await outcome(clients.sts.send(identity))).toBe("InvalidClientTokenId");
  });

  test("keeps its session over a restart, and its password", async () => {
    const { credentials } = await signedIn(ana);
    await server.close();
    server = await serving({ dataDirectory: server.dataDirectory });
    const { sts } = as(credentials);
    expect(await outcome(sts.send(new GetCallerIdentityCommand({})))).toBe("ok");
    expect(codeOf(await post(server, ana))).toBe("ok");
  });

  test("of an organization in another partition signs for a region of that one", async () => {
    await server.client("cn-north-1").send(new CreateOrganizationCommand({}));
    const { region, principal } = await signedIn(ana);
    expect([region, principal.arn]).toEqual(["cn-northwest-1", `arn:aws-cn:iam::${accountId}:user/ana`]);
  });
});

describe("who must choose a new password", () => {
  beforeEach(async () => {
    const change = { UserName: "ana", PasswordResetRequired: true };
    await root.iam.send(new UpdateLoginProfileCommand(change));
  });

  test("gets no credentials before, and the old one is none afterwards", async () => {
    const told = await signedIn(ana);
    expect([told.passwordResetRequired, "credentials" in told, told.principal.userName]).toEqual([
      true,
      false,
      "ana",
    ]);
    const changed = await signedIn({ ...ana, newPassword: "another horse 8" });
    expect(changed.passwordResetRequired).toBe(false);
    expect(await outcome(changed.clients.sts.send(new GetCallerIdentityCommand({})))).toBe("ok");
    expect(codeOf(await post(server, ana))).toBe("sign-in-failed");
    expect((await signedIn({ ...ana, password: "another horse 8" })).passwordResetRequired).toBe(false);
  });

  test.each([
    ["the same one", { newPassword: Password }, 400, "invalid-request"],
    ["one that no login profile can have", { newPassword: "日本" }, 400, "invalid-request"],
    ["one without the old", { password: "x", newPassword: "another" }, 401, "sign-in-failed"],
  ])("cannot choose %s", async (_, change, status, code) => {
    const answer = await post(server, { ...ana, ...change });
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    expect((await signedIn(ana)).passwordResetRequired).toBe(true);
  });

  test("of two who do so at once with the old one, one does", async () => {
    const answers = await Promise.all(
      ["another 1", "another 2"].map(async (newPassword) => post(server, { ...ana, newPassword })),
    );
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(["200", "401"]);
  });
});

test("a new password is for whoever must choose one", async () => {
  const answer = await post(server, { ...ana, newPassword: "another" });
  expect([answer.status, membersOf(answer)["error"]]).toMatchObject([
    400,
    { code: "invalid-request", place: "$.newPassword" },
  ]);
  expect(codeOf(await post(server, ana))).toBe("ok");
});

describe("ChangePassword", () => {
  const change = { OldPassword: Password, NewPassword: "another horse 8" };
  const allowChange = async (): Promise<unknown> => {
    const PolicyDocument = policyOf(allow("iam:ChangePassword"));
    return root.iam.send(new PutUserPolicyCommand({ UserName: "ana", PolicyName: "own", PolicyDocument }));
  };

  test("takes the old one, needs permission, and changes the caller's own", async () => {
    const { clients } = await signedIn(ana);
    const send = async (input: typeof change): Promise<string> =>
      outcome(clients.iam.send(new ChangePasswordCommand(input)));
    expect(await send(change)).toBe("AccessDenied");
    expect(codeOf(await post(server, ana))).toBe("ok");
    await allowChange();
    expect(await send({ ...change, OldPassword: "x" })).toBe("AccessDenied");
    expect(codeOf(await post(server, ana))).toBe("ok");
    expect(await send(change)).toBe("ok");
    expect(codeOf(await post(server, ana))).toBe("sign-in-failed");
    expect(codeOf(await post(server, { ...ana, password: change.NewPassword }))).toBe("ok");
  });

  test("of two at once with the old one, one happens", async () => {
    await allowChange();
    const { clients } = await signedIn(ana);
    const outcomes = await Promise.all(
      ["another 1", "another 2"].map(async (NewPassword) =>
        outcome(clients.iam.send(new ChangePasswordCommand({ ...change, NewPassword }))),
      ),
    );
    expect(outcomes.toSorted()).toEqual(["AccessDenied", "ok"]);
  });

  test("is for users, and no way to guess faster than by signing in", async () => {
    expect(await outcome(root.iam.send(new ChangePasswordCommand(change)))).toBe("InvalidUserTypeException");
    await allowChange();
    const { clients } = await signedIn(ana);
    const outcomes: string[] = [];
    for (let guess = 0; guess < 6; guess += 1) {
      const command = new ChangePasswordCommand({ ...change, OldPassword: `guess ${guess}` });
      outcomes.push(await outcome(clients.iam.send(command)));
    }
    expect(outcomes).toEqual([...Array.from({ length: 5 }, () => "AccessDenied"), "Throttling"]);
    expect((await post(server, ana)).status).toBe(429);
  });
});

describe("nobody", () => {
  test("learns what was wrong", async () => {
    await root.iam.send(new CreateUserCommand({ UserName: "bo" }));
    const wrong = [
      { ...ana, password: "x" },
      { ...ana, userName: "bo" },
      { ...ana, userName: "nobody" },
      { ...ana, accountId: "000000000000" },
      { email: "root@withhold.localhost", password: "x" },
      { email: "nobody@example.com", password: "x" },
      { signInToken: "x" },
    ];
    const answers = await Promise.all(wrong.map(async (body) => post(server, body)));
    const told = new Set(
      answers.map(({ status, body }) => `${status} ${body.replace(/"requestId":"[^"]*"/, "")}`),
    );
    expect([...told]).toEqual([expect.stringMatching(/^401 .*"sign-in-failed"/)]);
  });

  test.each<readonly [string, object | string, string]>([
    ["nothing", {}, "$"],
    ["no JSON", "{", "$"],
    ["no password", { accountId: "111122223333", userName: "ana" }, "$.password"],
    ["no user", { accountId: "111122223333", password: "x" }, "$.userName"],
    ["no account id", { accountId: "1", userName: "ana", password: "x" }, "$.accountId"],
    ["a number", { email: "a@b.cc", password: 7 }, "$.password"],
    ["a long password", { email: "a@b.cc", password: "x".repeat(129) }, "$.password"],
    ["two ways at once", { email: "a@b.cc", password: "x", signInToken: "x" }, '$["email"]'],
    ["a user and an address", { accountId: "1", email: "a@b.cc", password: "x" }, '$["accountId"]'],
    [
      "a new password of a root user",
      { email: "a@b.cc", password: "x", newPassword: "y" },
      '$["newPassword"]',
    ],
  ])("is signed in with %s, which is refused with its place", async (_, body, place) => {
    const answer = await post(server, body);
    expect([answer.status, membersOf(answer)["error"]]).toMatchObject([
      400,
      { code: "invalid-request", place },
    ]);
    expect(answer.body).not.toContain("xxx");
  });
});

test("attempts are logged and counted, and no password is anywhere", async () => {
  const wrong = "wrong horse 9";
  const { credentials } = await signedIn(ana);
  await post(server, { ...ana, password: wrong });
  const logged = server.log.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(logged.filter(({ msg }) => String(msg).startsWith("sign"))).toMatchObject([
    { level: 30, msg: "signed in", accountId, userName: "ana", sourceIp: "127.0.0.1" },
    { level: 40, msg: "sign-in failed", accountId, userName: "ana", sourceIp: "127.0.0.1" },
  ]);
  const metrics = await send(server.url, { method: "GET", path: "/metrics", headers: {}, body: "" });
  expect(metrics.body).toContain('withhold_answers_total{operation="SignIn",code="ok"} 1');
  expect(metrics.body).toContain('withhold_answers_total{operation="SignIn",code="sign-in-failed"} 1');
  await server.close();
  const files = readdirSync(server.dataDirectory).map((name) =>
    readFileSync(join(server.dataDirectory, name), "latin1"),
  );
  const secrets = [
    Password,
    wrong,
    "scrypt$",
    credentials?.secretAccessKey ?? "",
    credentials?.sessionToken ?? "",
  ];
  const found = [...files, ...server.log].filter((text) => secrets.some((secret) => text.includes(secret)));
  expect(found).toEqual([]);
});
