"use client";
import { Monitor, Moon, Sun } from "lucide-react";
import { setThemeChoice, type ThemeChoice, useThemeChoice } from "@/components/lib/theme";
import { type Segment, SegmentedControl } from "@/components/ui/segmented-control";

const options: Segment<ThemeChoice>[] = [
  { value: "system", label: "As the system", icon: <Monitor />, iconOnly: true },
  { value: "light", label: "Light", icon: <Sun />, iconOnly: true },
  { value: "dark", label: "Dark", icon: <Moon />, iconOnly: true },
];

export function ThemeSwitch() {
  const choice = useThemeChoice();
  return <SegmentedControl label="Theme" size="sm" options={options} value={choice} onValueChange={setThemeChoice} />;
}
