import { expect, test } from "vitest";
import { seededDraw } from "./cell-driver.fixture.js";
import { byAddress, invited } from "./handshakes.fixture.js";
import { ExampleCell, aiType, choice, drawn } from "./example-cell.fixture.js";
import type { Draw } from "./ids.js";
import { ask, askedFor, neighbour } from "./transfers.fixture.js";

/** Draws the same as another did before, then goes its own way. */
function repeating(before: readonly string[]): Draw {
  const rest = [...before];
  const fresh = seededDraw(99);
  return (alphabet, length) => rest.shift() ?? fresh(alphabet, length);
}

const draws: Record<string, { taken: (cell: ExampleCell) => string[]; draw: (cell: ExampleCell) => string }> =
  {
    account: {
      taken: (cell) => ["c".repeat(32), cell.app.slice(0, 1), cell.app.slice(1)],
      draw: (cell) => cell.account("new"),
    },
    organization: {
      taken: (cell) => [cell.organization.slice("o-".length)],
      draw: (cell) => drawn(cell.act("CreateOrganization", {}, { as: cell.outsider }).Organization?.Id),
    },
    "organizational unit": {
      taken: (cell) => [drawn(cell.workloads.split("-")[2])],
      draw: (cell) => cell.unit(cell.root, "new"),
    },
    policy: {
      taken: (cell) => [cell.optOut.slice("p-".length)],
      draw: (cell) => cell.policy("new", choice("lex", "optIn"), aiType),
    },
    handshake: {
      taken: (cell) => [invited(cell).slice("h-".length)],
      draw: (cell) => invited(cell, byAddress("new@other.example")),
    },
    transfer: {
      taken: (cell) => ["h".repeat(32), askedFor(cell).transferId.slice("rt-".length)],
      draw: (cell) => ask(cell, neighbour(cell, "333333333333")).transferId,
    },
    "account in GovCloud": {
      // That of the commercial account is drawn again for it.
      taken: () => ["c".repeat(32), "7", "00000000000", "7", "00000000000"],
      draw: (cell) => {
        const input = { AccountName: "new", Email: "new@acme.example" };
        return drawn(cell.act("CreateGovCloudAccount", input).CreateAccountStatus?.GovCloudAccountId);
      },
    },
    "request to create an account": {
      taken: (cell) => {
        const done = cell.recorded.find(({ event }) => event.type === "account-creation.succeeded")?.event;
        return [done?.type === "account-creation.succeeded" ? done.requestId.slice("car-".length) : ""];
      },
      draw: (cell) => {
        const input = { AccountName: "new", Email: "new@acme.example" };
        return drawn(cell.act("CreateAccount", input).CreateAccountStatus?.Id);
      },
    },
  };

test.each(Object.entries(draws))("an id of an %s that is in use is drawn again", (_, { taken, draw }) => {
  const cell = new ExampleCell();
  const before = taken(cell);
  cell.draw = repeating(before);
  const id = draw(cell);
  expect(before.some((part) => part.length > 1 && id.endsWith(part))).toBe(false);
});

const forms = {
  organization: /^o-[a-z0-9]{10,32}$/,
  root: /^r-[0-9a-z]{4,32}$/,
  workloads: /^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$/,
  app: /^[1-9]\d{11}$/,
  handshake: /^h-[0-9a-z]{8,32}$/,
  transfer: /^rt-[0-9a-z]{8,32}$/,
  optOut: /^p-[0-9a-zA-Z_]{8,128}$/,
} as const;

test.each(Object.entries(forms) as [keyof typeof forms, RegExp][])(
  "the id of %s has AWS's form",
  (name, form) => {
    for (let seed = 0; seed < 50; seed += 1) {
      const cell = new ExampleCell();
      cell.draw = seededDraw(seed);
      const again = { ...idsOf(cell) };
      expect(again[name]).toMatch(form);
    }
  },
);

function idsOf(cell: ExampleCell): Record<keyof typeof forms, string> {
  const as = cell.outsider;
  const organization = drawn(cell.act("CreateOrganization", {}, { as }).Organization?.Id);
  const root = drawn(cell.act("ListRoots", {}, { as }).Roots?.[0]?.Id);
  return {
    organization,
    root,
    workloads: cell.unit(cell.root, "new"),
    app: cell.account("new"),
    handshake: invited(cell, byAddress("new@other.example")),
    transfer: ask(cell, as).transferId,
    optOut: cell.policy("new", choice("lex", "optIn")),
  };
}
