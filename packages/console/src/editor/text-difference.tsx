// The difference of two texts, line by line.

import { useEffect, useEffectEvent, useRef } from "react";
import type { ReactElement } from "react";
import { showDifference } from "./difference-view.js";

interface TextDifferenceProps {
  readonly theirs: string;
  readonly mine: string;
}

export function TextDifference({ theirs, mine }: TextDifferenceProps): ReactElement {
  const host = useRef<HTMLDivElement>(null);
  const show = useEffectEvent((element: HTMLElement) => showDifference(element, theirs, mine));
  useEffect(() => (host.current === null ? undefined : show(host.current)), []);
  return <div ref={host} className="editor-frame" />;
}
