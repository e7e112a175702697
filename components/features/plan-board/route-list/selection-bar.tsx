"use client";
import { X } from "lucide-react";
import { useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { Drawer } from "@/components/ui/drawer";
import { IconButton } from "@/components/ui/icon-button";
import { useBoardStore, useBoardStoreApi } from "../board-store";
import type { BoardCommands } from "../commands/use-board-commands";
import { Inspector } from "../inspector/inspector";
import { clearSelection } from "../select-stops";
import { CommandButton } from "../top-bar/command-button";
import { MoreMenu } from "../top-bar/plan-top-bar";

/** What can be done with the selection, within reach of the thumb; wide screens show it once several are selected. */
export function SelectionBar({ commands }: { commands: BoardCommands }) {
  const t = useWords("boardRoutes");
  const store = useBoardStoreApi();
  const [isOpen, setIsOpen] = useState(false);
  const count = useBoardStore((state) => state.selectedIds.size);
  const hasCursor = useBoardStore((state) => state.cursor !== null && state.cursor.kind !== "pool");
  const isPinned = useBoardStore((state) => state.pinned);
  if (count === 0 && !hasCursor) return null;
  return (
    <div
      role="toolbar"
      aria-label={t("selection")}
      className={`flex shrink-0 items-center gap-2 border-line border-t bg-surface-raised px-2 py-1.5 ${isPinned ? "" : "lg:hidden"}`}
    >
      <span className="min-w-0 flex-1 truncate font-medium tabular-nums">
        {count === 0 ? t("selectedRoute") : t("found", { count })}
      </span>
      <Button size="sm" className="lg:hidden" onClick={() => setIsOpen(true)}>
        {t("details")}
      </Button>
      {count > 0 ? (
        <>
          <CommandButton commands={commands} id="move-to" size="sm" variant="primary" />
          <CommandButton commands={commands} id="unassign" size="sm" iconOnly />
          <MoreMenu commands={commands.onStops.filter(({ id }) => id !== "move-to" && id !== "unassign")} />
        </>
      ) : (
        <CommandButton commands={commands} id="lock-route" size="sm" />
      )}
      <IconButton label={t("clearSelection")} icon={<X />} onClick={() => clearSelection(store)} />
      <Drawer open={isOpen} onOpenChange={setIsOpen} side="bottom" title={t("details")}>
        <div className="-m-5">
          <Inspector commands={commands} />
        </div>
      </Drawer>
    </div>
  );
}
