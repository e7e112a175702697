import type { Hotkey } from "@/components/lib/hotkeys";
import type { MenuItemEntry } from "@/components/ui/menu-entries";

/** One act of the user. The same object feeds menus, keys and the command palette. */
export type Command = {
  id: string;
  label: string;
  /** What else it is known by: read beside the label in the palette. */
  hint?: string;
  /** Found by these words too; never shown. */
  keywords?: string;
  hotkey?: string;
  /** Heading in the palette and in the list of keys. */
  group?: string;
  icon?: MenuItemEntry["icon"];
  tone?: MenuItemEntry["tone"];
  enabled: boolean;
  run: () => void | Promise<void>;
};

/** The commands that have a key, for useHotkeys. */
export function commandHotkeys(commands: readonly Command[]): Hotkey[] {
  return commands.flatMap(({ hotkey, label, group, enabled, run }) =>
    hotkey ? [{ keys: hotkey, label, group, enabled, run: () => void run() }] : [],
  );
}

/** The commands as menu items, for Menu and ContextMenu. */
export function commandMenuEntries(commands: readonly Command[]): MenuItemEntry[] {
  return commands.map((command) => ({
    id: command.id,
    label: command.label,
    icon: command.icon,
    tone: command.tone,
    shortcut: command.hotkey,
    disabled: !command.enabled,
    onSelect: () => void command.run(),
  }));
}
