// Accounts that join and leave, by the AWS SDK for JavaScript.

import { afterAll, beforeAll } from "vitest";
import { SdkClient } from "../clients/sdk-client.js";
import { accountsJourney } from "./accounts-journey.js";
import { setAccountsStage } from "./accounts-stage.js";
import type { AccountsStage } from "./accounts-stage.js";
import { journeyBy, leavesCalls } from "./journey-by.js";
import { runJourney } from "./run-journey.js";

const by = { journey: "accounts", client: "aws-sdk-js" } as const;

journeyBy(by, () => {
  let stage: AccountsStage;
  beforeAll(async () => {
    stage = await setAccountsStage(({ server, key }) => new SdkClient({ endpoint: server.url, key }));
  });
  afterAll(async () => stage.cell.stop());

  runJourney(accountsJourney({ client: by.client, stage: () => stage }), () => stage.scene);
  leavesCalls(by, () => stage.cell);
});
