// An organization's life, by boto3. Skipped, plainly, where there is none.

import { afterAll, beforeAll } from "vitest";
import { Boto3Client, boto3Missing } from "../clients/boto3-client.js";
import { SdkClient } from "../clients/sdk-client.js";
import { rootKey, startCell } from "../running-cell.js";
import type { RunningCell } from "../running-cell.js";
import { journeyBy, leavesCalls } from "./journey-by.js";
import { journeyQuotas, mainJourney } from "./main-journey.js";
import { runJourney } from "./run-journey.js";
import { Scene } from "./scene.js";

const by = { journey: "life", client: "boto3", missing: boto3Missing } as const;

journeyBy(by, () => {
  let cell: RunningCell;
  let client: Boto3Client;
  let scene: Scene;
  beforeAll(async () => {
    cell = await startCell({ quotas: journeyQuotas });
    client = Boto3Client.start(cell.credentialsFile);
    scene = new Scene(client, new SdkClient({ endpoint: cell.server.url, key: cell.key }));
  });
  afterAll(async () => {
    await client.close();
    await cell.stop();
  });

  runJourney(mainJourney({ key: rootKey, isCostly: false }), () => scene);
  leavesCalls(by, () => cell);
});
