// What the signs of the heat map mean.

import type { ReactElement } from "react";
import type { Choice } from "@withhold/policy";
import { choiceMarks } from "./choice-mark.js";
import { heatMapColours } from "./heat-map-colours.js";

const inOrder: readonly Choice[] = ["optOut", "optIn", "undecided", "undetermined"];

export function HeatMapLegend(): ReactElement {
  return (
    <ul className="heat-legend" aria-label="Legend" style={heatMapColours}>
      {inOrder.map((choice) => {
        const { sign, words, meaning } = choiceMarks[choice];
        return (
          <li key={choice}>
            <span className={`heat-mark heat-${choice}`} aria-hidden="true">
              {sign}
            </span>
            <span>
              {words}: {meaning}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
