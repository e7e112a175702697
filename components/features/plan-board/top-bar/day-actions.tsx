"use client";
import { useSyncExternalStore } from "react";
import type { LiveConnection } from "@/components/lib/live-events";
import { useWords } from "@/components/lib/words/words-context";
import { useBoardSession } from "../board-context";
import type { BoardCommands } from "../commands/use-board-commands";
import { CutoffButton } from "../cutoff/cutoff-button";
import { HistoryButton } from "../history/history-button";
import { useBoardMode } from "../modes/board-mode";
import { PresenceBar } from "../presence/presence-bar";
import { CommandButton } from "./command-button";
import { ConnectionBadge } from "./connection-badge";
import { PanelSwitches } from "./panel-switches";
import { MoreMenu } from "./plan-top-bar";

export interface DayActionsProps {
  readonly commands: BoardCommands;
  readonly connection: LiveConnection;
  readonly timeZone: string;
}

/** The right of the bar: undo, the zone all times are in, whether the board is live, and the two big steps of the day. */
export function DayActions({ commands, connection, timeZone }: DayActionsProps) {
  const t = useWords("boardTop");
  const { queue, canEdit, canDispatch } = useBoardSession();
  const { mode } = useBoardMode();
  const pendingCount = useSyncExternalStore(
    queue.subscribe,
    () => queue.pendingCount,
    () => 0,
  );
  const rest = ["choose-drivers", "receipts"].flatMap((id) => commands.byId.get(id) ?? []);
  return (
    <div className="flex items-center gap-1 max-sm:w-full max-sm:justify-end sm:ml-auto">
      <span className="hidden text-ink-muted text-sm 2xl:inline" title={t("zoneHint")}>
        {timeZone.replaceAll("_", " ")}
      </span>
      <PresenceBar />
      <CutoffButton commands={commands} />
      <ConnectionBadge connection={connection} pendingCount={pendingCount} />
      <PanelSwitches />
      {canEdit && mode !== "review" ? (
        <>
          <CommandButton commands={commands} id="undo" iconOnly />
          <CommandButton commands={commands} id="redo" iconOnly />
          <span className="max-sm:hidden">
            <HistoryButton />
          </span>
          <MoreMenu commands={rest} />
          <CommandButton commands={commands} id="optimize" iconOnly className="sm:hidden" />
          <CommandButton commands={commands} id="optimize" variant="secondary" className="max-sm:hidden" />
        </>
      ) : null}
      {canDispatch && mode !== "review" ? (
        <CommandButton commands={commands} id="dispatch" variant="primary" className="ml-1" />
      ) : null}
    </div>
  );
}
