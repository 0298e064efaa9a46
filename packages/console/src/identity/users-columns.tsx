// What the table of users shows.

import type { User } from "@aws-sdk/client-iam";
import { CopiedText } from "../elements/copied-text.js";
import { Instant } from "../elements/instant.js";
import type { ResourceColumn } from "../elements/resource-table.js";
import { ScreenLink } from "../elements/screen-link.js";
import { paths } from "../paths.js";

export const usersColumns: readonly ResourceColumn<User>[] = [
  {
    id: "name",
    header: "User name",
    isRowHeader: true,
    value: ({ UserName: name = "" }) => name,
    cell: ({ UserName: name = "" }) => <ScreenLink to={paths.user(name)}>{name}</ScreenLink>,
  },
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
