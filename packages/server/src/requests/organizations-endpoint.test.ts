import * as aws from "@aws-sdk/client-organizations";
import { operations } from "@withhold/organization";
import { operationNames } from "@withhold/wire";
import { expect, test } from "vitest";

test("what is built is every operation of the service model, and of the SDK", () => {
  const ofSdk = Object.keys(aws).flatMap((name) => /^(\w+)Command$/.exec(name)?.[1] ?? []);
  expect(ofSdk).toHaveLength(63);
  expect(Object.keys(operations).toSorted()).toEqual(ofSdk.toSorted());
  expect([...operationNames].toSorted()).toEqual(ofSdk.toSorted());
});
