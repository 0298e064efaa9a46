// The template of a delegation policy: one account may manage AI services opt-out policies, and nothing else.

import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { ReactElement } from "react";
import { NodePicker } from "../elements/node-picker.js";
import type { TreeNode } from "../organization/tree-nodes.js";
import { useDescribedOrganization } from "../organization/use-described-organization.js";
import { delegationTemplate } from "./delegation-policy.js";

interface TemplateDialogProps {
  /** Whether there is a text that the template takes the place of. */
  readonly replaces: boolean;
  readonly onChoose: (template: string) => void;
  readonly onClose: () => void;
}

export function TemplateDialog({ replaces, onChoose, onClose }: TemplateDialogProps): ReactElement {
  const { data: organization } = useDescribedOrganization();
  const [[account], setAccounts] = useState<readonly TreeNode[]>([]);
  const isReady = organization !== undefined && account !== undefined;
  return (
    <Modal
      visible
      header="May manage AI services opt-out policies only"
      size="large"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button
              variant="primary"
              disabled={!isReady}
              {...(isReady ? {} : { disabledReason: "Choose an account first" })}
              onClick={() => isReady && onChoose(delegationTemplate(account.id, organization))}
            >
              Use template
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Box>
          Choose the account. It may then read the organization, and create, change, delete, attach, detach
          and tag AI services opt-out policies. Nothing is saved yet.
        </Box>
        {replaces && <Alert type="warning">The template takes the place of the text in the form.</Alert>}
        <NodePicker
          label="Accounts"
          selectionType="single"
          kinds={["account"]}
          selected={account === undefined ? [] : [account]}
          onChange={setAccounts}
          whyNot={({ id }) =>
            id === organization?.MasterAccountId ? "the management account may all of that" : undefined
          }
        />
      </SpaceBetween>
    </Modal>
  );
}
