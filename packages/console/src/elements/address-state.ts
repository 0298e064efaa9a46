// The filter and the order of a table, held in the address, so that a link shows what its sender saw.

import { useCallback } from "react";
import { useNavigate, useSearchParams } from "react-router";
import type { PropertyFilterProps } from "@cloudscape-design/components/property-filter";

interface Sorting {
  readonly sortingColumn: { readonly sortingField?: string };
  readonly isDescending?: boolean;
}

interface AddressState {
  readonly query: PropertyFilterProps.Query;
  readonly sorting: Sorting;
  readonly setQuery: (query: PropertyFilterProps.Query) => void;
  readonly setSorting: (sorting: Sorting) => void;
}

interface Token {
  readonly propertyKey?: string;
  readonly operator: string;
  readonly value: string;
}

/** What stands in an address is checked against the columns; what cannot be read is no filter. */
export function useAddressState(name: string, columns: readonly { readonly id: string }[]): AddressState {
  const [search] = useSearchParams();
  const set = useSetWord();
  const filterKey = `${name}filter`;
  const sortKey = `${name}sort`;
  const known = new Set(columns.map(({ id }) => id));
  return {
    query: readQuery(search.get(filterKey), known),
    sorting: readSorting(search.get(sortKey), known) ?? {
      sortingColumn: columns[0] === undefined ? {} : { sortingField: columns[0].id },
    },
    setQuery: ({ tokens, operation }) =>
      set(
        filterKey,
        tokens.length === 0
          ? undefined
          : JSON.stringify([
              operation,
              ...tokens.map((token) => [token.propertyKey ?? "", token.operator, token.value as string]),
            ]),
      ),
    setSorting: ({ sortingColumn, isDescending }) =>
      set(
        sortKey,
        sortingColumn.sortingField === undefined
          ? undefined
          : `${isDescending === true ? "-" : ""}${sortingColumn.sortingField}`,
      ),
  };
}

const none: PropertyFilterProps.Query = { tokens: [], operation: "and" };

function readQuery(text: string | null, known: ReadonlySet<string>): PropertyFilterProps.Query {
  if (text === null) return none;
  try {
    const [operation, ...tokens] = JSON.parse(text) as [unknown, ...unknown[]];
    if (operation !== "and" && operation !== "or") return none;
    return { operation, tokens: tokens.flatMap((token) => readToken(token, known)) };
  } catch {
    return none;
  }
}

function readToken(token: unknown, known: ReadonlySet<string>): Token[] {
  if (!Array.isArray(token)) return [];
  const [key, operator, value] = token as unknown[];
  if (typeof key !== "string" || typeof operator !== "string" || typeof value !== "string") return [];
  if (key === "") return [{ operator, value }];
  return known.has(key) ? [{ propertyKey: key, operator, value }] : [];
}

function readSorting(text: string | null, known: ReadonlySet<string>): Sorting | undefined {
  if (text === null) return undefined;
  const isDescending = text.startsWith("-");
  const sortingField = isDescending ? text.slice(1) : text;
  return known.has(sortingField) ? { sortingColumn: { sortingField }, isDescending } : undefined;
}

/** What a word is to be, or what it is to become from what it is. */
type Word = string | undefined | ((now: string | undefined) => string | undefined);

/** One word of the address: which tab, what is selected. The setter never changes. */
export function useAddressWord(key: string): readonly [string | undefined, (word: Word) => void] {
  const [search] = useSearchParams();
  const setWord = useSetWord();
  const set = useCallback((word: Word): void => setWord(key, word), [key, setWord]);
  return [search.get(key) ?? undefined, set];
}

/** Changes the address as it is at that moment, not as it was when the page was drawn: no word gets lost. */
function useSetWord(): (key: string, word: Word) => void {
  const navigate = useNavigate();
  return useCallback(
    (key, word) => {
      const words = new URLSearchParams(location.search);
      const value = typeof word === "function" ? word(words.get(key) ?? undefined) : word;
      if (value === undefined) words.delete(key);
      else words.set(key, value);
      void navigate({ search: words.toString() }, { replace: true });
    },
    [navigate],
  );
}
