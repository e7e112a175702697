"use client";
import { Search } from "lucide-react";
import { setCommandMenuOpen } from "@/components/lib/command-menu-state";
import { IconButton } from "@/components/ui/icon-button";

/** Opens the palette, for those who do not know its key yet. */
export function CommandMenuButton({ className }: { className?: string }) {
  return (
    <IconButton
      label="Search and commands"
      shortcut="Mod+K"
      icon={<Search />}
      className={className}
      onClick={() => setCommandMenuOpen(true)}
    />
  );
}
