// What a node is: ids, address, dates, where it stands.

import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import type { KeyValuePairsProps } from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { ReactElement } from "react";
import { CopiedText } from "../../elements/copied-text.js";
import { Instant } from "../../elements/instant.js";
import { useSession } from "../../session/session-context.js";
import { SwitchRoleDialog } from "../../session/switch-role-dialog.js";
import { AccountState, stateWord } from "../node-columns.js";
import { OptOutStatus } from "../opt-out-status.js";
import { AddressLink } from "../address-link.js";
import type { PanelProps } from "./panel-props.js";

export function DetailsTab({ organization, rows, node }: PanelProps): ReactElement {
  const parent = node.parentId === undefined ? undefined : rows.byId.get(node.parentId);
  const items: KeyValuePairsProps.Item[] = [
    {
      label: "AI services opt-out",
      value: (
        <>
          <OptOutStatus state={node.optOutState} />
          {node.kind !== "Account" && (
            <Box variant="small" color="text-body-secondary" display="block">
              {node.accountsBelow === 0
                ? "What an account without policies of its own gets here"
                : `${node.accountsOptedOut} of ${node.accountsBelow} accounts below are fully opted out`}
            </Box>
          )}
        </>
      ),
    },
    { label: `${node.kind} ID`, value: <CopiedText text={node.id} what={`${node.kind} ID`} /> },
    { label: "ARN", value: <CopiedText text={node.arn} what="ARN" /> },
    ...(node.kind === "Account" ? accountItems(node) : innerItems(node, rows.childrenOf(node.id).length)),
    ...(parent === undefined
      ? [{ label: "Organization", value: organizationId(organization.tree.organization.Id) }]
      : [
          {
            label: "Parent",
            value: <AddressLink words={{ selected: parent.id }}>{node.path}</AddressLink>,
          },
        ]),
  ];
  return (
    <SpaceBetween size="m">
      <KeyValuePairs columns={1} items={items} />
      {node.kind === "Account" && <SwitchToAccount accountId={node.id} />}
    </SpaceBetween>
  );
}

function organizationId(id: string | undefined): ReactElement {
  return id === undefined ? <span>–</span> : <CopiedText text={id} what="Organization ID" />;
}

function accountItems(node: PanelProps["node"]): readonly KeyValuePairsProps.Item[] {
  return [
    { label: "E-mail address", value: node.email === "" ? "–" : node.email },
    { label: "State", value: <AccountState state={node.state} /> },
    { label: "Joined by", value: node.joinedMethod === "" ? "–" : stateWord(node.joinedMethod) },
    { label: "Joined at", value: <Instant at={node.joinedAt} /> },
  ];
}

function innerItems(
  { accountsBelow, accountsOptedOut }: PanelProps["node"],
  children: number,
): readonly KeyValuePairsProps.Item[] {
  return [
    { label: "OUs and accounts directly in it", value: children },
    { label: "Accounts at every depth", value: accountsBelow },
    { label: "Of these fully opted out", value: accountsOptedOut },
  ];
}

function SwitchToAccount({ accountId }: { readonly accountId: string }): ReactElement {
  const { principal } = useSession();
  const [isSwitching, setIsSwitching] = useState(false);
  const reason = whyNotSwitch(principal.kind, principal.accountId === accountId);
  return (
    <div>
      <Button
        disabled={reason !== undefined}
        {...(reason === undefined ? {} : { disabledReason: reason })}
        onClick={() => setIsSwitching(true)}
      >
        Switch role to this account
      </Button>
      {isSwitching && <SwitchRoleDialog accountId={accountId} onClose={() => setIsSwitching(false)} />}
    </div>
  );
}

function whyNotSwitch(kind: string, isHere: boolean): string | undefined {
  if (isHere) return "You act in this account already";
  return kind === "root" ? "The root user cannot switch roles; sign in as an IAM user" : undefined;
}
