import { CircleUser, Keyboard, LogOut, Monitor, Moon, Sun } from "lucide-react";
import type { NavItem } from "@/components/features/app-shell/nav-item";
import type { Command } from "@/components/lib/commands";
import { setThemeChoice, type ThemeChoice } from "@/components/lib/theme";

export interface DeskParts {
  readonly items: readonly NavItem[];
  readonly go: (href: string) => void;
  readonly showHotkeys: () => void;
  readonly signOut: () => void;
}

const PAGES = "Go to";
const DESK = "Desk";

/** What can be done from every page: the pages themselves, the theme, the list of keys, leaving. */
export function deskCommands({ items, go, showHotkeys, signOut }: DeskParts): Command[] {
  const pages = items.map(
    ({ id, label, href, icon }): Command => ({
      id: `page:${id}`,
      label,
      keywords: "go to page open",
      icon,
      group: PAGES,
      enabled: true,
      run: () => go(href),
    }),
  );
  return [
    ...pages,
    {
      id: "page:account",
      label: "Your account",
      keywords: "go to page profile password language units",
      icon: <CircleUser />,
      group: PAGES,
      enabled: true,
      run: () => go("/settings/account"),
    },
    theme("light", "Light theme", <Sun />),
    theme("dark", "Dark theme", <Moon />),
    theme("system", "Theme as the system", <Monitor />),
    {
      id: "hotkeys",
      label: "Keyboard shortcuts",
      hotkey: "?",
      icon: <Keyboard />,
      group: DESK,
      enabled: true,
      run: showHotkeys,
    },
    { id: "sign-out", label: "Sign out", icon: <LogOut />, group: DESK, enabled: true, run: signOut },
  ];
}

function theme(choice: ThemeChoice, label: string, icon: Command["icon"]): Command {
  return {
    id: `theme:${choice}`,
    label,
    keywords: "appearance colours",
    icon,
    group: DESK,
    enabled: true,
    run: () => setThemeChoice(choice),
  };
}
