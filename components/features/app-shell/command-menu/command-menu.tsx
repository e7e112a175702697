"use client";
import { useState } from "react";
import { setCommandMenuOpen, useCommandMenuOpen } from "@/components/lib/command-menu-state";
import { listCommandSearches, listCommands } from "@/components/lib/command-registry";
import type { Command } from "@/components/lib/commands";
import { formatCount } from "@/components/lib/format";
import { CommandPalette } from "@/components/ui/command-palette";
import { KeyboardHint } from "@/components/ui/keyboard-hint";
import { paletteGroups } from "./palette-groups";
import { recentCommandIds, rememberCommand } from "./recent-commands";

/** The palette over everything: what can be done here, and every stop, route, day and page to go to. */
export function CommandMenu() {
  return useCommandMenuOpen() ? <OpenMenu /> : null;
}

function OpenMenu() {
  const [query, setQuery] = useState("");
  const [sources] = useState(() => ({
    commands: listCommands(),
    searches: listCommandSearches(),
    recentIds: recentCommandIds(),
  }));
  const groups = paletteGroups(query, sources);
  const found = groups.flatMap(({ commands }) => commands);
  const choose = (id: string) => {
    const command = found.find((each) => each.id === id);
    if (!command?.enabled) return;
    rememberCommand(id);
    void command.run();
  };
  return (
    <CommandPalette
      title="Search and commands"
      label="Search stops, routes, days, pages and commands"
      placeholder="Stop, address, route, day or command"
      groups={groups.map(({ label, commands }) => ({ label, items: commands.map(itemOf) }))}
      query={query}
      onQueryChange={setQuery}
      onChoose={choose}
      onClose={() => setCommandMenuOpen(false)}
      status={found.length === 1 ? "1 result" : `${formatCount(found.length)} results`}
      emptyText="Nothing found. Try an order number, a name, a street or a route."
      footer={
        <span className="flex items-center gap-4">
          <span className="flex items-center gap-1.5">
            <KeyboardHint keys="ArrowUp" />
            <KeyboardHint keys="ArrowDown" /> choose
          </span>
          <span className="flex items-center gap-1.5">
            <KeyboardHint keys="Enter" /> run
          </span>
        </span>
      }
    />
  );
}

function itemOf({ id, label, hint, icon, hotkey, enabled }: Command) {
  return { id, label, hint, icon, shortcut: hotkey, disabled: !enabled };
}
