// A policy while it is edited: what is typed, what is wrong with it, and whether it differs from how it began.

import { useMemo, useState } from "react";
import type { Finding } from "@withhold/policy";
import { documentOf } from "./document-history.js";
import type { DocumentHistory } from "./document-history.js";
import { descriptionProblem, nameProblem } from "./policy-details.js";
import type { PolicyDetails } from "./policy-details.js";
import { findingsOf, firstObstacle, sizeOf, storedText } from "./policy-text.js";

interface Draft {
  readonly details: PolicyDetails;
  readonly setDetails: (details: PolicyDetails) => void;
  readonly document: DocumentHistory;
  readonly changeDocument: (change: (before: DocumentHistory) => DocumentHistory) => void;
  readonly findings: readonly Finding[];
  readonly isMinified: boolean;
  readonly setMinified: (isMinified: boolean) => void;
  /** What the API would get. */
  readonly content: string;
  /** What is wrong with the document, so that nothing can be computed from it. */
  readonly obstacle: string | undefined;
  /** Why it cannot be saved. */
  readonly because: string | undefined;
  readonly isChanged: boolean;
  readonly begin: (details: PolicyDetails, text: string) => void;
}

/** `proposed`: a text to begin with that is a change already. */
export function useDraft(type: string, first: PolicyDetails, text: string, proposed = text): Draft {
  const [begun, setBegun] = useState({ details: first, text });
  const [details, setDetails] = useState(first);
  const [document, changeDocument] = useState(() => documentOf(proposed));
  const [isMinified, setMinified] = useState(false);
  const content = storedText(document.text, isMinified);
  const findings = useMemo(() => findingsOf(type, document.text), [type, document.text]);
  const obstacle = obstacleIn(findings, sizeOf(type, content).written, sizeOf(type, content).max);
  return {
    details,
    setDetails,
    document,
    changeDocument,
    findings,
    isMinified,
    setMinified,
    content,
    obstacle,
    because: nameProblem(details) ?? descriptionProblem(details) ?? obstacle,
    isChanged:
      details.name !== begun.details.name ||
      details.description !== begun.details.description ||
      document.text !== begun.text,
    begin: (details, text) => {
      setBegun({ details, text });
      setDetails(details);
      changeDocument(documentOf(text));
    },
  };
}

/** A document that is too large as written is none, if it is stored without white space and fits. */
function obstacleIn(
  findings: readonly Finding[],
  characters: number,
  max: number | undefined,
): string | undefined {
  const fits = max === undefined || characters <= max;
  const obstacle = firstObstacle(findings.filter(({ rule }) => rule !== "size-limit" || !fits));
  if (obstacle === undefined) return undefined;
  const { position, message, rule } = obstacle;
  if (rule === "sets-nothing" && findings.length === 1) return "Choose a default, or move a service, first";
  return `Line ${position.line}, column ${position.column}: ${message}`;
}
