"use client";
import { usePathname } from "next/navigation";
import { type ReactNode, useState } from "react";
import { CommandMenu } from "@/components/features/app-shell/command-menu/command-menu";
import { HotkeySheet } from "@/components/features/app-shell/hotkey-sheet";
import { NavBar } from "@/components/features/app-shell/nav-bar";
import type { NavItem, Viewer } from "@/components/features/app-shell/nav-item";
import { NavRail } from "@/components/features/app-shell/nav-rail";
import { useDeskCommands } from "@/components/features/app-shell/use-desk-commands";
import { useWords } from "@/components/lib/words/words-context";

export type AppShellProps = {
  items: readonly NavItem[];
  viewer: Viewer;
  onSignOut: () => void;
  /** A bar over the whole page; pages that bring their own header leave it out. */
  topBar?: ReactNode;
  /** Above the page, whichever it is: what somebody must know who may do something about it. */
  notice?: ReactNode;
  /** Fills the rest of the window and scrolls by itself. */
  children: ReactNode;
};

/** The frame of every signed-in page: rail or bar, top bar, content, list of keys. */
export function AppShell({ items, viewer, onSignOut, topBar, notice, children }: AppShellProps) {
  const t = useWords("appShell");
  const pathname = usePathname();
  const [hotkeysOpen, setHotkeysOpen] = useState(false);
  const showHotkeys = () => setHotkeysOpen(true);
  useDeskCommands({ items, showHotkeys, signOut: onSignOut });
  const navigation = { items, viewer, pathname, onSignOut, onShowHotkeys: showHotkeys };
  return (
    <div className="flex h-dvh flex-col md:flex-row print:h-auto">
      <a
        href="#content"
        className="sr-only z-90 rounded-md bg-inverse px-3 py-2 text-ink-inverse focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t("skip")}
      </a>
      <NavRail {...navigation} />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        {topBar ? (
          <header
            data-print="hide"
            className="flex h-12 shrink-0 items-center gap-2 overflow-x-auto border-line border-b bg-surface px-3 [scrollbar-width:none] sm:px-4"
          >
            {topBar}
          </header>
        ) : null}
        {notice}
        <main
          id="content"
          tabIndex={-1}
          className="flex min-h-0 min-w-0 flex-1 flex-col overflow-auto outline-none print:overflow-visible"
        >
          {children}
        </main>
      </div>
      <NavBar {...navigation} />
      <CommandMenu />
      {hotkeysOpen ? <HotkeySheet onClose={() => setHotkeysOpen(false)} /> : null}
    </div>
  );
}
