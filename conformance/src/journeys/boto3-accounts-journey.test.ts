// Accounts that join and leave, by boto3. Skipped, plainly, where there is none.

import { afterAll, beforeAll } from "vitest";
import { Boto3Client, boto3Missing } from "../clients/boto3-client.js";
import { accountsJourney } from "./accounts-journey.js";
import { setAccountsStage } from "./accounts-stage.js";
import type { AccountsStage } from "./accounts-stage.js";
import { journeyBy, leavesCalls } from "./journey-by.js";
import { runJourney } from "./run-journey.js";

const by = { journey: "accounts", client: "boto3", missing: boto3Missing } as const;

journeyBy(by, () => {
  let client: Boto3Client;
  let stage: AccountsStage;
  beforeAll(async () => {
    stage = await setAccountsStage(({ credentialsFile }) => (client = Boto3Client.start(credentialsFile)));
  });
  afterAll(async () => {
    await client.close();
    await stage.cell.stop();
  });

  runJourney(accountsJourney({ client: by.client, stage: () => stage }), () => stage.scene);
  leavesCalls(by, () => stage.cell);
});
