"use client";
import { useEffect, useRef } from "react";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import type { MovePreview } from "@/server/domain/plan/evaluate-insertion";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { useBoard } from "../board-context";
import { type DropPlace, useBoardStore } from "../board-store";
import { signedCount, signedDistance, signedMoney } from "../describe-delta";
import { describeMoveRefusal } from "../describe-refusal";
import { HolderLines } from "../presence/holder-lines";
import { BreakChips } from "../route-list/break-chips";
import { useDragControl } from "./drag-context";
import { exactPlaceOf } from "./drop-target";

/** Beside the pointer during a drag: how many stops, where to, and what letting go would do. */
export function DragCard() {
  const drag = useBoardStore((state) => state.drag);
  return drag ? <FloatingCard count={drag.visitIds.length} /> : null;
}

function FloatingCard({ count }: { count: number }) {
  const common = useWords("common");
  const t = useWords("boardDrag");
  const { pointer } = useDragControl();
  const { board } = useBoard();
  const card = useRef<HTMLDivElement>(null);
  const place = useBoardStore((state) => state.dropPlace);
  const isFlipped = useBoardStore((state) => state.dropFlipped);
  const preview = useBoardStore((state) => state.dropPreview);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what it says decides how high it is, and so where it stands.
  useEffect(() => {
    const follow = () => {
      const element = card.current;
      if (!element) return;
      const { offsetWidth, offsetHeight } = element;
      const x = pointer.x + 18 + offsetWidth > innerWidth ? pointer.x - offsetWidth - 14 : pointer.x + 18;
      // Near the lower edge it stands above the pointer: there it would cover the very row aimed at.
      const fitsBelow = pointer.y + 14 + offsetHeight <= innerHeight - 8;
      const y = fitsBelow ? pointer.y + 14 : pointer.y - offsetHeight - 20;
      element.style.transform = `translate(${x}px, ${y}px)`;
    };
    follow();
    return pointer.subscribe(follow);
  }, [pointer, place, preview]);

  return (
    <div
      ref={card}
      aria-hidden="true"
      data-testid="drag-card"
      className="pointer-events-none fixed top-0 left-0 z-70 flex w-62 flex-col gap-1.5 rounded-lg bg-surface-raised px-3 py-2 shadow-popup will-change-transform"
    >
      <p className="flex items-baseline justify-between gap-2">
        <span className="truncate font-semibold">{placeName(t, place, isFlipped, board)}</span>
        <span className="shrink-0 text-ink-muted text-sm tabular-nums">{common("stops", { count })}</span>
      </p>
      {place ? <PreviewLines preview={preview} board={board} /> : null}
      {place && place.kind !== "pool" ? <HolderLines routeId={place.routeId} /> : null}
      <p className="text-ink-muted text-xs">{t(altHint(place, isFlipped))}</p>
    </div>
  );
}

function PreviewLines({ preview, board }: { preview: MovePreview | null; board: PlanBoard }) {
  const t = useWords("boardDrag");
  const rules = useWords("rules");
  if (!preview) return <p className="h-5 text-ink-muted">…</p>;
  if (!preview.ok) return <p className="text-warn">{describeMoveRefusal(rules, preview.refusal, board)}</p>;
  const { delta, isApproximate, newBreaks, routes } = preview;
  if (routes.length === 0) return <p className="text-ink-muted">{t("staysHere")}</p>;
  return (
    <>
      <p className="flex flex-wrap gap-x-2.5 tabular-nums">
        <span>
          {isApproximate ? "~ " : ""}
          {signedDistance(rules.format, delta.distanceMeters)}
        </span>
        <span>{rules.format.minutesDelta(delta.durationSeconds)}</span>
        <span>{signedMoney(rules.format, delta.costCents, board.plan.currency)}</span>
        {delta.lateStops === 0 ? null : (
          <Badge tone={delta.lateStops > 0 ? "alert" : "ok"}>
            {rules("lateStops", { count: signedCount(delta.lateStops) })}
          </Badge>
        )}
      </p>
      {newBreaks.length > 0 ? (
        <p className="flex flex-wrap gap-1">
          <BreakChips breaks={newBreaks.map((each) => each.rule)} dimensions={board.plan.loadDimensions} max={3} />
        </p>
      ) : null}
    </>
  );
}

function altHint(place: DropPlace | null, isFlipped: boolean) {
  if (place?.kind === "gap") return isFlipped ? "altHeldBest" : "altBest";
  return isFlipped ? "altHeldExact" : "altExact";
}

function placeName(t: Words<"boardDrag">, place: DropPlace | null, isFlipped: boolean, board: PlanBoard): string {
  if (!place) return t("dropOnRoute");
  if (place.kind === "pool") return t("unassigned");
  const route = board.routes.find((each) => each.id === place.routeId);
  if (!route) return t("route");
  const number = String(route.number);
  if (place.kind === "route") return t(isFlipped ? "atEnd" : "best", { route: number });
  const exact = exactPlaceOf(place, isFlipped);
  if (exact === undefined) return t("best", { route: number });
  const after = route.stops.findIndex((stop) => stop.visitId === exact);
  return after < 0 ? t("first", { route: number }) : t("after", { route: number, stop: String(after + 1) });
}
