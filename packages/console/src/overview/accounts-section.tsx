// The accounts, as a picture and as a list, with one filter for both, held in the address.

import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Grid from "@cloudscape-design/components/grid";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Evaluation } from "@withhold/policy";
import { Suspense, lazy, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import type { ReactElement } from "react";
import { useLocation, useSearchParams } from "react-router";
import { useAddressWord } from "../elements/address-state.js";
import { filterAccounts, stateOfWord } from "./account-filter.js";
import { accountStates, stateWords } from "../organization/account-states.js";
import type { AccountStates, OverviewAccount } from "../organization/account-states.js";
import { LoadingScreen } from "../shell/loading-screen.js";
import { HeatMap } from "./heat-map/heat-map.js";
import type { PointedCell } from "./heat-map/heat-map.js";
import { HeatMapDetail } from "./heat-map/heat-map-detail.js";
import { HeatMapLegend } from "./heat-map/heat-map-legend.js";
import { NoMatch } from "./no-match.js";

interface AccountsSectionProps {
  readonly states: AccountStates;
  readonly evaluation: Evaluation;
}

/** The table is large, and the first screen does without. */
const AccountList = lazy(async () => ({ default: (await import("./account-list.js")).AccountList }));

const any = "any";
const filterKeys = ["accounts", "ou", "name"];
const sectionId = "accounts";

export function AccountsSection({ states, evaluation }: AccountsSectionProps): ReactElement {
  const [stateWord, setState] = useAddressWord("accounts");
  const [unit, setUnit] = useAddressWord("ou");
  const [text = "", setText] = useAddressWord("name");
  const [view, setView] = useAddressWord("view");
  const state = stateOfWord(stateWord);
  const { accounts } = states;
  const units = useMemo(() => unitOptions(accounts), [accounts]);
  const path = units.find(({ value }) => value === unit)?.label;
  // Typing goes on while thousands of accounts are filtered.
  const wanted = useDeferredValue(text);
  const shown = useMemo(
    () => filterAccounts(accounts, { state, unit, text: wanted }, path),
    [accounts, state, unit, wanted, path],
  );
  const [, setSearch] = useSearchParams();
  const clear = (): void =>
    setSearch(
      (before) => {
        const kept = [...before].filter(([key]) => !filterKeys.includes(key));
        return new URLSearchParams(kept);
      },
      { replace: true },
    );
  const section = useRef<HTMLDivElement>(null);
  const location = useLocation();
  useEffect(() => {
    if (location.hash === `#${sectionId}`) section.current?.scrollIntoView({ block: "start" });
  }, [location]);
  const stateOptions = [
    { value: any, label: "Any state" },
    ...accountStates.map((one) => ({
      value: one,
      label: stateWords[one],
      description: `${count(states.counts[one])} accounts`,
    })),
  ];
  const anyUnit = { value: any, label: "Any OU" };
  return (
    <div id={sectionId} ref={section} className="scrolled-to scrolled-to-top">
      <Container
        header={
          <Header
            variant="h2"
            counter={
              shown.length === accounts.length
                ? `(${count(accounts.length)})`
                : `(${count(shown.length)}/${count(accounts.length)})`
            }
            actions={
              <SegmentedControl
                label="Show accounts as"
                selectedId={view === "list" ? "list" : "picture"}
                options={[
                  { id: "picture", text: "Heat map" },
                  { id: "list", text: "List" },
                ]}
                onChange={({ detail }) => setView(detail.selectedId === "list" ? "list" : undefined)}
              />
            }
          >
            Accounts and services
          </Header>
        }
      >
        <SpaceBetween size="m">
          <Grid
            gridDefinition={[
              { colspan: { default: 12, xs: 4 } },
              { colspan: { default: 12, xs: 4 } },
              { colspan: { default: 12, xs: 4 } },
            ]}
          >
            <FormField label="State" stretch>
              <Select
                selectedOption={
                  stateOptions.find(({ value }) => value === state) ?? { value: any, label: "Any state" }
                }
                options={stateOptions}
                onChange={({ detail }) => setState(chosen(detail.selectedOption.value))}
              />
            </FormField>
            <FormField label="OU" stretch>
              <Select
                selectedOption={units.find(({ value }) => value === unit) ?? anyUnit}
                options={[anyUnit, ...units]}
                filteringType="auto"
                virtualScroll={units.length > 100}
                onChange={({ detail }) => setUnit(chosen(detail.selectedOption.value))}
              />
            </FormField>
            <FormField label="Account name or id" stretch>
              <Input
                type="search"
                value={text}
                placeholder="Part of a name or id"
                onChange={({ detail }) => setText(detail.value === "" ? undefined : detail.value)}
              />
            </FormField>
          </Grid>
          {view === "list" ? (
            <Suspense fallback={<LoadingScreen />}>
              <AccountList services={states.services} accounts={shown} onClear={clear} />
            </Suspense>
          ) : (
            <Picture states={states} shown={shown} evaluation={evaluation} onClear={clear} />
          )}
        </SpaceBetween>
      </Container>
    </div>
  );
}

function count(accounts: number): string {
  return accounts.toLocaleString("en-GB");
}

function chosen(value: string | undefined): string | undefined {
  return value === any ? undefined : value;
}

interface ShownProps {
  readonly states: AccountStates;
  readonly shown: readonly OverviewAccount[];
  readonly onClear: () => void;
}

function Picture({
  states,
  shown,
  evaluation,
  onClear,
}: ShownProps & { readonly evaluation: Evaluation }): ReactElement {
  const [pointed, setPointed] = useState<PointedCell>();
  const cell = useDeferredValue(pointed);
  if (shown.length === 0) return <NoMatch onClear={onClear} />;
  return (
    <SpaceBetween size="s">
      <HeatMapLegend />
      <HeatMap services={states.services} accounts={shown} onPoint={setPointed} />
      <HeatMapDetail evaluation={evaluation} services={states.services} cell={cell} />
    </SpaceBetween>
  );
}

/** Of the OUs that have accounts, or stand above ones that do. */
function unitOptions(
  accounts: readonly OverviewAccount[],
): readonly { readonly value: string; readonly label: string }[] {
  return [...new Map(accounts.map(({ parentId, path }) => [parentId, path]))].map(([value, label]) => ({
    value,
    label,
  }));
}
