// Light or dark: as the system has it, until somebody chooses.

import { Mode, applyMode } from "@cloudscape-design/global-styles";
import { useSyncExternalStore } from "react";

export type Theme = "system" | "light" | "dark";

export const themes: readonly { readonly id: Theme; readonly text: string }[] = [
  { id: "system", text: "System" },
  { id: "light", text: "Light" },
  { id: "dark", text: "Dark" },
];

const key = "withhold-theme";
const systemIsDark = matchMedia("(prefers-color-scheme: dark)");

function storedTheme(): Theme {
  const stored = localStorage.getItem(key);
  return stored === "light" || stored === "dark" ? stored : "system";
}

/** What is not a theme is as the system has it. */
export function chooseTheme(id: string): void {
  const theme = themes.find((one) => one.id === id)?.id ?? "system";
  localStorage.setItem(key, theme);
  show(theme);
  for (const listener of listeners) listener();
}

/** The theme that was chosen, wherever it was. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, storedTheme);
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
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
