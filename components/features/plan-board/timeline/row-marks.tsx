import { useMemo } from "react";
import type { BoardRoute } from "@/server/domain/plan/plan-board";
import { useBoard } from "../board-context";
import { useBoardStore } from "../board-store";
import { routeProgress } from "../modes/live-day";
import { ROW_PIXELS, servicePath } from "./route-blocks";
import { pixelsAt, type TimeScale } from "./time-scale";

/** Promises of more stops than this on one row would only cover each other. */
const MAX_PROMISES = 3;

interface RowMarksProps {
  readonly route: BoardRoute;
  readonly scale: TimeScale;
  /** What became of the stops is drawn by their own times already. */
  readonly isDriven?: boolean;
}

/** The stops of this row that are selected, walked on or pointed at, and what was promised to them. */
export function RowMarks({ route, scale, isDriven = false }: RowMarksProps) {
  const own = useMemo(() => new Set(route.stops.map((stop) => stop.visitId)), [route.stops]);
  const selectedIds = useBoardStore((state) => state.selectedIds);
  const selected = useMemo(() => new Set([...own].filter((id) => selectedIds.has(id))), [own, selectedIds]);
  const hovered = useBoardStore(({ hovered: at }) => (at?.kind === "stop" && own.has(at.id) ? at.id : null));
  const cursor = useBoardStore(({ cursor: at }) => (at?.kind === "stop" && own.has(at.id) ? at.id : null));
  const promised = hovered !== null ? [hovered] : selected.size <= MAX_PROMISES ? [...selected] : [];
  const outline = (ids: ReadonlySet<string>) => servicePath(route, ids, scale);
  const { board } = useBoard();
  const { delivered, failed } = useMemo(() => routeProgress(route, board), [route, board]);
  return (
    <>
      {!isDriven && delivered.length > 0 ? <path d={outline(new Set(delivered))} className="fill-surface/70" /> : null}
      {!isDriven && failed.length > 0 ? (
        <path d={outline(new Set(failed))} className="fill-surface stroke-alert" strokeWidth={1.5} />
      ) : null}
      <Promises visitIds={promised} scale={scale} />
      {selected.size > 0 ? (
        <path d={outline(selected)} className="fill-accent/25 stroke-accent" strokeWidth={2} />
      ) : null}
      {cursor !== null && !selected.has(cursor) ? (
        <path d={outline(new Set([cursor]))} className="stroke-focus" fill="none" strokeWidth={2} />
      ) : null}
      {hovered !== null ? (
        <path d={outline(new Set([hovered]))} className="stroke-ink" fill="none" strokeWidth={1.5} />
      ) : null}
    </>
  );
}

/** The hours promised to customers, as brackets over the row. */
function Promises({ visitIds, scale }: { visitIds: readonly string[]; scale: TimeScale }) {
  const { board } = useBoard();
  const windows = visitIds.flatMap((id) => board.visits.get(id)?.windows ?? []);
  const path = windows.map(({ fromSeconds, toSeconds }) => {
    const left = Math.max(0.5, pixelsAt(scale, fromSeconds));
    const right = Math.min(scale.widthPixels - 0.5, pixelsAt(scale, toSeconds));
    const down = ROW_PIXELS - 2;
    return right <= left ? "" : `M${left.toFixed(1)} ${down}V1.5H${right.toFixed(1)}V${down}`;
  });
  return path.length === 0 ? null : <path d={path.join("")} className="stroke-ink" fill="none" strokeWidth={1.25} />;
}
