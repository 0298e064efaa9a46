// Light or dark: as the system has it, until somebody chooses.

import { Mode, applyMode } from "@cloudscape-design/global-styles";

export type Theme = "system" | "light" | "dark";

const key = "withhold-theme";
const systemIsDark = matchMedia("(prefers-color-scheme: dark)");

export function storedTheme(): Theme {
  const stored = localStorage.getItem(key);
  return stored === "light" || stored === "dark" ? stored : "system";
}

export function applyTheme(theme: Theme): void {
  localStorage.setItem(key, theme);
  show(theme);
}

/** At the start, and whenever the system changes. */
export function applyStoredTheme(): void {
  show(storedTheme());
  systemIsDark.addEventListener("change", () => show(storedTheme()));
}

function show(theme: Theme): void {
  const isDark = theme === "dark" || (theme === "system" && systemIsDark.matches);
  applyMode(isDark ? Mode.Dark : Mode.Light);
}
