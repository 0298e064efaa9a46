// The selection of a list box with many options: what keys and clicks do to it.

export interface ListSelection {
  readonly selected: ReadonlySet<string>;
  /** Where the keyboard is. */
  readonly active: string | undefined;
}

export const nothingSelected: ListSelection = { selected: new Set(), active: undefined };

export type ListAction =
  | { readonly kind: "key"; readonly key: string; readonly shift: boolean; readonly control: boolean }
  | { readonly kind: "click"; readonly option: string; readonly shift: boolean };

/** The same object where the key means nothing to a list box. `options` are those that the filter shows. */
export function selectIn(
  before: ListSelection,
  options: readonly string[],
  action: ListAction,
): ListSelection {
  if (action.kind === "click") return clicked(before, options, action.option, action.shift);
  const { key, shift, control } = action;
  if (control && key.toLowerCase() === "a") return allOf(before, options);
  if (control) return before;
  if (key === " ") return before.active === undefined ? before : toggled(before, before.active);
  const to = steppedTo(before, options, key);
  if (to === undefined) return before;
  const selected = shift
    ? new Set([...before.selected, ...between(options, before.active, to)])
    : before.selected;
  return { selected, active: to };
}

/** All; nothing, where all are selected already. */
function allOf({ selected, active }: ListSelection, options: readonly string[]): ListSelection {
  const isAll = options.every((option) => selected.has(option));
  return { selected: isAll ? new Set() : new Set([...selected, ...options]), active };
}

function toggled({ selected }: ListSelection, option: string): ListSelection {
  const after = new Set(selected);
  if (!after.delete(option)) after.add(option);
  return { selected: after, active: option };
}

function clicked(
  before: ListSelection,
  options: readonly string[],
  option: string,
  shift: boolean,
): ListSelection {
  if (!shift) return toggled(before, option);
  return {
    selected: new Set([...before.selected, ...between(options, before.active, option)]),
    active: option,
  };
}

function steppedTo({ active }: ListSelection, options: readonly string[], key: string): string | undefined {
  const at = active === undefined ? -1 : options.indexOf(active);
  switch (key) {
    case "ArrowDown":
      return options[Math.min(at + 1, options.length - 1)];
    case "ArrowUp":
      return options[Math.max(at - 1, 0)];
    case "Home":
      return options[0];
    case "End":
      return options.at(-1);
    default:
      return undefined;
  }
}

function between(options: readonly string[], from: string | undefined, to: string): readonly string[] {
  const ends = [from === undefined ? -1 : options.indexOf(from), options.indexOf(to)].filter((at) => at >= 0);
  return options.slice(Math.min(...ends), Math.max(...ends) + 1);
}
