// Act three: what was stored comes back byte for byte, and attachments in their order.

import { expect } from "vitest";
import { InFile } from "../clients/client.js";
import { take } from "../clients/take.js";
import { oddlySpacedDocument, optOutDocument, worldlyDocument } from "./documents.js";
import type { Act } from "./run-journey.js";
import type { Scene } from "./scene.js";

const aiType = "AISERVICES_OPT_OUT_POLICY";

async function comesBack(scene: Scene, Type: string, content: string | InFile): Promise<void> {
  const Name = `Bytes of ${Type}`;
  const Description = " zwei  Leerzeichen – und 😀 ";
  const made = await scene.does("CreatePolicy", { Type, Name, Description, Content: content });
  const PolicyId = scene.keep(Name, made.Policy?.PolicySummary?.Id);
  const { Policy } = await scene.does("DescribePolicy", { PolicyId });
  expect(Policy?.Content).toBe(content instanceof InFile ? content.text : content);
  expect(Policy?.PolicySummary).toMatchObject({ Name, Description, Type, AwsManaged: false });
}

/** Attaches five policies, as many as an OU takes, and returns their ids in that order. */
async function fill(scene: Scene): Promise<readonly string[]> {
  const parent = { ParentId: scene.id("root"), Name: "Full" };
  const made = take(await scene.crew.call("CreateOrganizationalUnit", parent));
  const TargetId = scene.keep("Full", made.OrganizationalUnit?.Id);
  const ids: string[] = [];
  for (const Name of ["Fifth", "Fourth", "Third", "Second", "First"]) {
    const Content = optOutDocument({ lex: "optOut" });
    const policy = { Type: aiType, Name, Description: "", Content };
    const { Policy } = take(await scene.crew.call("CreatePolicy", policy));
    const PolicyId = scene.keep(Name, Policy?.PolicySummary?.Id);
    take(await scene.crew.call("AttachPolicy", { PolicyId, TargetId }));
    ids.push(PolicyId);
  }
  return ids;
}

export const readBack: Act = {
  title: "reading back",
  steps: [
    {
      name: "an oddly spaced document from a file comes back byte for byte",
      run: async (scene) => comesBack(scene, aiType, new InFile(oddlySpacedDocument)),
    },
    {
      name: "a document with characters of the world comes back byte for byte",
      run: async (scene) => comesBack(scene, "TAG_POLICY", worldlyDocument),
    },
    {
      name: "the policies of a target are listed in the order of attachment, across pages",
      run: async (scene) => {
        const ids = await fill(scene);
        const target = { TargetId: scene.id("Full"), Filter: aiType };
        const listed = async (): Promise<unknown> => {
          const { Policies } = take(
            await scene.client.list("ListPoliciesForTarget", target, { pageSize: 2 }),
          );
          return Policies?.map(({ Id }) => Id);
        };
        expect(await listed()).toEqual(ids);
        const PolicyId = scene.id("Fourth");
        take(await scene.crew.call("DetachPolicy", { PolicyId, TargetId: target.TargetId }));
        take(await scene.crew.call("AttachPolicy", { PolicyId, TargetId: target.TargetId }));
        expect(await listed()).toEqual([...ids.filter((id) => id !== PolicyId), PolicyId]);
      },
    },
  ],
};
