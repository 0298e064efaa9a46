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
  expect(
    cliCommand(service, operation, input, "http://h:1").replace(" \\\n  --endpoint-url http://h:1", ""),
  ).toBe(command);
});

test("names the endpoint, so that a shell that means AWS does nothing there", () => {
  expect(cliCommand("organizations", "ListRoots", {}, "http://h:1")).toBe(
    "aws organizations list-roots \\\n  --endpoint-url http://h:1",
  );
});

test.each([
  [true, "--password-reset-required"],
  [false, "--no-password-reset-required"],
])("a switch: %s", (PasswordResetRequired, word) => {
  const command = cliCommand("iam", "CreateLoginProfile", { PasswordResetRequired }, "http://h:1");
  expect(command.split("\n").at(-1)?.trim()).toBe(word);
});

test.each(["file:///etc/passwd", "fileb://x", "https://x/", "-x", "--profile"])(
  "a value that the CLI would take for something else goes by JSON: %s",
  (Description) => {
    const command = cliCommand("organizations", "CreatePolicy", { Name: "n", Description }, "http://h:1");
    expect(command.split("\n").at(-1)?.trim()).toBe(
      `--cli-input-json '{"Name":"n","Description":"${Description}"}'`,
    );
  },
);
