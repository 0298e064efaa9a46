// The JSON tab's editor: the text, its findings at their lines, completion.

import type { Finding, Fix } from "@withhold/policy";
import { useEffect, useEffectEvent, useRef } from "react";
import type { ReactElement } from "react";
import { CodeView } from "./code-view.js";
import { offsetAt, tokenEnd } from "./offset-at.js";

/** A place to go to; a new object goes there again. */
export interface JsonPlace {
  readonly position: Finding["position"];
}

interface JsonEditorProps {
  readonly text: string;
  readonly findings: readonly Finding[];
  /** JSON Schema for completion; none when absent. */
  readonly schema: object | undefined;
  readonly label: string;
  readonly place: JsonPlace | undefined;
  readonly isShown: boolean;
  readonly onType: (text: string) => void;
  readonly onFix: (fix: Fix) => void;
}

export function JsonEditor(props: JsonEditorProps): ReactElement {
  const { text, findings, schema, label, place, isShown } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<CodeView>(undefined);
  const typed = useEffectEvent((now: string) => props.onType(now));
  const fixed = useEffectEvent((fix: Fix) => props.onFix(fix));
  const begun = useEffectEvent((element: HTMLElement) => {
    return new CodeView({ host: element, text, label, schema, onType: (now) => typed(now) });
  });
  useEffect(() => {
    if (host.current === null) return undefined;
    const made = begun(host.current);
    view.current = made;
    return () => made.destroy();
  }, []);
  useEffect(() => view.current?.setText(text), [text]);
  useEffect(() => {
    view.current?.setDiagnostics(
      findings.map(({ rule, severity, message, position, fix }) => {
        const from = offsetAt(text, position);
        return {
          from,
          to: tokenEnd(text, from),
          severity,
          source: rule,
          message,
          ...(fix === undefined ? {} : { actions: [{ name: fix.what, apply: () => fixed(fix) }] }),
        };
      }),
    );
  }, [findings, text]);
  useEffect(() => {
    if (isShown) view.current?.measure();
  }, [isShown]);
  useEffect(() => {
    if (place !== undefined && isShown) view.current?.goTo(offsetAt(text, place.position));
    // Only when somebody asks to go there, not when the text changes.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [place, isShown]);
  return <div ref={host} className="editor-frame" />;
}
