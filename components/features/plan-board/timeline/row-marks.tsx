import { useShallow } from "zustand/react/shallow";
import type { BoardRoute } from "@/server/domain/plan/plan-board";
import { stopPlaces } from "@/server/domain/plan/plan-board";
import { useBoard } from "../board-context";
import { useBoardStore } from "../board-store";
import { ROW_PIXELS, servicePath } from "./route-blocks";
import { pixelsAt, type TimeScale } from "./time-scale";

/** The stops selected or pointed at on this row, and the promises of the one pointed at. */
export function RowMarks({ route, scale }: { route: BoardRoute; scale: TimeScale }) {
  const { board } = useBoard();
  const places = stopPlaces(board);
  const marked = useBoardStore(
    useShallow(({ selectedIds }) => [...selectedIds].filter((id) => places.get(id)?.route.id === route.id)),
  );
  const hovered = useBoardStore(({ hovered: at }) =>
    at?.kind === "stop" && places.get(at.id)?.route.id === route.id ? at.id : null,
  );
  const path = (visitId: string) => {
    const index = route.stops.findIndex((stop) => stop.visitId === visitId);
    return index < 0 ? "" : servicePath(route, index, scale);
  };
  const shown = hovered ?? (marked.length === 1 ? marked[0]! : null);
  const windows = shown === null ? [] : (board.visits.get(shown)?.windows ?? []);
  return (
    <>
      {windows.map((window) => {
        const left = Math.max(0, pixelsAt(scale, window.fromSeconds));
        const right = Math.min(scale.widthPixels, pixelsAt(scale, window.toSeconds));
        return (
          <path
            key={window.fromSeconds}
            d={`M${left} 1v${ROW_PIXELS - 2}M${left} 1h${Math.max(0, right - left)}M${right} 1v${ROW_PIXELS - 2}`}
            className="stroke-ink"
            fill="none"
            strokeWidth={1}
          />
        );
      })}
      {marked.length > 0 ? (
        <path d={marked.map(path).join("")} className="stroke-accent" fill="none" strokeWidth={2} />
      ) : null}
      {hovered ? <path d={path(hovered)} className="stroke-ink" fill="none" strokeWidth={1.5} /> : null}
    </>
  );
}
