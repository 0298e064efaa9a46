import { describe, expect, test } from "vitest";
import { lock } from "../chain.fixture.js";
import { evaluated } from "../evaluation/drawn-snapshot.fixture.js";
import type { OrganizationSnapshot } from "../snapshot/organization-snapshot.js";
import { chainAccountId, snapshotOfChain } from "../snapshot/snapshot-of-chain.js";
import { explain } from "./explain.js";
import { explanationText } from "./explanation-text.js";
import type { Explanation } from "./explanation.js";

const provenance = { source: "files", readAt: "2026-01-01T00:00:00Z" };
const setting = (choice: string, locked = false): object => ({
  opt_out_policy: { ...(locked ? { [lock]: ["@@none"] } : {}), "@@assign": choice },
});

/** Levels root first; a policy is a name and its services. */
function snapshot(...levels: readonly (readonly [string, object][])[]): OrganizationSnapshot {
  const named = levels.map((level) =>
    level.map(([name, services]) => ({ name, content: JSON.stringify({ services }, undefined, 2) })),
  );
  return snapshotOfChain(named, provenance);
}

function explained(of: OrganizationSnapshot, service: string): Explanation {
  const result = explain(evaluated(of), chainAccountId, service);
  if (!result.ok) throw new Error(result.message);
  return result.explanation;
}

const full = snapshot(
  [["base", { default: setting("optOut"), lex: setting("optOut", true), polly: setting("optOut") }]],
  [
    ["first", { polly: setting("optIn") }],
    ["second", { polly: setting("optOut") }],
  ],
  [["own", { lex: setting("optIn"), polly: setting("optIn") }]],
);

describe("what became of each policy", () => {
  const outcomes = ({ attempts }: Explanation): unknown =>
    attempts.map(({ place, said, entry, outcome, by }) => [
      place.policyName,
      said,
      entry,
      outcome,
      by.map(({ policyName }) => policyName),
    ]);

  test("blocked by a lock above, or about `default` alone", () => {
    const explanation = explained(full, "lex");
    expect(explanation).toMatchObject({
      choice: "optOut",
      decidedBy: { entry: "own", place: { policyName: "base" } },
    });
    expect(outcomes(explanation)).toEqual([
      ["base", "optOut", "default", "set-aside", ["base"]],
      ["own", "optIn", "own", "blocked", ["base"]],
    ]);
  });

  test("outranked by a peer, or replaced further down", () => {
    const explanation = explained(full, "polly");
    expect(explanation).toMatchObject({ choice: "optIn", decidedBy: { place: { policyName: "own" } } });
    expect(outcomes(explanation)).toEqual([
      ["base", "optOut", "default", "set-aside", ["own"]],
      ["base", "optOut", "own", "replaced", ["first"]],
      ["first", "optIn", "own", "replaced", ["own"]],
      ["second", "optOut", "own", "outranked", ["first"]],
    ]);
  });

  test("nothing, where nobody says anything else", () => {
    expect(explained(full, "translate")).toMatchObject({
      choice: "optOut",
      decidedBy: { entry: "default" },
      attempts: [],
      doubts: [],
    });
  });
});

test("places are lines of the policy, and of the file that it stands in", () => {
  const content = JSON.stringify({ services: { lex: setting("optOut") } }, undefined, 2);
  const at = (origin: object): unknown =>
    explained(
      snapshotOfChain([[{ name: "p", content, origin: { file: "main.tf", ...origin } }], []], provenance),
      "lex",
    ).decidedBy?.place;
  const place = { path: "$.services.lex.opt_out_policy['@@assign']", position: { line: 5, column: 9 } };
  expect(at({ line: 10, column: 13 })).toMatchObject({
    ...place,
    file: { name: "main.tf", position: { line: 14, column: 9 } },
  });
  expect(at({})).toMatchObject({ ...place, file: { name: "main.tf" } });
  const line = snapshotOfChain(
    [
      [
        {
          name: "p",
          content: '{"services":{"lex":{"opt_out_policy":{"@@assign":"optOut"}}}}',
          origin: { file: "a", line: 3, column: 5 },
        },
      ],
      [],
    ],
    provenance,
  );
  expect(explained(line, "lex").decidedBy?.place.file?.position).toEqual({ line: 3, column: 43 });
});

test("only accounts are explained", () => {
  const message = expect.stringContaining("only accounts have an effective policy");
  expect(explain(evaluated(full), "ou-1", "lex")).toEqual({ ok: false, message });
  expect(explain(evaluated(full), "nobody", "lex")).toEqual({ ok: false, message });
});

