"use client";
import { Monitor, Moon, Sun } from "lucide-react";
import type { ReactNode } from "react";
import { setThemeChoice, type ThemeChoice, useThemeChoice } from "@/components/lib/theme";
import { useWords } from "@/components/lib/words/words-context";
import { type Segment, SegmentedControl } from "@/components/ui/segmented-control";

const icons: Record<ThemeChoice, ReactNode> = { system: <Monitor />, light: <Sun />, dark: <Moon /> };

/** Light, dark, or whatever the system says. */
export function ThemeSwitch({ onChoose }: { onChoose?: (choice: ThemeChoice) => void }) {
  const t = useWords("ui");
  const choice = useThemeChoice();
  const labels: Record<ThemeChoice, string> = {
    system: t("themeSystem"),
    light: t("themeLight"),
    dark: t("themeDark"),
  };
  const options: Segment<ThemeChoice>[] = (["system", "light", "dark"] as const).map((value) => ({
    value,
    label: labels[value],
    icon: icons[value],
    iconOnly: true,
  }));
  const choose = (next: ThemeChoice) => {
    setThemeChoice(next);
    onChoose?.(next);
  };
  return <SegmentedControl label={t("theme")} size="sm" options={options} value={choice} onValueChange={choose} />;
}
