"use client";
import { X } from "lucide-react";
import { type PointerEvent, useRef } from "react";
import { useDayClock, useWords } from "@/components/lib/words/words-context";
import { IconButton } from "@/components/ui/icon-button";
import { useBoard } from "../board-context";
import { useBoardStore, useBoardStoreApi } from "../board-store";
import { selectArea } from "../select-stops";
import { brushBetween, stopsDuring } from "./time-brush";
import { pixelsAt, secondsAt, type TimeScale, ticks } from "./time-scale";
import { AXIS_PIXELS, LABEL_PIXELS } from "./timeline-measures";

/** The hours above the rows, in view while the rows scroll. A stroke along them selects whoever is served meanwhile. */
export function TimelineAxis({ scale, zone, now }: { scale: TimeScale; zone: string; now: number | null }) {
  const t = useWords("boardTimeline");
  const clock = useDayClock();
  const brush = useBoardStore((state) => state.timeBrush);
  const stroke = useStroke(scale);
  const width = brush ? pixelsAt(scale, brush.toSeconds) - pixelsAt(scale, brush.fromSeconds) : 0;
  return (
    <div
      className="sticky top-0 z-20 flex border-line border-b bg-surface"
      style={{ width: LABEL_PIXELS + scale.widthPixels, height: AXIS_PIXELS }}
    >
      <div
        className="sticky left-0 z-10 flex shrink-0 items-center truncate border-line border-r bg-surface px-3 text-ink-muted text-sm"
        style={{ width: LABEL_PIXELS }}
        title={t("zoneHint")}
      >
        {zone}
      </div>
      <div
        data-testid="time-axis"
        className="relative shrink-0 cursor-col-resize touch-none select-none overflow-hidden"
        style={{ width: scale.widthPixels }}
        title={t("axisHint")}
        {...stroke}
      >
        {ticks(scale, clock).map((seconds) => (
          <span
            key={seconds}
            aria-hidden="true"
            className="pointer-events-none absolute top-0 flex h-full items-center border-line border-l pl-1.5 text-ink-muted text-xs tabular-nums"
            style={{ left: pixelsAt(scale, seconds) }}
          >
            {seconds < scale.toSeconds ? t.format.time(seconds) : ""}
          </span>
        ))}
        {now === null ? null : (
          <span
            aria-hidden="true"
            className="-translate-x-1/2 pointer-events-none absolute top-1 rounded-sm bg-info px-1 font-medium text-ink-inverse text-xs tabular-nums"
            style={{ left: pixelsAt(scale, now) }}
          >
            {t.format.time(now)}
          </span>
        )}
        {brush ? (
          <span
            data-testid="time-brush"
            className="absolute inset-y-0 flex items-center justify-center border-accent border-x bg-accent-soft text-accent text-xs tabular-nums"
            style={{ left: pixelsAt(scale, brush.fromSeconds), width }}
          >
            {width > 84 ? (
              <span className="font-medium">{t.format.timeRange(brush.fromSeconds, brush.toSeconds)}</span>
            ) : null}
            <ClearBrush />
          </span>
        ) : null}
      </div>
    </div>
  );
}

function ClearBrush() {
  const t = useWords("boardTimeline");
  const store = useBoardStoreApi();
  return (
    <IconButton
      label={t("clearBrush")}
      size="sm"
      icon={<X />}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={() => store.setState({ timeBrush: null })}
    />
  );
}

/** Draws the brush while the pointer is down and selects at its end; a mere click takes the brush away. */
function useStroke(scale: TimeScale) {
  const store = useBoardStoreApi();
  const { board } = useBoard();
  const start = useRef<{ seconds: number; x: number } | null>(null);
  const secondsOf = ({ clientX, currentTarget }: PointerEvent<HTMLElement>) =>
    secondsAt(scale, clientX - currentTarget.getBoundingClientRect().left);
  const finish = (event: PointerEvent<HTMLElement>) => {
    if (!start.current) return;
    const isClick = Math.abs(event.clientX - start.current.x) < 4;
    start.current = null;
    const { timeBrush, hiddenRouteIds, isolatedRouteIds } = store.getState();
    if (isClick || !timeBrush) return store.setState({ timeBrush: null });
    const routes = board.routes.filter(
      ({ id }) => !hiddenRouteIds.has(id) && (isolatedRouteIds.size === 0 || isolatedRouteIds.has(id)),
    );
    selectArea(store, stopsDuring(routes, timeBrush), event.shiftKey);
  };
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      start.current = { seconds: secondsOf(event), x: event.clientX };
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (!start.current || Math.abs(event.clientX - start.current.x) < 4) return;
      const timeBrush = brushBetween(start.current.seconds, secondsOf(event));
      const known = store.getState().timeBrush;
      if (known?.fromSeconds !== timeBrush.fromSeconds || known.toSeconds !== timeBrush.toSeconds)
        store.setState({ timeBrush });
    },
    onPointerUp: finish,
    onPointerCancel: () => {
      start.current = null;
    },
  };
}
