"use client";
import { useState } from "react";
import { AccountPanel, type AccountPanelProps } from "@/components/features/app-shell/account-panel";
import { currentItem, type NavItem } from "@/components/features/app-shell/nav-item";
import { NavLink } from "@/components/features/app-shell/nav-link";
import { CommandMenuButton } from "@/components/lib/command-menu-button";
import { useWords } from "@/components/lib/words/words-context";
import { Popover } from "@/components/ui/popover";
import { Wordmark } from "@/components/ui/wordmark";

export type NavRailProps = AccountPanelProps & { items: readonly NavItem[]; pathname: string };

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words[words.length - 1] : undefined].map(
    (word) => [...(word ?? "")][0],
  );
  return letters.join("").toUpperCase() || "?";
}

/** The desk's navigation: narrow, because the width belongs to the map. */
export function NavRail({ items, pathname, viewer, onShowHotkeys, onSignOut }: NavRailProps) {
  const t = useWords("appShell");
  const [open, setOpen] = useState(false);
  const current = currentItem(items, pathname);
  return (
    <nav
      aria-label={t("nav")}
      data-print="hide"
      className="hidden w-20 shrink-0 flex-col items-center border-line border-r bg-surface py-2.5 md:flex"
    >
      <Wordmark markOnly className="mb-2" />
      <CommandMenuButton className="mb-2" />
      <ul className="scroll-quiet flex min-h-0 w-full flex-1 flex-col gap-0.5 px-1 [scrollbar-width:none]">
        {items.map((item) => (
          <li key={item.id}>
            <NavLink item={item} current={item === current} className="h-12 w-full" />
          </li>
        ))}
      </ul>
      <Popover
        side="right"
        align="end"
        open={open}
        onOpenChange={setOpen}
        className="w-68 p-2"
        trigger={
          <button
            type="button"
            aria-label={t("account", { name: viewer.name })}
            className="mt-2 grid size-9 place-items-center rounded-full bg-pressed font-semibold text-sm hover:bg-line-strong"
          >
            {initials(viewer.name)}
          </button>
        }
      >
        <AccountPanel
          viewer={viewer}
          onSignOut={onSignOut}
          onShowHotkeys={() => {
            setOpen(false);
            onShowHotkeys();
          }}
        />
      </Popover>
    </nav>
  );
}
