// From consolidated billing to all features: asks every account that was invited.

import { EnableAllFeaturesCommand } from "@aws-sdk/client-organizations";
import Box from "@cloudscape-design/components/box";
import type { ReactElement } from "react";
import { useChange } from "../api/change.js";
import { ChangeDialog } from "../elements/change-dialog.js";
import { treeKey } from "../organization/use-organization.js";
import { handshakesKey } from "./use-handshakes.js";

export function EnableAllFeaturesDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { make, isMaking, error } = useChange({
    call: async (api, input: object) =>
      api.organizations((client) => client.send(new EnableAllFeaturesCommand(input))),
    done: () => "All features asked for; accept the request under Invitations once it is open",
    changes: [handshakesKey, treeKey],
  });
  return (
    <ChangeDialog
      header="Enable all features?"
      action="Ask for all features"
      onSubmit={async () => make({})}
      onClose={onClose}
      isMaking={isMaking}
      error={error}
      cli={[{ operation: "EnableAllFeatures", input: {} }]}
    >
      <Box>
        Every account that was invited is asked to agree; open invitations are canceled, and no other can be
        sent until this ends. Once all have agreed, accept the request under Invitations. Policies can be
        attached from then on; there is no way back.
      </Box>
    </ChangeDialog>
  );
}
