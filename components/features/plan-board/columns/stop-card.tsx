"use client";
import clsx from "clsx";
import { Warehouse } from "lucide-react";
import { memo, useRef } from "react";
import { useWords } from "@/components/lib/words/words-context";
import type { BoardRoute, BoardVisit, PlanBoard } from "@/server/domain/plan/plan-board";
import { stopLock } from "@/server/domain/plan/stop-lock";
import { useBoardStore } from "../board-store";
import { useDropEdge } from "../drag/use-drop-marks";
import { useStopDrag } from "../drag/use-list-drag";
import { StopExceptionMark } from "../live/exception-mark";
import { useLiveRoute } from "../live/live-day-context";
import { LiveDrift, LiveTime } from "../live/live-stop-times";
import { shownStop } from "../live/shown-stop";
import { StopStatusMark } from "../live/stop-status";
import { WishMark } from "../live/wish-mark";
import { LockMark, StopNotes, windowText } from "../route-list/stop-notes";

import type { StopMove } from "./moved-stops";

export interface StopCardProps {
  readonly visit: BoardVisit;
  /** Null for an unassigned stop. */
  readonly route: BoardRoute | null;
  /** Its place on the route. */
  readonly index: number;
  readonly isPending: boolean;
  /** What the change that is looked at does to it. */
  readonly move: StopMove | null;
  readonly dimensions: PlanBoard["plan"]["loadDimensions"];
}

/** One stop in a column: place and name with its time, where, and what is wrong. */
export const StopCard = memo(function StopCard({ visit, route, index, isPending, move, dimensions }: StopCardProps) {
  const t = useWords("boardRoutes");
  const card = useRef<HTMLDivElement>(null);
  useStopDrag(card, visit.id);
  const isSelected = useBoardStore((state) => state.selectedIds.has(visit.id));
  const isCursor = useBoardStore((state) => state.cursor?.kind === "stop" && state.cursor.id === visit.id);
  const isHovered = useBoardStore((state) => state.hovered?.kind === "stop" && state.hovered.id === visit.id);
  const isFaint = useBoardStore(
    (state) => (state.drag?.visitIds.includes(visit.id) ?? false) || state.cutIds.includes(visit.id),
  );
  const edge = useDropEdge(route?.id ?? null, visit.id, index);
  const time = route?.schedule.stops[index];
  const lock = route && stopLock(route, index, visit);
  const driven = useLiveRoute(route?.id ?? "");
  const shown = route && driven && !move ? shownStop(route, index, driven.live, driven.figures) : null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: cells of a virtual grid are placed absolutely.
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names its active cell.
    <div
      ref={card}
      role="gridcell"
      id={`card-${visit.id}`}
      aria-selected={isSelected}
      data-visit-id={visit.id}
      data-route-id={route?.id}
      data-drop-kind={route ? "stop" : "pool"}
      data-after-visit-id={route?.stops[index - 1]?.visitId}
      className={clsx(
        "relative grid h-11.5 cursor-default select-none grid-cols-[1.25rem_1fr_auto] content-center items-center gap-x-1.5 border-line border-b pr-2 pl-1.5",
        isSelected ? "bg-selected" : isHovered ? "bg-hover" : "bg-surface hover:bg-hover",
        move && "shadow-[inset_3px_0_0_var(--color-accent)]",
        isFaint && "opacity-45",
        isCursor && "outline-2 outline-focus -outline-offset-2",
        edge === "before" &&
          "before:absolute before:inset-x-0 before:-top-px before:z-10 before:h-0.5 before:bg-accent",
        edge === "after" && "after:absolute after:inset-x-0 after:-bottom-px after:z-10 after:h-0.5 after:bg-accent",
      )}
    >
      <span className="text-right text-ink-muted text-sm leading-4.5 tabular-nums">{route ? index + 1 : ""}</span>
      <span className="flex min-w-0 items-center gap-1 font-medium leading-4.5">
        {time?.reload ? (
          <Warehouse className="size-3.5 shrink-0 text-ink-muted" role="img" aria-label={t("reload")} />
        ) : null}
        <span className="min-w-0 truncate">{visit.name || visit.externalId}</span>
        <WishMark visitId={visit.id} />
      </span>
      {shown ? (
        <span className="flex items-center justify-end gap-1">
          <StopExceptionMark visitId={visit.id} />
          <LiveTime shown={shown} />
        </span>
      ) : (
        <span className={clsx("leading-4.5 tabular-nums", time ? "font-medium" : "text-ink-muted text-xs")}>
          {time ? `${isPending ? "~" : ""}${t.format.time(time.arriveSeconds)}` : windowText(t, visit)}
        </span>
      )}
      <span className="flex justify-end text-ink-muted">
        {shown ? <StopStatusMark status={shown.status} /> : lock ? <LockMark lock={lock} /> : null}
      </span>
      <span className="truncate text-ink-muted text-xs leading-4">{visit.street || visit.place}</span>
      <span className="flex h-4 max-w-30 items-center justify-end gap-1 overflow-hidden whitespace-nowrap text-ink-muted text-xs tabular-nums">
        {move ? (
          <MoveNote move={move} />
        ) : shown && time ? (
          <LiveDrift shown={shown} plannedSeconds={time.arriveSeconds} />
        ) : (
          <StopNotes visit={visit} breaks={time?.breaks ?? []} dimensions={dimensions} hasTime={time !== undefined} />
        )}
      </span>
    </div>
  );
});

/** Where a stop comes from, or goes, in a change that is looked at. */
function MoveNote({ move: { from, to } }: { move: StopMove }) {
  const t = useWords("boardRoutes");
  const name = (number: number | null) => (number === null ? t("unassigned") : String(number));
  return (
    <span className="font-medium text-accent">
      {from === to ? t("reordered") : t("movedBetween", { from: name(from), to: name(to) })}
    </span>
  );
}
