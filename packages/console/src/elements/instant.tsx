// A moment: in the reader's time, and in UTC beside it.

import Box from "@cloudscape-design/components/box";
import type { ReactElement } from "react";

const local = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

/** `2026-11-24 11:30 UTC`. */
export function utcText(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

export function Instant({ at }: { readonly at: Date | undefined }): ReactElement {
  if (at === undefined) return <span>–</span>;
  return (
    <time dateTime={at.toISOString()}>
      {local.format(at)}{" "}
      <Box variant="small" color="text-body-secondary" display="inline">
        ({utcText(at)})
      </Box>
    </time>
  );
}
