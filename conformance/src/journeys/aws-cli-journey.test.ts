// An organization's life, by the AWS CLI, and what only it can do. Skipped, plainly, where there is none.

import { afterAll, beforeAll, expect, test } from "vitest";
import { AwsCliClient, awsCliMissing } from "../clients/aws-cli-client.js";
import { SdkClient } from "../clients/sdk-client.js";
import { take } from "../clients/take.js";
import { rootKey, startCell } from "../running-cell.js";
import type { RunningCell } from "../running-cell.js";
import { journeyBy, leavesCalls } from "./journey-by.js";
import { journeyQuotas, mainJourney } from "./main-journey.js";
import { runJourney } from "./run-journey.js";
import { Scene } from "./scene.js";

const by = { journey: "life", client: "aws-cli", missing: awsCliMissing } as const;

journeyBy(by, () => {
  let cell: RunningCell;
  let client: AwsCliClient;
  let scene: Scene;
  beforeAll(async () => {
    cell = await startCell({ quotas: journeyQuotas });
    client = new AwsCliClient({ endpoint: cell.server.url, credentialsFile: cell.credentialsFile });
    scene = new Scene(client, new SdkClient({ endpoint: cell.server.url, key: cell.key }));
  });
  afterAll(async () => {
    client.close();
    await cell.stop();
  });

  const journey = mainJourney({ key: rootKey, isCostly: true });
  runJourney(journey.slice(0, -1), () => scene);

  test("`--max-items` stops within a page, and its token goes on from there", async () => {
    interface Page {
      readonly Accounts: readonly { readonly Id: string }[];
      readonly NextToken?: string;
    }
    const list = ["organizations", "list-accounts", "--page-size", "10"];
    const first = take(await client.run<Page>([...list, "--max-items", "13"]));
    const rest = take(await client.run<Page>([...list, "--starting-token", first.NextToken ?? ""]));
    const all = take(await scene.crew.list("ListAccounts", {}, {}));
    expect(first.Accounts).toHaveLength(13);
    expect([...first.Accounts, ...rest.Accounts].map(({ Id }) => Id)).toEqual(
      all.Accounts?.map(({ Id }) => Id),
    );
  });

  // Takes apart what the test above looks at.
  runJourney(journey.slice(-1), () => scene);
  leavesCalls(by, () => cell);
});
