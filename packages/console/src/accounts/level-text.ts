// A level of the chain as sentences in the panel name it: short, since its id stands nearby.

import type { LevelName } from "@withhold/policy";

export function levelText({ kind, name }: LevelName): string {
  switch (kind) {
    case "root":
      return "the root";
    case "unit":
      return `OU ${name}`;
    case "account":
      return `account ${name}`;
  }
}
