import * as aws from "@aws-sdk/client-organizations";
import { operations } from "@withhold/organization";
import { operationNames } from "@withhold/wire";
import { describe, expect, test } from "vitest";
import { serving } from "../serving.fixture.js";
import { membersOf, send, signed } from "../signed-http.fixture.js";
import { notBuilt } from "./not-built.js";

describe("what is built and what is not", () => {
  test("come to all operations of the service model, each on one side", () => {
    expect([...Object.keys(operations), ...notBuilt].toSorted()).toEqual([...operationNames].toSorted());
  });

  test("come to all operations that the SDK knows", () => {
    const ofSdk = Object.keys(aws).flatMap((name) => /^(\w+)Command$/.exec(name)?.[1] ?? []);
    expect(ofSdk).toHaveLength(63);
    expect([...operationNames].toSorted()).toEqual(ofSdk.toSorted());
  });
});

test("every operation that is not built says so, with an error of its own and a status that no client retries", async () => {
  const { url, keys } = await serving();
  for (const target of notBuilt) {
    const answer = await send(url, await signed(url, keys, { target }));
    expect([target, answer.status, membersOf(answer)]).toStrictEqual([
      target,
      400,
      {
        __type: "NotImplementedException",
        message: `${target} exists on AWS and is not built here yet; docs/operations.md lists what is`,
      },
    ]);
  }
});
