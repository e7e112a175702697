"use client";
import { useSyncExternalStore } from "react";
import { themeStorageKey } from "@/components/lib/theme-bootstrap";

export type ThemeChoice = "system" | "light" | "dark";
export type Theme = "light" | "dark";

const changed = "dray:theme";
const darkQuery = "(prefers-color-scheme: dark)";

export function setThemeChoice(choice: ThemeChoice) {
  const root = document.documentElement;
  try {
    if (choice === "system") localStorage.removeItem(themeStorageKey);
    else localStorage.setItem(themeStorageKey, choice);
  } catch {
    // The choice still holds for this page.
  }
  if (choice === "system") delete root.dataset.theme;
  else root.dataset.theme = choice;
  window.dispatchEvent(new Event(changed));
}

function subscribe(listener: () => void) {
  const media = window.matchMedia(darkQuery);
  media.addEventListener("change", listener);
  window.addEventListener(changed, listener);
  return () => {
    media.removeEventListener("change", listener);
    window.removeEventListener(changed, listener);
  };
}

function readChoice(): ThemeChoice {
  const stored = document.documentElement.dataset.theme;
  return stored === "light" || stored === "dark" ? stored : "system";
}

function readTheme(): Theme {
  const choice = readChoice();
  if (choice !== "system") return choice;
  return window.matchMedia(darkQuery).matches ? "dark" : "light";
}

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, readChoice, () => "system");
}

/** The theme in force, for what CSS cannot reach (map styles, canvases). "light" on the server. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, readTheme, () => "light");
}
