"use client";
import { Keyboard, LogOut } from "lucide-react";
import type { Viewer } from "@/components/features/app-shell/nav-item";
import { usePreferences } from "@/components/lib/preferences";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { KeyboardHint } from "@/components/ui/keyboard-hint";
import { ThemeSwitch } from "@/components/ui/theme-switch";
import { isRole } from "@/server/domain/access/permissions";

export type AccountPanelProps = {
  viewer: Viewer;
  onShowHotkeys: () => void;
  onSignOut: () => void;
};

const rowClass =
  "flex min-h-8 w-full items-center gap-2 rounded-md px-2 text-left hover:bg-hover pointer-coarse:min-h-11 [&>svg]:size-4 [&>svg]:text-ink-muted";

/** Who is signed in, the theme, the keys, the way out. */
export function AccountPanel({ viewer, onShowHotkeys, onSignOut }: AccountPanelProps) {
  const t = useWords("appShell");
  const { save } = usePreferences();
  return (
    <div className="flex flex-col gap-1">
      <div className="px-2 pt-1 pb-2">
        <p className="truncate font-semibold">{viewer.name}</p>
        <p className="truncate text-ink-muted text-sm">{viewer.email}</p>
        <p className="mt-2 flex items-center gap-2">
          <span className="min-w-0 truncate">{viewer.organizationName}</span>
          <Badge>{isRole(viewer.role) ? t(`role.${viewer.role}`) : viewer.role}</Badge>
        </p>
      </div>
      <div className="-mx-2 border-line border-t" />
      <div className="flex min-h-10 items-center justify-between px-2">
        <span>{t("theme")}</span>
        <ThemeSwitch onChoose={(theme) => save({ theme })} />
      </div>
      <button type="button" className={rowClass} onClick={onShowHotkeys}>
        <Keyboard aria-hidden="true" />
        <span className="flex-1">{t("hotkeys")}</span>
        <KeyboardHint keys="?" className="text-ink-muted" />
      </button>
      <button type="button" className={rowClass} onClick={onSignOut}>
        <LogOut aria-hidden="true" />
        {t("signOut")}
      </button>
    </div>
  );
}