describe("what is in doubt", () => {
  const unread = { what: 'the content of policy "base"', why: "access denied", about: "policy-1" };
  const hidden: OrganizationSnapshot = {
    ...full,
    policies: full.policies.map((policy) => (policy.name === "base" ? { ...policy, content: null } : policy)),
    unread: [unread],
  };

  test("is said, and leaves open what it could change", () => {
    expect(explained(hidden, "lex")).toMatchObject({
      choice: "undetermined",
      possible: ["optOut", "optIn", "undecided"],
      doubts: [unread],
    });
  });

  test("changes nothing that a lock above keeps", () => {
    const all = {
      [lock]: ["@@none"],
      default: { [lock]: ["@@none"], ...setting("optOut", true) },
    };
    const locked = snapshot([["base", all]], [["hidden", { lex: setting("optIn") }]], []);
    const [base, other] = locked.policies;
    if (base === undefined || other === undefined) throw new Error("two policies were made");
    const half: OrganizationSnapshot = { ...locked, policies: [base, { ...other, content: null }] };
    const explanation = explained(half, "lex");
    expect(explanation).toMatchObject({ choice: "optOut", doubts: [{ why: "the snapshot has none" }] });
    expect(explanationText(explanation)).toContain("This holds whatever comes of what is not known");
  });

  test.each([
    ["nowhere in particular", {}],
    ["what is attached to the root", { about: "root" }],
    ["something that the snapshot does not have", { about: "p-elsewhere" }],
    ["where a policy is attached whose content is there", { about: "policy-1" }],
  ])("about %s", (_, about) => {
    const entry = { what: "something", why: "access denied", ...about };
    expect(explained({ ...full, unread: [entry] }, "translate").choice).toBe("undetermined");
  });

  test.each([
    ["another account", "other", "optOut"],
    ["a policy of another type", "tags", "optOut"],
    ["the account itself", chainAccountId, "undetermined"],
  ])("about %s", (_, about, choice) => {
    const more: OrganizationSnapshot = {
      ...full,
      accounts: [...full.accounts, { id: "other", name: "other", parentId: "root" }],
      policies: [...full.policies, { id: "tags", name: "tags", type: "TAG_POLICY", content: null }],
      unread: [{ what: "something", why: "access denied", about }],
    };
    expect(explained(more, "translate").choice).toBe(choice);
  });

  test("is an invalid policy, with what is wrong with it", () => {
    const wrong = snapshot([["wrong", { Default: setting("optOut") }]], []);
    expect(explained(wrong, "lex")).toMatchObject({
      choice: "undetermined",
      doubts: [
        { kind: "invalid", about: "policy-1", why: expect.stringContaining("did you mean `default`?") },
      ],
    });
  });

  test("is the order of attachment, where it matters and only there", () => {
    const peers: OrganizationSnapshot = {
      ...full,
      attachmentOrder: "unknown",
      attachments: full.attachments.slice(0, 3),
    };
    expect(explained(peers, "polly")).toMatchObject({
      choice: "undetermined",
      doubts: [{ kind: "order", about: "ou-1" }],
    });
    expect(explained(peers, "lex")).toMatchObject({ choice: "optOut", doubts: [] });
  });

  test("is not a service that we do not know: AWS may", () => {
    const newer = snapshot([["newer", { "brand-new": setting("optIn"), default: setting("optOut") }]], []);
    expect(explained(newer, "brand-new").choice).toBe("optIn");
    expect(explained(newer, "lex").choice).toBe("optOut");
  });
});

test("no policy has any effect while the type is disabled", () => {
  const explanation = explained({ ...full, enabledTypes: [] }, "lex");
  expect(explanation).toMatchObject({ choice: "undecided", typeEnabled: false, attempts: [] });
  expect(explanationText(explanation)).toContain("The policy type is not enabled");
});

test("reads as sentences", () => {
  expect(explanationText(explained(full, "polly"))).toMatchInlineSnapshot(`
    "Account account, polly (Amazon Polly): opted in; the service may keep content to improve itself.
    This was set to optIn by the service's own key, in policy "own" (line 10) at account account.
    Policy "base" (line 5) at the root sets \`default\` to optOut. It does not reach this service, which has an entry of its own: policy "own" (line 10) at account account.
    Policy "base" (line 18) at the root sets \`polly\` to optOut. It held until policy "first" (line 5) at OU ou-1, further down, changed it.
    Policy "first" (line 5) at OU ou-1 sets \`polly\` to optIn. It held until policy "own" (line 10) at account account, further down, changed it.
    Policy "second" (line 5) at OU ou-1 sets \`polly\` to optOut. It was ignored: policy "first" (line 5) at OU ou-1, attached earlier at the same level, goes first.
    "
  `);
  expect(explanationText(explained(full, "lex"))).toMatchInlineSnapshot(`
    "Account account, lex (Amazon Lex): opted out; the service may not keep content to improve itself.
    This was set to optOut by the service's own key, in policy "base" (line 13) at the root.
    Policy "base" (line 5) at the root sets \`default\` to optOut. It does not reach this service, which has an entry of its own: policy "base" (line 13) at the root.
    Policy "own" (line 5) at account account sets \`lex\` to optIn. It was ignored: policy "base" (line 10) at the root locks \`$.services.lex.opt_out_policy\` for every policy below.
    "
  `);
  expect(explanationText(explained(snapshot([], []), "lex"))).toMatchInlineSnapshot(`
    "Account account, lex (Amazon Lex): no choice made; AWS's default applies, and the service may keep content to improve itself.
    No policy that could be read sets this service or \`default\`.
    "
  `);
  const unread = { what: 'what is attached to OU "Research"', why: "access denied", about: "ou-1" };
  expect(explanationText(explained({ ...full, unread: [unread] }, "translate"))).toMatchInlineSnapshot(`
    "Account account, translate (Amazon Translate): undetermined; something that could not be read or is not known decides it.
    As far as is known, this was set to optOut through \`default\`, because the service has no entry of its own, in policy "base" (line 5) at the root.
    It could be opted out or opted in, depending on:
    - what is attached to OU "Research": access denied
    "
  `);
});
