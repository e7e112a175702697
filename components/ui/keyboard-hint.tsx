"use client";
import clsx from "clsx";
import { useSyncExternalStore } from "react";

export type KeyboardHintProps = {
  /** As hotkeys are written: "Mod+K", "Shift+J", "[", "Escape". */
  keys: string;
  className?: string;
};

const appleNames: Record<string, string> = { Mod: "⌘", Alt: "⌥", Shift: "⇧", Control: "⌃" };
const names: Record<string, string> = {
  Mod: "Ctrl",
  Control: "Ctrl",
  Escape: "Esc",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Enter: "↵",
  Delete: "Del",
};

const never = () => () => {};
const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** Splits "Mod++" and "Mod+K" alike: a plus at the very end is the key itself. */
function split(keys: string): string[] {
  const parts = keys.split("+");
  return keys.endsWith("+") ? [...parts.slice(0, -2), "+"].filter(Boolean) : parts;
}

export function KeyboardHint({ keys, className }: KeyboardHintProps) {
  const apple = useSyncExternalStore(never, isApple, () => false);
  return (
    <kbd className={clsx("inline-flex gap-0.5 font-sans", className)}>
      {split(keys).map((key) => (
        <span
          key={key}
          className="inline-grid h-4.5 min-w-4.5 place-items-center rounded-sm border border-current/25 px-1 text-xs leading-none opacity-90"
        >
          {(apple && appleNames[key]) || names[key] || (key.length === 1 ? key.toUpperCase() : key)}
        </span>
      ))}
    </kbd>
  );
}
