// How a choice looks in the heat map: a sign, so that colour is never alone, and words.

import type { Choice } from "@withhold/policy";

export interface ChoiceMark {
  readonly sign: string;
  readonly words: string;
  /** For the legend. */
  readonly meaning: string;
}

export const choiceMarks: Readonly<Record<Choice, ChoiceMark>> = {
  optOut: { sign: "✓", words: "opted out", meaning: "content is not kept for improvement" },
  optIn: { sign: "✕", words: "opted in", meaning: "a policy lets content be kept and used" },
  undecided: { sign: "–", words: "no choice made", meaning: "AWS's default: content is kept and used" },
  undetermined: { sign: "?", words: "unknown", meaning: "what decides it could not be read" },
};
