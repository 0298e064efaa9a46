// One-time links and root passwords, over real HTTP.

import { CreateUserCommand, ListUsersCommand } from "@aws-sdk/client-iam";
import {
  AcceptHandshakeCommand,
  CloseAccountCommand,
  CreateOrganizationCommand,
  InviteAccountToOrganizationCommand,
} from "@aws-sdk/client-organizations";
import { GetSessionTokenCommand } from "@aws-sdk/client-sts";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { allow, clientsFor, outcome, userOf } from "../identity-clients.fixture.js";
import type { Keys } from "../identity-clients.fixture.js";
import { serving } from "../serving.fixture.js";
import type { Serving } from "../serving.fixture.js";
import { membersOf, send, signed } from "../signed-http.fixture.js";
import type { PlainAnswer } from "../signed-http.fixture.js";
import { SignInLinks } from "./sign-in-links.js";
import type { SignedIn } from "./signed-in.js";

const json = { "content-type": "application/json" };
const email = "root@withhold.localhost";

async function signIn(url: string, body: object): Promise<PlainAnswer> {
  return send(url, { method: "POST", path: "/v1/sign-in", headers: json, body: JSON.stringify(body) });
}

async function ask(
  url: string,
  keys: Keys,
  method: string,
  path: string,
  body?: object,
): Promise<PlainAnswer> {
  const { sessionToken } = keys;
  const headers = body === undefined ? {} : json;
  const signing = { method, path, service: "withhold", headers, body: body ? JSON.stringify(body) : "" };
  return send(
    url,
    await signed(url, keys, sessionToken === undefined ? signing : { ...signing, sessionToken }),
  );
}

function keysOf(answer: PlainAnswer): Keys {
  const {
    accessKeyId = "",
    secretAccessKey = "",
    sessionToken = "",
  } = (membersOf(answer) as unknown as SignedIn).credentials ?? {};
  return { accessKeyId, secretAccessKey, sessionToken };
}

const tokenOf = (link: string | undefined): string => new URL(link ?? "").hash.slice("#token=".length);

describe("the link of the first start", () => {
  test("signs the operator in, once, to do all that a root user may", async () => {
    const server = await serving();
    const { url, signInLink } = server;
    expect(signInLink).toMatch(
      new RegExp(`^${url.replaceAll(".", "\\.")}/console/sign-in#token=[\\w-]{43}$`),
    );
    const signInToken = tokenOf(signInLink);
    const answer = await signIn(url, { signInToken });
    const [accountId] = server.cell.accounts.keys();
    expect(membersOf(answer)).toMatchObject({
      principal: { arn: `arn:aws:iam::${accountId}:root`, kind: "root", accountId, email },
    });
    const { iam, sts } = clientsFor(url, keysOf(answer));
    expect(await outcome(iam.send(new CreateUserCommand({ UserName: "ana" })))).toBe("ok");
    expect(await outcome(sts.send(new GetSessionTokenCommand({})))).toBe("AccessDenied");
    expect((await signIn(url, { signInToken })).status).toBe(401);
    expect([...server.log].filter((line) => line.includes(signInToken))).toEqual([]);
  });

  test("ends after 15 minutes", async () => {
    let now = Date.now();
    const { url, signInLink } = await serving({ clock: () => now });
    now += 15 * 60_000;
    expect((await signIn(url, { signInToken: tokenOf(signInLink) })).status).toBe(401);
  });

  test("is of the first start alone, and ends with the process", async () => {
    const first = await serving();
    await first.close();
    const second = await serving({ dataDirectory: first.dataDirectory });
    expect(second.signInLink).toBeUndefined();
    const answer = await signIn(second.url, { signInToken: tokenOf(first.signInLink) });
    expect(answer.status).toBe(401);
  });
});

describe("another link", () => {
  test("is made for the operator, by key or in a session, and for nobody else", async () => {
    const { url, keys } = await serving();
    const root = clientsFor(url, keys);
    const admin = await userOf(url, root, "admin", allow("*"));
    const made = await ask(url, keys, "POST", "/v1/sign-in-links", {});
    expect([made.status, membersOf(made)]).toMatchObject([201, { version: 1 }]);
    const { url: link, expiration } = membersOf(made) as { url: string; expiration: string };
    expect(Math.round((Date.parse(expiration) - Date.now()) / 60_000)).toBe(15);
    const session = keysOf(await signIn(url, { signInToken: tokenOf(link) }));
    expect((await ask(url, session, "POST", "/v1/sign-in-links", {})).status).toBe(201);
    expect((await ask(url, admin.keys, "POST", "/v1/sign-in-links", {})).status).toBe(403);
    expect((await ask(url, keys, "POST", "/v1/sign-in-links", { more: 1 })).status).toBe(400);
  });

  test("ends the oldest of too many", () => {
    const links = new SignInLinks();
    const made = Array.from({ length: 17 }, () => links.make(0));
    expect(made.map(({ token }) => links.redeem(token, 1))).toEqual([
      false,
      ...made.slice(1).map(() => true),
    ]);
    expect(made.map(({ token }) => links.redeem(token, 1))).toEqual(made.map(() => false));
  });
});

