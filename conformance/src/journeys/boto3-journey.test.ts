// The journey by boto3, and its paginators. Skipped, plainly, where there is none.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Boto3Client, boto3Missing } from "../clients/boto3-client.js";
import type { Input, ListName } from "../clients/client.js";
import { SdkClient } from "../clients/sdk-client.js";
import { take } from "../clients/take.js";
import { rootKey, startCell } from "../running-cell.js";
import type { RunningCell } from "../running-cell.js";
import { journeyQuotas, mainJourney } from "./main-journey.js";
import { runJourney } from "./run-journey.js";
import { Scene } from "./scene.js";

const title = "the journey by boto3";
if (boto3Missing !== undefined) process.stderr.write(`${title}: ${boto3Missing}\n`);

/** What every list operation is asked for, and how many items of the journey's organization it shows at the least. */
const lists = (of: (name: string) => string): Readonly<Record<ListName, readonly [Input, number]>> => ({
  ListAWSServiceAccessForOrganization: [{}, 9],
  ListAccounts: [{}, 20],
  ListAccountsForParent: [{ ParentId: of("root") }, 20],
  ListAccountsWithInvalidEffectivePolicy: [{ PolicyType: "BACKUP_POLICY" }, 20],
  ListChildren: [{ ParentId: of("Research"), ChildType: "ORGANIZATIONAL_UNIT" }, 20],
  ListCreateAccountStatus: [{}, 20],
  ListDelegatedAdministrators: [{}, 1],
  ListDelegatedServicesForAccount: [{ AccountId: of("Lab") }, 9],
  ListEffectivePolicyValidationErrors: [{ AccountId: of("Lab"), PolicyType: "BACKUP_POLICY" }, 10],
  // The management account sends; what it sends is received by nobody here.
  ListHandshakesForAccount: [{}, 0],
  ListHandshakesForOrganization: [{}, 9],
  ListOrganizationalUnitsForParent: [{ ParentId: of("Research") }, 20],
  ListParents: [{ ChildId: of("Lab") }, 1],
  ListPolicies: [{ Filter: "AISERVICES_OPT_OUT_POLICY" }, 20],
  ListPoliciesForTarget: [{ TargetId: of("root"), Filter: "SERVICE_CONTROL_POLICY" }, 1],
  ListRoots: [{}, 1],
  ListTagsForResource: [{ ResourceId: of("root") }, 60],
  ListTargetsForPolicy: [{ PolicyId: "p-FullAWSAccess" }, 40],
});

/** A backup plan with ten rules too many, for every account; returns its policy. */
async function tooManyRules(scene: Scene): Promise<string> {
  const vault = { target_backup_vault_name: { "@@assign": "vault" } };
  const rules = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`rule-${index}`, vault]));
  const Content = JSON.stringify({ plans: { daily: { rules } } });
  await scene.does("EnablePolicyType", { RootId: scene.id("root"), PolicyType: "BACKUP_POLICY" });
  const made = { Name: "Rules", Description: "", Type: "BACKUP_POLICY", Content } as const;
  const { Policy } = await scene.does("CreatePolicy", made);
  const PolicyId = Policy?.PolicySummary?.Id ?? "";
  await scene.does("AttachPolicy", { PolicyId, TargetId: scene.id("root") });
  return PolicyId;
}

async function invite(scene: Scene, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const Target = { Type: "EMAIL", Id: `guest-${index}@other.example` } as const;
    const { Handshake } = await scene.does("InviteAccountToOrganization", { Target });
    ids.push(Handshake?.Id ?? "");
  }
  return ids;
}

/** The one list of an output, without times, which clients show each in their own way. */
function itemsOf(output: object): readonly object[] {
  const items = Object.values(output).find((member) => Array.isArray(member)) as
    | readonly object[]
    | undefined;
  return (items ?? []).map((item) =>
    Object.fromEntries(Object.entries(item).filter(([member]) => !/Timestamp$|Date/.test(member))),
  );
}

describe.skipIf(boto3Missing !== undefined)(
  `${title}${boto3Missing === undefined ? "" : ` (${boto3Missing})`}`,
  () => {
    let cell: RunningCell;
    let client: Boto3Client;
    let scene: Scene;
    beforeAll(async () => {
      cell = await startCell({ quotas: { ...journeyQuotas, tagsMax: 60 } });
      client = Boto3Client.start(cell.credentialsFile);
      scene = new Scene(client, new SdkClient({ endpoint: cell.server.url, key: cell.key }));
    });
    afterAll(async () => {
      await client.close();
      await cell.stop();
    });

    const journey = mainJourney({ key: rootKey, isCostly: false });
    runJourney(journey.slice(0, -1), () => scene);

    test("its paginators find in pages of seven what another client finds in the largest", async () => {
      const Tags = Array.from({ length: 60 }, (_, index) => ({ Key: `key ${index}`, Value: "" }));
      await scene.does("TagResource", { ResourceId: scene.id("root"), Tags });
      const services = Array.from({ length: 9 }, (_, index) => `service-${index}.amazonaws.com`);
      for (const ServicePrincipal of services) {
        await scene.does("EnableAWSServiceAccess", { ServicePrincipal });
        await scene.does("RegisterDelegatedAdministrator", { AccountId: scene.id("Lab"), ServicePrincipal });
      }
      const policyId = await tooManyRules(scene);
      const invitations = await invite(scene, 9);
      for (const [name, [input, fewest]] of Object.entries(lists((id) => scene.id(id)))) {
        const list = name as ListName;
        const pageSize = list === "ListTagsForResource" ? {} : { pageSize: 7 };
        const found = itemsOf(take<object>(await client.list(list, input, pageSize)));
        const expected = itemsOf(take<object>(await scene.crew.list(list, input, {})));
        expect({ list, found }).toEqual({ list, found: expected });
        expect({ list, isFull: found.length >= fewest }).toEqual({ list, isFull: true });
      }
      for (const ServicePrincipal of services) {
        await scene.does("DeregisterDelegatedAdministrator", {
          AccountId: scene.id("Lab"),
          ServicePrincipal,
        });
      }
      await scene.does("DetachPolicy", { PolicyId: policyId, TargetId: scene.id("root") });
      await scene.does("DeletePolicy", { PolicyId: policyId });
      for (const HandshakeId of invitations) await scene.does("CancelHandshake", { HandshakeId });
    });

    // Takes apart what the test above looks at.
    runJourney(journey.slice(-1), () => scene);
  },
);
