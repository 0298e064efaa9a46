// The columns of the table of policies, and the rows that they show.

import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import Icon from "@cloudscape-design/components/icon";
import { aiOptOutCharactersMax, characterCount } from "@withhold/policy";
import type { ReactNode } from "react";
import { CopiedText } from "../elements/copied-text.js";
import type { ResourceColumn } from "../elements/resource-table.js";
import { ScreenLink } from "../elements/screen-link.js";
import type { ReadPolicy } from "../organization/read-policies.js";
import { aiOptOutType, paths } from "../paths.js";
import { optOutSummary } from "./opt-out-summary.js";
import type { OptOutSummary } from "./opt-out-summary.js";

export interface PolicyRow extends ReadPolicy {
  /** Of AI services opt-out policies. */
  readonly summary: OptOutSummary | undefined;
  /** Characters of the content; undefined where it could not be read. */
  readonly size: number | undefined;
}

export function policyRow(policy: ReadPolicy): PolicyRow {
  const { Type: type, content } = policy;
  return {
    ...policy,
    summary: type === aiOptOutType ? optOutSummary(content) : undefined,
    size: content === undefined ? undefined : characterCount(content),
  };
}

export function idOfPolicyRow({ Id: id }: PolicyRow): string {
  return id;
}

export function policiesColumns(type: string): readonly ResourceColumn<PolicyRow>[] {
  const link = (id: string, text: string, tab?: string): ReactNode => (
    <ScreenLink to={paths.policy(type, id, tab)}>{text}</ScreenLink>
  );
  return [
    {
      id: "name",
      header: "Name",
      isRowHeader: true,
      value: ({ Name: name = "" }) => name,
      minWidth: 200,
      cell: ({ Id: id, Name: name = id, Description: description = "", AwsManaged: isManaged }) => (
        <>
          {link(id, name)} {isManaged === true && <Badge>AWS managed</Badge>}
          {description !== "" && (
            <Box variant="small" color="text-body-secondary" display="block">
              {description}
            </Box>
          )}
        </>
      ),
    },
    ...(type === aiOptOutType ? [summaryColumn] : []),
    {
      id: "targets",
      header: "Targets",
      value: ({ targets, targetsKnown }) => (targetsKnown ? `${targets.length}` : "unknown"),
      cell: ({ Id: id, targets, targetsKnown }) =>
        link(id, targetsKnown ? `${targets.length}` : "unknown", "targets"),
    },
    {
      id: "description",
      header: "Description",
      isHidden: true,
      value: ({ Description: text = "" }) => text,
    },
    {
      id: "size",
      header: "Characters",
      minWidth: 120,
      value: ({ size }) => (size === undefined ? "unknown" : `${size}`),
      cell: ({ size }) => <>{sizeText(type, size)}</>,
    },
    {
      id: "manager",
      header: "Managed by",
      isHidden: true,
      value: ({ AwsManaged: isManaged }) => (isManaged === true ? "AWS" : "Customer"),
    },
    {
      id: "id",
      header: "Policy ID",
      minWidth: 170,
      value: ({ Id: id }) => id,
      cell: ({ Id: id }) => <CopiedText text={id} what="policy ID" />,
    },
  ];
}

/** `312 of 2,500`, where there is a limit that the page knows. */
export function sizeText(type: string, size: number | undefined): string {
  if (size === undefined) return "unknown";
  const used = size.toLocaleString("en-GB");
  return type === aiOptOutType ? `${used} of ${aiOptOutCharactersMax.toLocaleString("en-GB")}` : used;
}

const summaryColumn: ResourceColumn<PolicyRow> = {
  id: "does",
  header: "What it does",
  minWidth: 200,
  value: ({ summary }) => summary?.text ?? "",
  cell: ({ summary }) =>
    summary === undefined || summary.kind === "valid" ? (
      summary?.text
    ) : (
      <>
        <Icon name="status-warning" variant="warning" /> {summary.text}
      </>
    ),
};
