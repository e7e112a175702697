import { usePathname, useRouter } from "next/navigation";
import { useMemo } from "react";
import { setCommandMenuOpen } from "@/components/lib/command-menu-state";
import { useCommandSearch, useCommands } from "@/components/lib/command-registry";
import { useHotkeys } from "@/components/lib/hotkeys";
import { useWords } from "@/components/lib/words/words-context";
import { daySearch } from "./command-menu/day-search";
import { type DeskParts, deskCommands } from "./command-menu/desk-commands";

/** Puts what every page can do into the palette and onto the keys. */
export function useDeskCommands({ items, showHotkeys, signOut }: Omit<DeskParts, "go" | "pathname">): void {
  const t = useWords("appShell");
  const router = useRouter();
  const pathname = usePathname();
  const go = (href: string) => router.push(href);
  useCommands(deskCommands(t, { items, pathname, go, showHotkeys, signOut }));
  useHotkeys([{ keys: "Mod+K", label: t("menu.title"), inFields: true, run: () => setCommandMenuOpen(true) }]);
  const days = useMemo(() => {
    const open = (date: string) => router.push(`/plan/${date}${projectInAddress()}`);
    return daySearch(t, localToday(), open);
  }, [router, t]);
  useCommandSearch(days);
}

/** The project looked at is kept when only the day changes. */
function projectInAddress(): string {
  const project = new URLSearchParams(window.location.search).get("project");
  return project ? `?project=${encodeURIComponent(project)}` : "";
}

function localToday(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
