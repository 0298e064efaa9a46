import { expect, test } from "vitest";
import { ExampleCell, nowhere } from "../example-cell.fixture.js";

type Call = (cell: ExampleCell) => string;

/** `both` commits the two faults at once; `mended` only the second. */
function over(operation: string, [first, second]: readonly [string, string], both: Call, mended: Call): void {
  test(`${operation}: ${first} before ${second}`, () => {
    expect([both(new ExampleCell()), mended(new ExampleCell())]).toEqual([first, second]);
  });
}

const twice = [
  { Key: "team", Value: "a" },
  { Key: "team", Value: "b" },
];
const limit = "ConstraintViolationException: ";
const root: Call = (c) => c.root;

const unit =
  (parent: Call, change: object, manner = {}): Call =>
  (c) =>
    c.refusal("CreateOrganizationalUnit", { ParentId: parent(c), Name: "New", ...change }, manner);
const workloads: Call = (c) => c.workloads;
const shallow = { quotas: { organizationalUnitDepthMax: 1, organizationalUnitsMax: 2 } };
over(
  "CreateOrganizationalUnit",
  ["ParentNotFoundException", `${limit}OU_NUMBER_LIMIT_EXCEEDED`],
  unit(() => nowhere.unit, {}, shallow),
  unit(root, {}, shallow),
);
over(
  "CreateOrganizationalUnit",
  ["DuplicateOrganizationalUnitException", `${limit}OU_DEPTH_LIMIT_EXCEEDED`],
  unit(workloads, { Name: "Production" }, shallow),
  unit(workloads, {}, shallow),
);
over(
  "CreateOrganizationalUnit",
  [`${limit}OU_DEPTH_LIMIT_EXCEEDED`, `${limit}OU_NUMBER_LIMIT_EXCEEDED`],
  unit(workloads, {}, shallow),
  unit(root, {}, shallow),
);
over(
  "CreateOrganizationalUnit",
  ["InvalidInputException: DUPLICATE_TAG_KEY", "DuplicateOrganizationalUnitException"],
  unit(workloads, { Name: "Production", Tags: twice }),
  unit(workloads, { Name: "Production" }),
);

const open =
  (change: object, manner = {}): Call =>
  (c) =>
    c.refusal("CreateAccount", { AccountName: "b", Email: "app@acme.example", ...change }, manner);
over(
  "CreateAccount",
  ["InvalidInputException: DUPLICATE_TAG_KEY", `${limit}ACCOUNT_NUMBER_LIMIT_EXCEEDED`],
  open({ Tags: twice }, { quotas: { accountsMax: 2 } }),
  open({}, { quotas: { accountsMax: 2 } }),
);
over(
  "CreateAccount",
  [`${limit}ACCOUNT_NUMBER_LIMIT_EXCEEDED`, "accepted"], // An address that is taken fails the request later.
  open({}, { quotas: { accountsMax: 2 } }),
  open({}),
);

const move =
  (account: Call, from: Call, to: Call): Call =>
  (c) => {
    const parents = { SourceParentId: from(c), DestinationParentId: to(c) };
    return c.refusal("MoveAccount", { AccountId: account(c), ...parents });
  };
const app: Call = (c) => c.app;
const lost: Call = () => nowhere.unit;
over(
  "MoveAccount",
  ["AccountNotFoundException", "SourceParentNotFoundException"],
  move(() => nowhere.account, lost, root),
  move(app, lost, root),
);
over(
  "MoveAccount",
  ["SourceParentNotFoundException", "DestinationParentNotFoundException"],
  move(app, lost, lost),
  move(app, (c) => c.production, lost),
);
over(
  "MoveAccount",
  ["DestinationParentNotFoundException", "AccountNotFoundException"],
  move(app, root, lost),
  move(app, root, workloads),
);
over(
  "MoveAccount",
  ["AccountNotFoundException", "DuplicateAccountException"],
  move(app, root, root),
  move(
    app,
    (c) => c.production,
    (c) => c.production,
  ),
);
