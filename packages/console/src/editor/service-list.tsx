// A list box of services, of which several can be selected, by pointer or keyboard.
/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the options of a `<select>` hold text alone, no marks beside it */
/* oxlint-disable jsx-a11y/control-has-associated-label -- an option is named by what stands in it */

import { useId, useRef } from "react";
import type { KeyboardEvent, MouseEvent, ReactElement } from "react";
import { selectIn } from "./list-selection.js";
import type { ListAction, ListSelection } from "./list-selection.js";
import type { ServiceItem } from "./service-columns.js";

interface ServiceListProps {
  readonly label: string;
  readonly items: readonly ServiceItem[];
  readonly selection: ListSelection;
  readonly onSelect: (selection: ListSelection) => void;
  /** What stands in an empty list. */
  readonly empty: string;
}

export function ServiceList(props: ServiceListProps): ReactElement {
  const { label, items, selection, onSelect, empty } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const keys = items.map(({ key }) => key);
  const act = (action: ListAction): boolean => {
    const after = selectIn(selection, keys, action);
    if (after === selection) return false;
    onSelect(after);
    const at = keys.indexOf(after.active ?? "");
    list.current?.children[at]?.scrollIntoView({ block: "nearest" });
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, shiftKey: shift, ctrlKey, metaKey } = event;
    if (act({ kind: "key", key, shift, control: ctrlKey || metaKey })) event.preventDefault();
    else if (key === " ") event.preventDefault();
  };
  const onClick = ({ target, shiftKey: shift }: MouseEvent): void => {
    const option = target instanceof Element ? target.closest("[role=option]") : null;
    const key = option === null ? undefined : keys[[...(list.current?.children ?? [])].indexOf(option)];
    if (key !== undefined) act({ kind: "click", option: key, shift });
  };
  const active = keys.includes(selection.active ?? "") ? selection.active : undefined;
  if (items.length === 0) return <div className="service-list service-list-empty">{empty}</div>;
  return (
    <div
      ref={list}
      className="service-list"
      role="listbox"
      aria-multiselectable="true"
      aria-label={label}
      tabIndex={0}
      {...(active === undefined ? {} : { "aria-activedescendant": `${id}-${active}` })}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={() => {
        if (active === undefined && keys[0] !== undefined) onSelect({ ...selection, active: keys[0] });
      }}
    >
      {items.map((item) => (
        <ServiceOption
          key={item.key}
          id={`${id}-${item.key}`}
          item={item}
          isSelected={selection.selected.has(item.key)}
          isActive={item.key === active}
        />
      ))}
    </div>
  );
}

interface ServiceOptionProps {
  readonly id: string;
  readonly item: ServiceItem;
  readonly isSelected: boolean;
  readonly isActive: boolean;
}

function ServiceOption({ id, item, isSelected, isActive }: ServiceOptionProps): ReactElement {
  const { key, name, evidence, by, isLocked } = item;
  return (
    <div
      id={id}
      role="option"
      aria-selected={isSelected}
      className={isActive ? "service-option service-option-active" : "service-option"}
    >
      <span className="service-option-mark" aria-hidden="true" />
      <span>
        <span className="service-option-name">{name}</span>
        <span className="service-option-facts">
          {name !== key && <code>{key}</code>}
          {by === "default" && <span>by default</span>}
          {isLocked && <span>locked</span>}
          {evidence === "unconfirmed" && (
            <span
              className="service-option-warning"
              title="No source that we could read lists it; AWS may refuse it"
            >
              unconfirmed
            </span>
          )}
          {evidence === "unknown" && (
            <span className="service-option-warning" title="The catalogue of this console does not have it">
              not in the catalogue
            </span>
          )}
        </span>
      </span>
    </div>
  );
}
