// Act six: keys that do not fit, as Organizations and as STS name them.

import { expect } from "vitest";
import type { Client, Reply } from "../clients/client.js";
import type { AccessKey } from "../running-cell.js";
import type { Act, Step } from "./run-journey.js";

/** A key of the same id as the client's, or of nobody. */
export interface WrongKeys {
  readonly wrongSecret: AccessKey;
  readonly unknownKey: AccessKey;
}

type Ask = (client: Client) => Promise<Reply<object>>;

const organizations: Ask = async (client) => client.call("DescribeOrganization", {});
const sts: Ask = async (client) => client.identity();

function refused(name: string, key: AccessKey, ask: Ask, error: string): Step {
  return {
    name,
    run: async ({ client }) =>
      expect(await ask(client.withKey(key))).toMatchObject({ ok: false, by: "server", error }),
  };
}

export function wrongKeys({ wrongSecret, unknownKey }: WrongKeys): Act {
  return {
    title: "keys that do not fit",
    anyOrder: true,
    steps: [
      refused("a wrong secret, at Organizations", wrongSecret, organizations, "InvalidSignatureException"),
      refused("an unknown key, at Organizations", unknownKey, organizations, "UnrecognizedClientException"),
      refused("a wrong secret, at STS", wrongSecret, sts, "SignatureDoesNotMatch"),
      refused("an unknown key, at STS", unknownKey, sts, "InvalidClientTokenId"),
    ],
  };
}
