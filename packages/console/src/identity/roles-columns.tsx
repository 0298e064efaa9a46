// What the table of roles shows.

import type { Role } from "@aws-sdk/client-iam";
import { CopiedText } from "../elements/copied-text.js";
import { Instant } from "../elements/instant.js";
import type { ResourceColumn } from "../elements/resource-table.js";
import { ScreenLink } from "../elements/screen-link.js";
import { paths } from "../paths.js";
import { trustedBy } from "./trust.js";

export const rolesColumns: readonly ResourceColumn<Role>[] = [
  {
    id: "name",
    header: "Role name",
    isRowHeader: true,
    value: ({ RoleName: name = "" }) => name,
    cell: ({ RoleName: name = "" }) => <ScreenLink to={paths.role(name)}>{name}</ScreenLink>,
  },
  {
    id: "trusted",
    header: "Who may switch to it",
    value: ({ AssumeRolePolicyDocument: document = "" }) => trustedBy(document).join(", "),
  },
  { id: "description", header: "Description", value: ({ Description: description = "" }) => description },
  {
    id: "arn",
    header: "ARN",
    minWidth: 240,
    value: ({ Arn: arn = "" }) => arn,
    cell: ({ Arn: arn = "" }) => <CopiedText text={arn} what="ARN" />,
  },
  {
    id: "created",
    header: "Created",
    minWidth: 180,
    value: ({ CreateDate: at }) => at?.toISOString() ?? "",
    cell: ({ CreateDate: at }) => <Instant at={at} />,
  },
];
