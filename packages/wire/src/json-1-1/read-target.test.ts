// Targets that name an operation, and targets that do not.

import { expect, it } from "vitest";
import { operationNames } from "../constraints/operation-names.js";
import { readTarget } from "./read-target.js";

it.each(operationNames)("reads %s", (operation) => {
  expect(readTarget(`AWSOrganizationsV20161128.${operation}`)).toEqual({ ok: true, operation });
});

it.each([
  undefined,
  "",
  "ListRoots",
  "AWSOrganizationsV20161128",
  "AWSOrganizationsV20161128.",
  "AWSOrganizationsV20161128.listroots",
  "AWSOrganizationsV20161128.__proto__",
  "AWSOrganizationsV20161128.ListRoots,AWSOrganizationsV20161128.ListRoots",
  "DynamoDB_20120810.ListTables",
])("refuses %j", (header) => {
  expect(readTarget(header)).toMatchObject({ ok: false, fault: { code: "UnknownOperationException" } });
});
