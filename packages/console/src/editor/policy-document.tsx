// The document of a policy: two tabs that edit one text, and below them its size and its findings.

import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tabs from "@cloudscape-design/components/tabs";
import { awsCatalogue, optOutSchema, withEdits } from "@withhold/policy";
import type { Finding } from "@withhold/policy";
import { Suspense, lazy, memo } from "react";
import type { ReactElement } from "react";
import { useAddressWord } from "../elements/address-state.js";
import { aiOptOutType } from "../paths.js";
import { LoadingScreen } from "../shell/loading-screen.js";
import { changedTo, typed, undoWhat, undone } from "./document-history.js";
import type { DocumentHistory } from "./document-history.js";
import { DocumentSize } from "./document-size.js";
import { FindingsList } from "./findings-list.js";
import type { JsonPlace } from "./json-editor.js";
import { beginningOf, formattedText, minifiedText, sizeOf } from "./policy-text.js";
import { describeVisualEdit, editVisually } from "./visual-edit.js";
import { VisualEditor } from "./visual-editor.js";

const JsonEditor = lazy(async () => ({ default: (await import("./json-editor.js")).JsonEditor }));

interface PolicyDocumentProps {
  readonly type: string;
  readonly document: DocumentHistory;
  readonly findings: readonly Finding[];
  readonly place: JsonPlace | undefined;
  readonly onGoTo: (finding: Finding) => void;
  readonly onChange: (change: (before: DocumentHistory) => DocumentHistory) => void;
}

export const PolicyDocument = memo(function PolicyDocument(props: PolicyDocumentProps): ReactElement {
  const { type, document, findings, place, onGoTo, onChange } = props;
  const [tab, setTab] = useAddressWord("tab");
  const { text } = document;
  const isVisual = type === aiOptOutType;
  const active = isVisual && tab !== "json" ? "visual" : "json";
  const undo = undoWhat(document);
  const become = (text: string, what: string): void => onChange((before) => changedTo(before, text, what));
  const onFix = (fix: NonNullable<Finding["fix"]>): void => become(withEdits(text, fix.edits), fix.what);
  const formatted = formattedText(type, text);
  const minified = minifiedText(text);
  const json = (
    <SpaceBetween size="s">
      <SpaceBetween direction="horizontal" size="xs">
        <Button
          disabled={formatted === undefined || formatted === text}
          disabledReason={formatted === text ? "It is formatted already" : "Mend the errors first"}
          onClick={() => formatted !== undefined && become(formatted, "formatting")}
        >
          Format
        </Button>
        <Button
          disabled={minified === undefined || minified === text}
          disabledReason={minified === text ? "It is minified already" : "Mend the errors first"}
          onClick={() => minified !== undefined && become(minified, "minifying")}
        >
          Minify
        </Button>
      </SpaceBetween>
      <Suspense fallback={<LoadingScreen what="Loading the JSON editor" />}>
        <JsonEditor
          text={text}
          findings={findings}
          schema={isVisual ? optOutSchema() : undefined}
          label="Policy document (JSON). Escape, then Tab, leaves the editor"
          place={place}
          isShown={active === "json"}
          onType={(now) => onChange((before) => typed(before, now))}
          onFix={onFix}
        />
      </Suspense>
    </SpaceBetween>
  );
  const visual = (
    <VisualEditor
      text={text}
      catalogue={awsCatalogue}
      onEdit={(edit) => become(editVisually(text, edit), describeVisualEdit(edit))}
      onBegin={() => become(beginningOf(type), "beginning a policy")}
      onShowJson={() => setTab("json")}
    />
  );
  return (
    <Container
      header={
        <Header
          variant="h2"
          {...(isVisual
            ? {
                description:
                  "Opting out does not block the use of an AI service: it withdraws content from improving it",
              }
            : {})}
          actions={
            <Button
              iconName="undo"
              disabled={undo === undefined}
              disabledReason="Nothing was changed yet"
              ariaLabel={undo === undefined ? "Undo" : `Undo ${undo}`}
              onClick={() => onChange(undone)}
            >
              Undo
            </Button>
          }
        >
          Policy document
        </Header>
      }
    >
      <SpaceBetween size="m">
        {isVisual ? (
          <Tabs
            ariaLabel="Ways to edit the document"
            activeTabId={active}
            onChange={({ detail }) => setTab(detail.activeTabId)}
            tabs={[
              { id: "visual", label: "Visual editor", content: visual, contentRenderStrategy: "active" },
              { id: "json", label: "JSON", content: json, contentRenderStrategy: "lazy" },
            ]}
          />
        ) : (
          json
        )}
        <div>
          <Box variant="h3">Size and findings</Box>
          <SpaceBetween size="xs">
            <DocumentSize size={sizeOf(type, text)} />
            <FindingsList
              none={
                isVisual ? "No errors and no warnings" : "The syntax is right; the server checks the rest"
              }
              findings={findings}
              onGoTo={onGoTo}
              onFix={onFix}
            />
          </SpaceBetween>
        </div>
      </SpaceBetween>
    </Container>
  );
});
