// One column of the visual editor: its services, a filter, and the arrows that move them.

import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import type { ButtonProps } from "@cloudscape-design/components/button";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { ReactElement } from "react";
import { nothingSelected } from "./list-selection.js";
import { filteredItems } from "./service-columns.js";
import type { ServiceItem } from "./service-columns.js";
import { ServiceList } from "./service-list.js";
import type { EntryChoice } from "./visual-document.js";

export interface ColumnMove {
  readonly to: EntryChoice | "none";
  /** "opted out". */
  readonly where: string;
  readonly iconName: NonNullable<ButtonProps["iconName"]>;
}

interface ServiceColumnProps {
  readonly title: string;
  readonly description: string;
  readonly items: readonly ServiceItem[];
  readonly moves: readonly ColumnMove[];
  readonly onMove: (keys: readonly string[], to: EntryChoice | "none") => void;
  readonly empty: string;
  readonly isWide?: boolean;
}

export function ServiceColumn(props: ServiceColumnProps): ReactElement {
  const { title, description, items, moves, onMove, empty, isWide = false } = props;
  const [typed, setTyped] = useState("");
  const [selection, setSelection] = useState(nothingSelected);
  const shown = filteredItems(items, typed);
  // What was moved away by other means is no longer selected here.
  const selected = items.filter(({ key }) => selection.selected.has(key)).map(({ key }) => key);
  const own = items
    .filter(({ key, by }) => by === "own" && selection.selected.has(key))
    .map(({ key }) => key);
  const move = (keys: readonly string[], to: EntryChoice | "none"): void => {
    onMove(keys, to);
    setSelection(nothingSelected);
  };
  const isFiltered = shown.length < items.length;
  return (
    <section className={isWide ? "editor-column-wide" : undefined} aria-label={title}>
      <SpaceBetween size="xs">
        <div>
          <Box variant="h3">
            {title}{" "}
            <Box variant="span" color="text-body-secondary" fontWeight="normal">
              ({isFiltered ? `${shown.length}/${items.length}` : items.length})
            </Box>
          </Box>
          <Box variant="small" color="text-body-secondary">
            {description}
          </Box>
        </div>
        <Input
          type="search"
          value={typed}
          onChange={({ detail }) => setTyped(detail.value)}
          placeholder="Find services"
          ariaLabel={`Find services: ${title}`}
        />
        <Box variant="small" color="text-body-secondary">
          {selected.length} of {items.length} selected
        </Box>
        <ServiceList
          label={title}
          items={shown}
          selection={{ ...selection, selected: new Set(selected) }}
          onSelect={setSelection}
          empty={items.length === 0 ? empty : "No service matches the filter"}
        />
        <div className="editor-moves">
          {moves.map(({ to, where, iconName }) => (
            <Button
              key={`selected ${to}`}
              iconName={iconName}
              iconAlign={iconName === "arrow-left" ? "left" : "right"}
              disabled={selected.length === 0}
              disabledReason="Select services in this list first"
              onClick={() => move(selected, to)}
              wrapText
              fullWidth
            >
              {`Move to ${where}`}
            </Button>
          ))}
        </div>
        <div className="editor-moves">
          {moves.map(({ to, where }) => (
            <Button
              key={`all ${to}`}
              variant="inline-link"
              disabled={shown.length === 0}
              onClick={() =>
                move(
                  shown.map(({ key }) => key),
                  to,
                )
              }
            >
              {isFiltered ? `Move the ${shown.length} shown to ${where}` : `Move all to ${where}`}
            </Button>
          ))}
          {own.length > 0 && (
            <Button variant="inline-link" onClick={() => move(own, "none")}>
              Take the selected entries out
            </Button>
          )}
        </div>
      </SpaceBetween>
    </section>
  );
}
