"use client";
import clsx from "clsx";
import { memo, useRef } from "react";
import { useWords } from "@/components/lib/words/words-context";
import type { BoardRoute, BoardVisit, PlanBoard } from "@/server/domain/plan/plan-board";
import { stopLock } from "@/server/domain/plan/stop-lock";
import { useBoardStore } from "../board-store";
import { useDropEdge } from "../drag/use-drop-marks";
import { useStopDrag } from "../drag/use-list-drag";
import { useLiveRoute } from "../live/live-day-context";
import { LiveStopTimes } from "../live/live-stop-times";
import { shownStop } from "../live/shown-stop";
import { StopStatusMark } from "../live/stop-status";
import { WishMark } from "../live/wish-mark";
import { RolledOverChip } from "../rolled-over-chip";
import { BreakLine } from "./break-line";
import { breaksAround, linesPixels } from "./build-rows";
import { ReloadLine } from "./reload-line";
import { LockMark, StopNotes, windowText } from "./stop-notes";
import { TreeCell, TreeRow } from "./tree-row";

export interface StopRowProps {
  readonly visit: BoardVisit;
  /** Null for an unassigned stop. */
  readonly route: BoardRoute | null;
  readonly index: number;
  /** Its times are guesses until the server has answered. */
  readonly isPending: boolean;
  readonly dimensions: PlanBoard["plan"]["loadDimensions"];
}

const ROW_PIXELS = 48;

/** One stop, planned or not: place in the sequence, when, who, where, and what is wrong. */
export const StopRow = memo(function StopRow({ visit, route, index, isPending, dimensions }: StopRowProps) {
  const t = useWords("boardRoutes");
  const row = useRef<HTMLDivElement>(null);
  useStopDrag(row, visit.id);
  const isSelected = useBoardStore((state) => state.selectedIds.has(visit.id));
  const isCursor = useBoardStore((state) => state.cursor?.kind === "stop" && state.cursor.id === visit.id);
  const isHovered = useBoardStore((state) => state.hovered?.kind === "stop" && state.hovered.id === visit.id);
  const isDragged = useBoardStore((state) => state.drag?.visitIds.includes(visit.id) ?? false);
  const isCut = useBoardStore((state) => state.cutIds.includes(visit.id));
  const edge = useDropEdge(route?.id ?? null, visit.id, index);
  const time = route?.schedule.stops[index];
  const breaks = route && breaksAround(route, index);
  const lock = route && stopLock(route, index, visit);
  const driven = useLiveRoute(route?.id ?? "");
  const shown = route && driven ? shownStop(route, index, driven.live, driven.figures) : null;
  return (
    <TreeRow
      ref={row}
      style={{ height: ROW_PIXELS + (route ? linesPixels(route, index) : 0) }}
      id={`row-${visit.id}`}
      aria-level={2}
      aria-selected={isSelected}
      data-visit-id={visit.id}
      data-drop-kind={route ? "stop" : "pool"}
      data-route-id={route?.id}
      data-route-number={route?.number}
      data-after-visit-id={route?.stops[index - 1]?.visitId}
      className={clsx(
        "relative flex cursor-default select-none flex-col border-line border-b",
        isSelected ? "bg-selected" : isHovered ? "bg-hover" : "bg-surface hover:bg-hover",
        (isDragged || isCut) && "opacity-45",
        isCursor && "outline-2 outline-focus -outline-offset-2",
        edge === "before" &&
          "before:absolute before:inset-x-0 before:-top-px before:z-10 before:h-0.5 before:bg-accent",
        edge === "after" && "after:absolute after:inset-x-0 after:-bottom-px after:z-10 after:h-0.5 after:bg-accent",
      )}
    >
      {breaks?.before.map((each) => (
        <BreakLine key={each.startSeconds} driverBreak={each} isPending={isPending} />
      ))}
      {time?.reload ? <ReloadLine reload={time.reload} isPending={isPending} /> : null}
      <span className="flex min-h-0 flex-1 items-center gap-2 pr-3 pl-2" role="presentation">
        <TreeCell className="flex w-9 shrink-0 items-center justify-end gap-0.5 text-ink-muted tabular-nums">
          {shown ? <StopStatusMark status={shown.status} /> : lock ? <LockMark lock={lock} /> : null}
          {route ? (
            index + 1
          ) : (
            <span className="size-2 rotate-45 border border-ink-muted" aria-label={t("unassigned")} role="img" />
          )}
        </TreeCell>
        <TreeCell className="min-w-0 flex-1">
          <span className="flex items-center gap-1.5 leading-4.5">
            <span className="min-w-0 truncate font-medium">{visit.name || visit.externalId}</span>
            <WishMark visitId={visit.id} />
            {visit.wave && visit.wave !== route?.wave ? (
              <span className="min-w-0 max-w-32 shrink truncate text-ink-muted text-sm">{visit.wave}</span>
            ) : null}
            <RolledOverChip rolledOver={visit.rolledOver} />
          </span>
          <span className="block truncate text-ink-muted text-sm">{visit.street || visit.place}</span>
        </TreeCell>
        {shown && time ? (
          <LiveStopTimes visitId={visit.id} shown={shown} plannedSeconds={time.arriveSeconds} />
        ) : (
          <TreeCell className="flex shrink-0 flex-col items-end">
            <span className={clsx("leading-4.5 tabular-nums", time ? "font-medium" : "text-ink-muted")}>
              {time ? `${isPending ? "~" : ""}${t.format.time(time.arriveSeconds)}` : windowText(t, visit)}
            </span>
            <span className="flex h-4.5 items-center gap-1 text-ink-muted text-xs tabular-nums">
              <StopNotes
                visit={visit}
                breaks={time?.breaks ?? []}
                dimensions={dimensions}
                hasTime={time !== undefined}
              />
            </span>
          </TreeCell>
        )}
      </span>
      {breaks?.after.map((each) => (
        <BreakLine key={each.startSeconds} driverBreak={each} isPending={isPending} />
      ))}
    </TreeRow>
  );
});
