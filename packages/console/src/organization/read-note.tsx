// When the organization was read, what could not be, and reading it again.

import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useIsFetching, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { Instant } from "../elements/instant.js";
import { policiesKey, treeKey } from "./use-organization.js";

export function ReadNote({ at }: { readonly at: Date }): ReactElement {
  const queries = useQueryClient();
  const isReading = useIsFetching({ queryKey: treeKey }) + useIsFetching({ queryKey: policiesKey }) > 0;
  const read = async (): Promise<void> => {
    await Promise.all(
      [treeKey, policiesKey].map(async (queryKey) => queries.invalidateQueries({ queryKey })),
    );
  };
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="center">
      <Box color="text-body-secondary">
        Read <Instant at={at} />
      </Box>
      <Button iconName="refresh" loading={isReading} loadingText="Reading again" onClick={() => void read()}>
        Read again
      </Button>
    </SpaceBetween>
  );
}
