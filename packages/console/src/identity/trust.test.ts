import { expect, test } from "vitest";
import { trustInAccount, trustedBy } from "./trust.js";

test("who is trusted is read from what IAM sends, percent-encoded", () => {
  const document = encodeURIComponent(trustInAccount("aws", "111122223333", ""));
  expect(trustedBy(document)).toEqual(["arn:aws:iam::111122223333:root"]);
});

test.each([
  [
    "several principals",
    { Statement: { Effect: "Allow", Principal: { AWS: ["a", "b"], Service: "c" } } },
    ["a", "b", "c"],
  ],
  ["everybody", { Statement: [{ Effect: "Allow", Principal: "*" }] }, ["*"]],
  ["a denial trusts nobody", { Statement: [{ Effect: "Deny", Principal: "*" }] }, []],
])("%s", (_, document, trusted) => {
  expect(trustedBy(JSON.stringify(document))).toEqual(trusted);
});

test("what cannot be read trusts nobody that can be named", () => {
  expect(trustedBy("%%%")).toEqual([]);
  expect(trustedBy("null")).toEqual([]);
});

test("an external id becomes a condition", () => {
  expect(trustInAccount("aws", "111122223333", "x-1")).toContain('"sts:ExternalId": "x-1"');
});
