import {
  CalendarClock,
  CircleUser,
  Keyboard,
  LogOut,
  MapPinned,
  MessageSquareText,
  Monitor,
  Moon,
  Siren,
  Sun,
} from "lucide-react";
import type { NavItem } from "@/components/features/app-shell/nav-item";
import type { Command } from "@/components/lib/commands";
import { setThemeChoice, type ThemeChoice } from "@/components/lib/theme";
import type { Words } from "@/components/lib/words/words";

export interface DeskParts {
  readonly items: readonly NavItem[];
  /** The page that is open. */
  readonly pathname: string;
  readonly go: (href: string) => void;
  readonly showHotkeys: () => void;
  readonly signOut: () => void;
}

/** What can be done from every page: the pages themselves, the theme, the list of keys, leaving. */
export function deskCommands(
  t: Words<"appShell">,
  { items, pathname, go, showHotkeys, signOut }: DeskParts,
): Command[] {
  const pages = items.map(
    ({ id, label, href, icon }): Command => ({
      id: `page:${id}`,
      label,
      keywords: t("menu.pageKeywords"),
      icon,
      group: t("menu.goTo"),
      enabled: true,
      run: () => go(href),
    }),
  );
  return [
    ...pages,
    {
      id: "page:account",
      label: t("menu.account"),
      keywords: t("menu.accountKeywords"),
      icon: <CircleUser />,
      group: t("menu.goTo"),
      enabled: true,
      run: () => go("/settings/account"),
    },
    settings(t, "tracking", t("menu.trackingPage"), <MapPinned />, go),
    settings(t, "messages", t("menu.customerMessages"), <MessageSquareText />, go),
    settings(t, "slots", t("menu.slots"), <CalendarClock />, go),
    {
      id: "exceptions:next",
      label: t("menu.nextException"),
      hotkey: "E",
      icon: <Siren />,
      group: t("menu.goTo"),
      // There the key goes from one to the next.
      enabled: pathname !== "/live/exceptions",
      run: () => go("/live/exceptions"),
    },
    theme(t, "light", t("menu.themeLight"), <Sun />),
    theme(t, "dark", t("menu.themeDark"), <Moon />),
    theme(t, "system", t("menu.themeSystem"), <Monitor />),
    {
      id: "hotkeys",
      label: t("hotkeys"),
      hotkey: "?",
      icon: <Keyboard />,
      group: t("menu.desk"),
      enabled: true,
      run: showHotkeys,
    },
    { id: "sign-out", label: t("signOut"), icon: <LogOut />, group: t("menu.desk"), enabled: true, run: signOut },
  ];
}

function settings(
  t: Words<"appShell">,
  page: string,
  label: string,
  icon: Command["icon"],
  go: DeskParts["go"],
): Command {
  return {
    id: `page:settings-${page}`,
    label: t("menu.settingsOf", { page: label }),
    keywords: t("menu.settingsKeywords"),
    icon,
    group: t("menu.goTo"),
    enabled: true,
    run: () => go(`/settings/${page}`),
  };
}

function theme(t: Words<"appShell">, choice: ThemeChoice, label: string, icon: Command["icon"]): Command {
  return {
    id: `theme:${choice}`,
    label,
    keywords: t("menu.themeKeywords"),
    icon,
    group: t("menu.desk"),
    enabled: true,
    run: () => setThemeChoice(choice),
  };
}
