import { expect, test } from "vitest";
import { cliCommand } from "./cli-command.js";

test.each([
  ["organizations", "ListRoots", {}, "aws organizations list-roots"],
  [
    "organizations",
    "EnableAWSServiceAccess",
    { ServicePrincipal: "a.b" },
    "aws organizations enable-aws-service-access \\\n  --service-principal a.b",
  ],
  ["iam", "CreateUser", { UserName: "o'neill" }, `aws iam create-user \\\n  --user-name 'o'\\''neill'`],
  [
    "organizations",
    "TagResource",
    { ResourceId: "p-1", Tags: [{ Key: "a", Value: "b c" }] },
    `aws organizations tag-resource \\\n  --resource-id p-1 \\\n  --tags '[{"Key":"a","Value":"b c"}]'`,
  ],
  [
    "organizations",
    "UntagResource",
    { ResourceId: "p-1", TagKeys: ["a", "b c"] },
    `aws organizations untag-resource \\\n  --resource-id p-1 \\\n  --tag-keys a 'b c'`,
  ],
  [
    "organizations",
    "CreatePolicy",
    { Content: '{"a": "$b"}', Description: undefined },
    `aws organizations create-policy \\\n  --content '{"a": "$b"}'`,
  ],
] as const)("%s %s", (service, operation, input, command) => {
  expect(cliCommand(service, operation, input)).toBe(command);
});
