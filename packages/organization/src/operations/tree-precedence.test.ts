import type { Tag } from "@aws-sdk/client-organizations";
import { expect, test } from "vitest";
import { ExampleCell, nowhere } from "../example-cell.fixture.js";
import type { Input } from "../operation-types.js";

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

const billing = { FeatureSet: "CONSOLIDATED_BILLING" } as const;
const close =
  (account: Call, manner = {}): Call =>
  (c) =>
    c.refusal("CloseAccount", { AccountId: account(c) }, manner);
/** In an organization of the outsider, who has a member `b`; without all features unless told. */
const closeElsewhere =
  (which: "itself" | "member", manner = {}, founding: Input<"CreateOrganization"> = billing): Call =>
  (c) => {
    const as = c.outsider;
    c.act("CreateOrganization", founding, { as });
    const input = { AccountName: "b", Email: "b@acme.example" };
    const member = c.act("CreateAccount", input, { as }).CreateAccountStatus?.AccountId ?? "";
    return close(() => (which === "itself" ? as : member), { ...manner, as })(c);
  };
const noClosures = { quotas: { closuresBaseMax: 0 } };
over(
  "CloseAccount",
  [`${limit}CANNOT_CLOSE_MANAGEMENT_ACCOUNT`, `${limit}ORGANIZATION_NOT_IN_ALL_FEATURES_MODE`],
  closeElsewhere("itself"),
  closeElsewhere("member"),
);
over(
  "CloseAccount",
  [`${limit}CANNOT_CLOSE_MANAGEMENT_ACCOUNT`, `${limit}CLOSE_ACCOUNT_QUOTA_EXCEEDED`],
  close((c) => c.management, noClosures),
  close(app, noClosures),
);
over(
  "CloseAccount",
  [`${limit}ORGANIZATION_NOT_IN_ALL_FEATURES_MODE`, `${limit}CLOSE_ACCOUNT_QUOTA_EXCEEDED`],
  closeElsewhere("member", noClosures),
  closeElsewhere("member", noClosures, {}),
);
over(
  "CloseAccount",
  ["AccountAlreadyClosedException", `${limit}CLOSE_ACCOUNT_QUOTA_EXCEEDED`],
  (c) => {
    close(app)(c);
    return close(app, noClosures)(c);
  },
  close(app, noClosures),
);

const waiting = { quotas: { createdAccountDaysMin: 4 } };
const removeWaiting: Call = (c) => c.refusal("RemoveAccountFromOrganization", { AccountId: c.app }, waiting);
over(
  "RemoveAccountFromOrganization",
  [`${limit}ACCOUNT_CANNOT_LEAVE_ORGANIZATION`, `${limit}WAIT_PERIOD_ACTIVE`],
  (c) => {
    close(app)(c);
    return removeWaiting(c);
  },
  removeWaiting,
);

const reserved = "aws:team";
const tag =
  (resource: Call, Tags: Tag[], manner = {}): Call =>
  (c) =>
    c.refusal("TagResource", { ResourceId: resource(c), Tags }, manner);
const untag =
  (resource: Call): Call =>
  (c) =>
    c.refusal("UntagResource", { ResourceId: resource(c), TagKeys: [reserved] });
const managed: Call = () => "p-FullAWSAccess";
over(
  "TagResource",
  ["TargetNotFoundException", "InvalidInputException: DUPLICATE_TAG_KEY"],
  tag(lost, twice),
  tag(root, twice),
);
over(
  "TagResource",
  ["InvalidInputException: IMMUTABLE_POLICY", "InvalidInputException: DUPLICATE_TAG_KEY"],
  tag(managed, twice),
  tag(root, twice),
);
over(
  "TagResource",
  ["InvalidInputException: INVALID_SYSTEM_TAGS_PARAMETER", `${limit}MAX_TAG_LIMIT_EXCEEDED`],
  tag(root, [{ Key: reserved, Value: "" }], { quotas: { tagsMax: 0 } }),
  tag(root, [{ Key: "team", Value: "" }], { quotas: { tagsMax: 0 } }),
);
over(
  "UntagResource",
  ["TargetNotFoundException", "InvalidInputException: INVALID_SYSTEM_TAGS_PARAMETER"],
  untag(lost),
  untag(root),
);
over(
  "UntagResource",
  ["InvalidInputException: IMMUTABLE_POLICY", "InvalidInputException: INVALID_SYSTEM_TAGS_PARAMETER"],
  untag(managed),
  untag(root),
);
