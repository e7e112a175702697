"use client";
import clsx from "clsx";
import { Menu } from "lucide-react";
import { useState } from "react";
import { AccountPanel } from "@/components/features/app-shell/account-panel";
import { currentItem } from "@/components/features/app-shell/nav-item";
import { NavLink, navLinkClass } from "@/components/features/app-shell/nav-link";
import type { NavRailProps } from "@/components/features/app-shell/nav-rail";
import { useWords } from "@/components/lib/words/words-context";
import { Drawer } from "@/components/ui/drawer";

const shownOnPhone = 4;

/** The phone's navigation: the first items under the thumb, the others and the account in a sheet. */
export function NavBar({ items, pathname, viewer, onShowHotkeys, onSignOut }: NavRailProps) {
  const t = useWords("appShell");
  const [open, setOpen] = useState(false);
  const current = currentItem(items, pathname);
  const first = items.slice(0, shownOnPhone);
  const others = items.slice(shownOnPhone);
  const inOthers = current !== undefined && others.includes(current);
  return (
    <nav
      aria-label={t("nav")}
      data-print="hide"
      className="flex shrink-0 items-stretch gap-1 border-line border-t bg-surface px-2 pt-1 pb-[max(0.25rem,env(safe-area-inset-bottom))] md:hidden"
    >
      {first.map((item) => (
        <NavLink key={item.id} item={item} current={item === current} className="h-12 flex-1" />
      ))}
      <Drawer
        side="bottom"
        title={t("more")}
        open={open}
        onOpenChange={setOpen}
        trigger={
          <button
            type="button"
            className={clsx(navLinkClass, "h-12 flex-1", inOthers ? "bg-accent-soft text-accent" : "text-ink-muted")}
          >
            <Menu aria-hidden="true" />
            <span>{t("more")}</span>
          </button>
        }
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: only watches for a link being followed, to close the sheet. */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: following a link by key is a click too. */}
        <div
          className="-mt-2 mb-4 grid grid-cols-4 gap-1"
          onClick={(event) => event.target instanceof Element && event.target.closest("a") && setOpen(false)}
        >
          {others.map((item) => (
            <NavLink key={item.id} item={item} current={item === current} className="h-14" />
          ))}
        </div>
        <AccountPanel
          viewer={viewer}
          onSignOut={onSignOut}
          onShowHotkeys={() => {
            setOpen(false);
            onShowHotkeys();
          }}
        />
      </Drawer>
    </nav>
  );
}
