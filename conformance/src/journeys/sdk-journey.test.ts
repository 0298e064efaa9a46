// An organization's life, by the AWS SDK for JavaScript.

import { afterAll, beforeAll } from "vitest";
import { SdkClient } from "../clients/sdk-client.js";
import { rootKey, startCell } from "../running-cell.js";
import type { RunningCell } from "../running-cell.js";
import { journeyBy, leavesCalls } from "./journey-by.js";
import { journeyQuotas, mainJourney } from "./main-journey.js";
import { runJourney } from "./run-journey.js";
import { Scene } from "./scene.js";

const by = { journey: "life", client: "aws-sdk-js" } as const;

journeyBy(by, () => {
  let cell: RunningCell;
  let scene: Scene;
  beforeAll(async () => {
    cell = await startCell({ quotas: journeyQuotas });
    const client = new SdkClient({ endpoint: cell.server.url, key: cell.key });
    scene = new Scene(client, client);
  });
  afterAll(async () => cell.stop());

  runJourney(mainJourney({ key: rootKey, isCostly: false }), () => scene);
  leavesCalls(by, () => cell);
});
