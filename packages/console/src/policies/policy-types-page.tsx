// The screen of all policy types: which are enabled, what they are for; the AI services type first.

import { ListPoliciesCommand } from "@aws-sdk/client-organizations";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useQueries } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { ReactElement } from "react";
import type { Api } from "../api/api.js";
import { ResourceTable } from "../elements/resource-table.js";
import { ReadingFailure } from "../organization/reading-failure.js";
import { policiesKey } from "../organization/use-organization.js";
import { typeStatus, useRoot } from "../organization/use-root.js";
import { aiOptOutType } from "../paths.js";
import { useApi } from "../session/session-context.js";
import { LoadingScreen } from "../shell/loading-screen.js";
import { Page } from "../shell/page.js";
import { AiTypeContainer } from "./ai-type-container.js";
import { DisableTypeDialog } from "./disable-type-dialog.js";
import { EnableTypeDialog } from "./enable-type-dialog.js";
import { policyTypes } from "../organization/policy-type-facts.js";
import { policyTypesColumns } from "./policy-types-columns.js";
import type { PolicyTypeRow } from "./policy-types-columns.js";

interface Asked {
  readonly kind: "enable" | "disable";
  readonly row: PolicyTypeRow;
}

export function PolicyTypesPage(): ReactElement {
  const root = useRoot();
  const counts = usePolicyCounts();
  const [asked, setAsked] = useState<Asked>();
  const columns = useMemo(
    () =>
      policyTypesColumns({
        onEnable: (row) => setAsked({ kind: "enable", row }),
        onDisable: (row) => setAsked({ kind: "disable", row }),
      }),
    [],
  );
  if (root.data === undefined) {
    return (
      <Page title="Policies">
        {root.error === null ? (
          <LoadingScreen />
        ) : (
          <ReadingFailure error={root.error} header="The policy types could not be read" />
        )}
      </Page>
    );
  }
  const { data } = root;
  const rows = policyTypes.map((facts, index): PolicyTypeRow => {
    return { ...facts, status: typeStatus(data, facts.type), count: counts[index], rootId: data.Id ?? "" };
  });
  const ai = rows.find(({ type }) => type === aiOptOutType);
  const Dialog = asked?.kind === "enable" ? EnableTypeDialog : DisableTypeDialog;
  return (
    <Page
      title="Policies"
      description="What you attach to the root, an OU or an account holds for every account below it."
    >
      <SpaceBetween size="l">
        {ai !== undefined && (
          <AiTypeContainer
            row={ai}
            onEnable={() => setAsked({ kind: "enable", row: ai })}
            onDisable={() => setAsked({ kind: "disable", row: ai })}
          />
        )}
        <ResourceTable
          noun={["policy type", "policy types"]}
          title="Other policy types"
          items={rows.filter((row) => row !== ai)}
          idOf={({ type }) => type}
          columns={columns}
          empty="There are no other policy types."
        />
      </SpaceBetween>
      {asked !== undefined && <Dialog row={asked.row} onClose={() => setAsked(undefined)} />}
    </Page>
  );
}

/** In the order of `policyTypes`: `3`, `20+` where there are more pages, undefined where it is not known. */
function usePolicyCounts(): readonly (string | undefined)[] {
  const api = useApi();
  return useQueries({
    queries: policyTypes.map(({ type }) => ({
      queryKey: [...policiesKey, type, "count"],
      queryFn: async () => firstPageCount(api, type),
      staleTime: 60_000,
    })),
    combine: (results) => results.map(({ data }) => data),
  });
}

async function firstPageCount(api: Api, type: PolicyTypeRow["type"]): Promise<string> {
  const { Policies: policies, NextToken: more } = await api.organizations((client) =>
    client.send(new ListPoliciesCommand({ Filter: type, MaxResults: 20 })),
  );
  const count = policies?.length ?? 0;
  return more === undefined ? `${count}` : `${count}+`;
}
