// The two columns of the visual editor, and above them the services that this policy says nothing about.

import type { ReactElement } from "react";
import type { ServiceColumns } from "./service-columns.js";
import { ServiceColumn } from "./service-column.js";
import type { ColumnMove } from "./service-column.js";
import type { EntryChoice } from "./visual-document.js";

interface ServiceColumnsViewProps {
  readonly columns: ServiceColumns;
  readonly onMove: (keys: readonly string[], to: EntryChoice | "none") => void;
}

const toOptedIn: ColumnMove = { to: "optIn", where: "opted in", iconName: "arrow-left" };
const toOptedOut: ColumnMove = { to: "optOut", where: "opted out", iconName: "arrow-right" };

export function ServiceColumnsView({ columns, onMove }: ServiceColumnsViewProps): ReactElement {
  return (
    <div className="editor-columns">
      <div>
        {columns.none.length > 0 && (
          <ServiceColumn
            isWide
            title="No choice here (inherited)"
            description="This policy says nothing about these services: policies above decide, and where none does, AWS may use their content"
            items={columns.none}
            moves={[toOptedIn, toOptedOut]}
            onMove={onMove}
            empty=""
          />
        )}
        <ServiceColumn
          title="Opted in"
          description="Content may be kept and used to improve AI services"
          items={columns.optIn}
          moves={[toOptedOut]}
          onMove={onMove}
          empty="This policy opts no service in"
        />
        <ServiceColumn
          title="Opted out"
          description="Content is not used, and what was kept for it is deleted"
          items={columns.optOut}
          moves={[toOptedIn]}
          onMove={onMove}
          empty="This policy opts no service out yet: select services in another list and move them here"
        />
      </div>
    </div>
  );
}
