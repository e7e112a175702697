"use client";
import { Search } from "lucide-react";
import { setCommandMenuOpen } from "@/components/lib/command-menu-state";
import { useWords } from "@/components/lib/words/words-context";
import { IconButton } from "@/components/ui/icon-button";

/** Opens the palette, for those who do not know its key yet. */
export function CommandMenuButton({ className }: { className?: string }) {
  const t = useWords("common");
  return (
    <IconButton
      label={t("searchAndCommands")}
      shortcut="Mod+K"
      icon={<Search />}
      className={className}
      onClick={() => setCommandMenuOpen(true)}
    />
  );
}
