"use client";
import { Menu as BaseMenu } from "@base-ui/react/menu";
import clsx from "clsx";
import { Check, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { KeyboardHint } from "@/components/ui/keyboard-hint";

export type MenuItemEntry = {
  type?: "item";
  id: string;
  label: ReactNode;
  icon?: ReactNode;
  shortcut?: string;
  disabled?: boolean;
  tone?: "default" | "danger";
  /** Given, the item is a checkbox and the menu stays open. */
  checked?: boolean;
  onSelect?: () => void;
  /** Given, the item opens a submenu. */
  children?: readonly MenuEntry[];
};

export type MenuEntry =
  | MenuItemEntry
  | { type: "separator"; id: string }
  | { type: "heading"; id: string; label: ReactNode };

function EntryBody({ icon, label, shortcut }: Pick<MenuItemEntry, "icon" | "label" | "shortcut">) {
  return (
    <>
      {icon ? <span className="flex text-ink-muted [&>svg]:size-4">{icon}</span> : null}
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {shortcut ? <KeyboardHint keys={shortcut} className="ml-4 text-ink-muted" /> : null}
    </>
  );
}

function ItemEntry({ entry }: { entry: MenuItemEntry }) {
  const className = clsx("popup-item", entry.tone === "danger" && "text-alert");
  if (entry.children) {
    return (
      <BaseMenu.SubmenuRoot>
        <BaseMenu.SubmenuTrigger disabled={entry.disabled} className={className}>
          <EntryBody {...entry} />
          <ChevronRight className="-mr-1 size-3.5 text-ink-muted" />
        </BaseMenu.SubmenuTrigger>
        <MenuPopup sideOffset={-2} alignOffset={-4} entries={entry.children} />
      </BaseMenu.SubmenuRoot>
    );
  }
  if (entry.checked !== undefined) {
    return (
      <BaseMenu.CheckboxItem
        checked={entry.checked}
        disabled={entry.disabled}
        closeOnClick={false}
        onCheckedChange={() => entry.onSelect?.()}
        className={className}
      >
        <span className="flex size-4 items-center justify-center text-accent">
          <BaseMenu.CheckboxItemIndicator>
            <Check className="size-3.5" />
          </BaseMenu.CheckboxItemIndicator>
        </span>
        <EntryBody {...entry} />
      </BaseMenu.CheckboxItem>
    );
  }
  return (
    <BaseMenu.Item disabled={entry.disabled} onClick={entry.onSelect} className={className}>
      <EntryBody {...entry} />
    </BaseMenu.Item>
  );
}

export type MenuPopupProps = {
  entries: readonly MenuEntry[];
  align?: "start" | "center" | "end";
  side?: "top" | "bottom" | "left" | "right";
  sideOffset?: number;
  alignOffset?: number;
};

/** The floating part that a menu, a submenu and a context menu share. */
export function MenuPopup({ entries, ...position }: MenuPopupProps) {
  return (
    <BaseMenu.Portal>
      <BaseMenu.Positioner {...position} className="z-60 outline-none">
        <BaseMenu.Popup className="popup-surface scroll-quiet max-h-(--available-height) min-w-48 max-w-80 p-1">
          {entries.map((entry) => {
            if (entry.type === "separator") {
              return <BaseMenu.Separator key={entry.id} className="-mx-1 my-1 h-px bg-line" />;
            }
            if (entry.type === "heading") {
              return (
                <div key={entry.id} className="px-2 pt-1.5 pb-1 font-medium text-ink-muted text-xs">
                  {entry.label}
                </div>
              );
            }
            return <ItemEntry key={entry.id} entry={entry} />;
          })}
        </BaseMenu.Popup>
      </BaseMenu.Positioner>
    </BaseMenu.Portal>
  );
}
