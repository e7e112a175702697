"use client";
import { ContextMenu as BaseContextMenu } from "@base-ui/react/context-menu";
import type { ReactElement, ReactNode } from "react";
import { type MenuEntry, MenuPopup } from "@/components/ui/menu-entries";

export type ContextMenuProps = {
  /** Right click, long press or the menu key inside this opens the menu. */
  children: ReactNode;
  entries: readonly MenuEntry[];
  /** The element to be, instead of a wrapping div. */
  render?: ReactElement;
  onOpenChange?: (open: boolean) => void;
  className?: string;
};

export function ContextMenu({ children, entries, render, onOpenChange, className }: ContextMenuProps) {
  return (
    <BaseContextMenu.Root onOpenChange={(open) => onOpenChange?.(open)}>
      <BaseContextMenu.Trigger render={render} className={className}>
        {children}
      </BaseContextMenu.Trigger>
      <MenuPopup entries={entries} />
    </BaseContextMenu.Root>
  );
}
