// Accounts that join and leave, by the AWS CLI. Skipped, plainly, where there is none.

import { afterAll, beforeAll } from "vitest";
import { AwsCliClient, awsCliMissing } from "../clients/aws-cli-client.js";
import { accountsJourney } from "./accounts-journey.js";
import { setAccountsStage } from "./accounts-stage.js";
import type { AccountsStage } from "./accounts-stage.js";
import { journeyBy, leavesCalls } from "./journey-by.js";
import { runJourney } from "./run-journey.js";

const by = { journey: "accounts", client: "aws-cli", missing: awsCliMissing } as const;

/** What no other step of the CLI lists, and of which it finds the pages by other members; boto3 has the same paginators. */
const lists = [
  "ListAccountsWithInvalidEffectivePolicy",
  "ListEffectivePolicyValidationErrors",
  "ListHandshakesForAccount",
  "ListHandshakesForOrganization",
  "ListTagsForResource",
] as const;

journeyBy(by, () => {
  let client: AwsCliClient;
  let stage: AccountsStage;
  beforeAll(async () => {
    stage = await setAccountsStage(
      ({ server, credentialsFile }) => (client = new AwsCliClient({ endpoint: server.url, credentialsFile })),
    );
  });
  afterAll(async () => {
    client.close();
    await stage.cell.stop();
  });

  runJourney(accountsJourney({ client: by.client, lists, stage: () => stage }), () => stage.scene);
  leavesCalls(by, () => stage.cell);
});
