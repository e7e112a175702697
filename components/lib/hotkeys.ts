"use client";
import { useId, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import { isSingleCharacterHotkey, matchesHotkey } from "@/components/lib/hotkey-match";

export type Hotkey = {
  /** "Mod+K", "Shift+J", "Alt+ArrowUp", "[", "?", "Space", "Escape". Mod is ⌘ on Apple, Ctrl elsewhere. */
  keys: string;
  label: string;
  run: (event: KeyboardEvent) => void;
  enabled?: boolean;
  /** Also while typing in a field. Off unless said. */
  inFields?: boolean;
  /** The heading it is listed under, where it is not its set's. */
  group?: string;
};

export type HotkeyOptions = {
  /** The heading it is listed under. */
  group?: string;
  /**
   * While any hotkeys of an exclusive set are mounted, only the sets mounted since then fire:
   * a dialog or mode owns the keyboard without others knowing of it.
   */
  exclusive?: boolean;
  enabled?: boolean;
};

export type HotkeyListing = {
  keys: string;
  label: string;
  group: string;
  /** False while there is nothing for it to act on. */
  enabled: boolean;
};

type Registration = { id: string; group: string; exclusive: boolean; read: () => readonly Hotkey[] };

const storageKey = "dray.single-letter-hotkeys";
const listeners = new Set<() => void>();
let registrations: readonly Registration[] = [];

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function singleLettersOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== "off";
  } catch {
    return true;
  }
}

export function setSingleLetterHotkeys(on: boolean) {
  try {
    localStorage.setItem(storageKey, on ? "on" : "off");
  } catch {
    // Without storage they stay on.
  }
  for (const listener of listeners) listener();
}

export function useSingleLetterHotkeys(): boolean {
  return useSyncExternalStore(subscribe, singleLettersOn, () => true);
}

/** Everything a key does on this screen at this moment, the latest mounted set first: what `?` shows. */
export function listHotkeys(): HotkeyListing[] {
  const listed = new Map<string, HotkeyListing>();
  for (const { group, read } of registrations.toReversed()) {
    for (const { keys, label, enabled = true, group: own = group } of read()) {
      const key = `${keys} ${label}`;
      if (!listed.has(key) || enabled) listed.set(key, { keys, label, group: own, enabled });
    }
  }
  return [...listed.values()];
}

const fields =
  "input:not([type=checkbox],[type=radio],[type=button],[type=range]), textarea, select, [contenteditable=true]";
/** Open popups read letters themselves (type-ahead) and close on Escape. */
const popups = "[role=menu], [role=listbox]";
/** A dialog keeps the page's keys out; what it wants itself it binds as an exclusive set. */
const dialogs = "[role=dialog], [role=alertdialog]";
/** These act on Enter and Space by themselves. */
const pressables = "button, a[href], summary, [role=button], [role=checkbox], [role=switch], [role=radio], [role=tab]";

function handle(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing) return;
  const target = event.target instanceof Element ? event.target : null;
  const inField = Boolean(target?.closest(fields));
  if (target?.closest(popups)) return;
  const apple = /Mac|iPhone|iPad/.test(navigator.platform);
  const letters = singleLettersOn();
  const owner = registrations.findLastIndex((registration) => registration.exclusive);
  if (owner === -1 && target?.closest(dialogs)) return;
  const isPress = (event.key === "Enter" || event.key === " ") && !event.ctrlKey && !event.metaKey;
  if (isPress && target?.closest(pressables)) return;
  for (const registration of registrations.slice(Math.max(owner, 0)).reverse()) {
    for (const hotkey of registration.read()) {
      if (hotkey.enabled === false || (inField && !hotkey.inFields)) continue;
      if (!letters && isSingleCharacterHotkey(hotkey.keys)) continue;
      if (!matchesHotkey(hotkey.keys, event, apple)) continue;
      event.preventDefault();
      hotkey.run(event);
      return;
    }
  }
}

/**
 * Binds keys while mounted. The latest mounted wins a key that two want. Bound as what they act on is drawn, not some
 * time after: on a slow machine a key pressed meanwhile would do nothing, or act on what stood there before.
 */
export function useHotkeys(
  hotkeys: readonly Hotkey[],
  { group = "Desk", exclusive = false, enabled = true }: HotkeyOptions = {},
) {
  const id = useId();
  const latest = useRef(hotkeys);
  useLayoutEffect(() => {
    latest.current = hotkeys;
  });
  useLayoutEffect(() => {
    if (!enabled) return;
    if (registrations.length === 0) document.addEventListener("keydown", handle);
    registrations = [...registrations, { id, group, exclusive, read: () => latest.current }];
    return () => {
      registrations = registrations.filter((registration) => registration.id !== id);
      if (registrations.length === 0) document.removeEventListener("keydown", handle);
    };
  }, [id, group, exclusive, enabled]);
}