describe("a root password", () => {
  const password = "a root password 7";

  async function withPassword(): Promise<Serving> {
    const server = await serving();
    const put = await ask(server.url, server.keys, "PUT", "/v1/root-password", { password });
    expect([put.status, membersOf(put)]).toMatchObject([200, { rootPassword: "set" }]);
    return server;
  }

  test("signs the root user in, and nobody before it is set", async () => {
    const before = await serving();
    expect((await signIn(before.url, { email, password })).status).toBe(401);
    const { url } = await withPassword();
    const answer = await signIn(url, { email: email.toUpperCase(), password });
    expect(membersOf(answer)).toMatchObject({ principal: { kind: "root", email } });
    const { iam } = clientsFor(url, keysOf(answer));
    expect(await outcome(iam.send(new ListUsersCommand({})))).toBe("ok");
  });

  test("is kept as a hash, sealed, survives a restart, and is in no record", async () => {
    const first = await withPassword();
    await first.close();
    const { dataDirectory, log } = first;
    const files = readdirSync(dataDirectory).map((name) => readFileSync(join(dataDirectory, name), "latin1"));
    const found = [...files, ...log].filter((text) => text.includes(password) || text.includes("scrypt$"));
    expect(found).toEqual([]);
    expect(files.some((text) => text.includes("root-password.put"))).toBe(true);
    const { url } = await serving({ dataDirectory });
    expect((await signIn(url, { email, password })).status).toBe(200);
  });

  test("is changed and removed in a session that it let in, after which it signs nobody in", async () => {
    const { url, cell } = await withPassword();
    const session = keysOf(await signIn(url, { email, password }));
    const other = "another root password 8";
    expect((await ask(url, session, "PUT", "/v1/root-password", { password: other })).status).toBe(200);
    expect((await signIn(url, { email, password })).status).toBe(401);
    expect((await signIn(url, { email, password: other })).status).toBe(200);
    const removed = await ask(url, session, "DELETE", "/v1/root-password");
    expect([removed.status, membersOf(removed)]).toMatchObject([200, { rootPassword: "none" }]);
    expect((await signIn(url, { email, password: other })).status).toBe(401);
    expect((await ask(url, session, "DELETE", "/v1/root-password")).status).toBe(200);
    expect(cell.accounts.size).toBe(1);
  });

  test("is nobody's but the root user's, and must be one", async () => {
    const { url, keys } = await serving();
    const admin = await userOf(url, clientsFor(url, keys), "admin", allow("*"));
    for (const [method, body] of [
      ["PUT", { password }],
      ["DELETE", undefined],
    ] as const) {
      const answer = await ask(url, admin.keys, method, "/v1/root-password", body);
      expect([answer.status, membersOf(answer)]).toMatchObject([403, { error: { code: "not-root" } }]);
    }
    const bad = await ask(url, keys, "PUT", "/v1/root-password", { password: "" });
    expect([bad.status, membersOf(bad)]).toMatchObject([400, { error: { place: "$.password" } }]);
    const unsigned = { method: "PUT", path: "/v1/root-password", headers: json, body: "{}" };
    expect((await send(url, unsigned)).status).toBe(401);
  });

  test("of a closed account signs nobody in", async () => {
    const { url, keys } = await serving();
    const made = await ask(url, keys, "POST", "/v1/accounts", { name: "Solo", email: "solo@example.com" });
    const { rootAccessKey } = membersOf(made) as { rootAccessKey: Keys };
    await ask(url, rootAccessKey, "PUT", "/v1/root-password", { password });
    const solo = { email: "solo@example.com", password };
    const session = keysOf(await signIn(url, solo));
    const { organizations } = clientsFor(url, keys);
    await organizations.send(new CreateOrganizationCommand({}));
    const Target = { Type: "EMAIL", Id: solo.email } as const;
    const { Handshake } = await organizations.send(new InviteAccountToOrganizationCommand({ Target }));
    const accept = new AcceptHandshakeCommand({ HandshakeId: Handshake?.Id });
    await clientsFor(url, rootAccessKey).organizations.send(accept);
    const { account } = membersOf(made) as { account: { id: string } };
    await organizations.send(new CloseAccountCommand({ AccountId: account.id }));
    expect((await signIn(url, solo)).status).toBe(401);
    const closed = await ask(url, session, "PUT", "/v1/root-password", { password });
    expect([closed.status, membersOf(closed)]).toMatchObject([403, { error: { code: "account-closed" } }]);
  });
});
