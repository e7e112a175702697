"use client";
import { useState } from "react";
import { setCommandMenuOpen, useCommandMenuOpen } from "@/components/lib/command-menu-state";
import { listCommandSearches, listCommands } from "@/components/lib/command-registry";
import type { Command } from "@/components/lib/commands";
import { useWords } from "@/components/lib/words/words-context";
import { CommandPalette } from "@/components/ui/command-palette";
import { KeyboardHint } from "@/components/ui/keyboard-hint";
import { paletteGroups } from "./palette-groups";
import { recentCommandIds, rememberCommand } from "./recent-commands";

/** The palette over everything: what can be done here, and every stop, route, day and page to go to. */
export function CommandMenu() {
  return useCommandMenuOpen() ? <OpenMenu /> : null;
}

function OpenMenu() {
  const t = useWords("appShell");
  const [query, setQuery] = useState("");
  const [sources] = useState(() => ({
    commands: listCommands(),
    searches: listCommandSearches(),
    recentIds: recentCommandIds(),
  }));
  const groups = paletteGroups(t, query, sources);
  const found = groups.flatMap(({ commands }) => commands);
  const choose = (id: string) => {
    const command = found.find((each) => each.id === id);
    if (!command?.enabled) return;
    rememberCommand(id);
    void command.run();
  };
  return (
    <CommandPalette
      title={t("menu.title")}
      label={t("menu.label")}
      placeholder={t("menu.placeholder")}
      groups={groups.map(({ label, commands }) => ({ label, items: commands.map(itemOf) }))}
      query={query}
      onQueryChange={setQuery}
      onChoose={choose}
      onClose={() => setCommandMenuOpen(false)}
      status={t("menu.results", { count: found.length })}
      emptyText={t("menu.empty")}
      footer={
        <span className="flex items-center gap-4">
          <span className="flex items-center gap-1.5">
            <KeyboardHint keys="ArrowUp" />
            <KeyboardHint keys="ArrowDown" /> {t("menu.choose")}
          </span>
          <span className="flex items-center gap-1.5">
            <KeyboardHint keys="Enter" /> {t("menu.run")}
          </span>
        </span>
      }
    />
  );
}

function itemOf({ id, label, hint, icon, hotkey, enabled }: Command) {
  return { id, label, hint, icon, shortcut: hotkey, disabled: !enabled };
}
