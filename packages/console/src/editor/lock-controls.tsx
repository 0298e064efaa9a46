// What policies further down the tree may change: the list of services, and each entry of the policy.

import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Toggle from "@cloudscape-design/components/toggle";
import { defaultEntry } from "@withhold/policy";
import type { Catalogue } from "@withhold/policy";
import type { ReactElement } from "react";
import type { VisualDocument, VisualEntry } from "./visual-document.js";
import type { VisualEdit } from "./visual-edit.js";

interface LockControlsProps {
  readonly document: VisualDocument;
  readonly catalogue: Catalogue;
  readonly onEdit: (edit: VisualEdit) => void;
}

export function LockControls({ document, catalogue, onEdit }: LockControlsProps): ReactElement {
  const entries = document.entries.flatMap((entry) => (entry.kind === "shown" ? [entry] : []));
  const open = entries.filter(({ isLocked }) => !isLocked).length;
  const isAllLocked = document.isClosed && open === 0;
  const reason = entries.length === 0 ? "Choose something first" : "Everything is locked already";
  return (
    <SpaceBetween size="s">
      <SpaceBetween size="xs" direction="horizontal" alignItems="center">
        <Box variant="h3">What policies below may change</Box>
        <Button
          iconName="lock-private"
          disabled={entries.length === 0 || isAllLocked}
          disabledReason={reason}
          onClick={() => onEdit({ kind: "lock-everything" })}
        >
          Lock everything
        </Button>
      </SpaceBetween>
      <Toggle
        checked={!document.isClosed}
        disabled={entries.length === 0 && !document.isClosed}
        onChange={({ detail }) => onEdit({ kind: "lock-services", isLocked: !detail.checked })}
        description={
          document.isClosed
            ? "No policy below can add an entry for a service that is not named here"
            : "An OU or account below can name a service that is not named here, and so opt it in"
        }
      >
        Children may add services
      </Toggle>
      {entries.length > 0 && (
        <ul className="editor-locks" aria-label="Entries that children may change">
          {entries.map((entry) => (
            <li key={entry.key}>
              <Toggle
                checked={!entry.isLocked}
                onChange={({ detail }) =>
                  onEdit({ kind: "lock-entries", keys: [entry.key], isLocked: !detail.checked })
                }
                description={meaning(entry)}
              >
                Children may change {nameOf(entry, catalogue)}
              </Toggle>
            </li>
          ))}
        </ul>
      )}
    </SpaceBetween>
  );
}

type ShownEntry = Extract<VisualEntry, { readonly kind: "shown" }>;

function nameOf({ key }: ShownEntry, catalogue: Catalogue): string {
  if (key === defaultEntry) return "the default";
  return catalogue.get(key)?.name ?? key;
}

function meaning({ choice, isLocked }: ShownEntry): string {
  const now = choice === undefined ? "what is inherited" : choice === "optOut" ? "opted out" : "opted in";
  return isLocked
    ? `Stays ${now} everywhere below, whatever a policy there says`
    : `${choice === undefined ? "No value here" : `Is ${now} here`}; a policy below can say otherwise for its part of the tree`;
}
