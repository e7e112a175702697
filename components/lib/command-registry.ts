"use client";
import { useId, useLayoutEffect, useRef } from "react";
import { type Command, commandHotkeys } from "@/components/lib/commands";
import { type HotkeyOptions, useHotkeys } from "@/components/lib/hotkeys";

/** Answers to what is typed that are too many to be listed as commands: stops, routes, days. */
export type CommandSearch = {
  /** Heading of its answers. */
  group: string;
  /** Best first, none for a query it has nothing to say about. Asked at every key, so answered within a few ms. */
  search: (query: string) => readonly Command[];
  /** The answer given under this id before, if it still means something: for what was used last. */
  recall?: (id: string) => Command | undefined;
};

type Source = { id: string; commands: () => readonly Command[]; search: () => CommandSearch | null };

let sources: readonly Source[] = [];

function useSource(commands: readonly Command[], search: CommandSearch | null, enabled: boolean): void {
  const id = useId();
  const latest = useRef({ commands, search });
  useLayoutEffect(() => {
    latest.current = { commands, search };
  });
  useLayoutEffect(() => {
    if (!enabled) return;
    sources = [...sources, { id, commands: () => latest.current.commands, search: () => latest.current.search }];
    return () => {
      sources = sources.filter((source) => source.id !== id);
    };
  }, [id, enabled]);
}

const NONE: readonly Command[] = [];

/** Offers commands in the palette and binds their keys, while mounted. */
export function useCommands(commands: readonly Command[], options: HotkeyOptions = {}): void {
  useSource(commands, null, options.enabled ?? true);
  useHotkeys(commandHotkeys(commands), options);
}

/** Offers answers in the palette while mounted. */
export function useCommandSearch(search: CommandSearch): void {
  useSource(NONE, search, true);
}

/** All that can be done on this screen at this moment, the latest mounted first: the screen before the desk around it. */
export function listCommands(): Command[] {
  const listed = new Map<string, Command>();
  for (const { commands } of sources.toReversed()) {
    for (const command of commands()) if (!listed.has(command.id)) listed.set(command.id, command);
  }
  return [...listed.values()];
}

export function listCommandSearches(): CommandSearch[] {
  return sources.toReversed().flatMap(({ search }) => search() ?? []);
}
