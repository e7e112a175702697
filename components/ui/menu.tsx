"use client";
import { Menu as BaseMenu } from "@base-ui/react/menu";
import type { ReactElement } from "react";
import { type MenuEntry, MenuPopup, type MenuPopupProps } from "@/components/ui/menu-entries";

export type MenuProps = {
  /** A Button or IconButton. */
  trigger: ReactElement;
  entries: readonly MenuEntry[];
  align?: MenuPopupProps["align"];
  side?: MenuPopupProps["side"];
};

export function Menu({ trigger, entries, align = "start", side }: MenuProps) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger render={trigger} />
      <MenuPopup entries={entries} align={align} side={side} sideOffset={4} />
    </BaseMenu.Root>
  );
}
