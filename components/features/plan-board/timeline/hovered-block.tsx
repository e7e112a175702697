import { useWords } from "@/components/lib/words/words-context";
import { stopPlaces } from "@/server/domain/plan/plan-board";
import { useBoard } from "../board-context";
import { useBoardStore } from "../board-store";
import { describeBlock } from "./describe-row";
import { ROW_PIXELS } from "./route-blocks";
import { pixelsAt, type TimeScale } from "./time-scale";
import { AXIS_PIXELS, LABEL_PIXELS } from "./timeline-measures";

/** Rows this near to the upper edge have their words below them. */
const ABOVE_PIXELS = 28;

export interface HoveredBlockProps {
  readonly scale: TimeScale;
  readonly rowTop: (routeId: string) => number;
  readonly scrollTop: number;
}

/** The stop pointed at, here, in the list or on the map, told in a line beside its block. */
export function HoveredBlock({ scale, rowTop, scrollTop }: HoveredBlockProps) {
  const t = useWords("boardTimeline");
  const rules = useWords("rules");
  const { board } = useBoard();
  const hovered = useBoardStore(({ hovered: at, drag }) => (at?.kind === "stop" && drag === null ? at.id : null));
  const place = hovered === null ? undefined : stopPlaces(board).get(hovered);
  const text = place && describeBlock(t, rules, place.route, board, hovered!);
  if (!place || !text) return null;
  const time = place.route.schedule.stops[place.index]!;
  const top = AXIS_PIXELS + rowTop(place.route.id);
  const isAbove = top - scrollTop > AXIS_PIXELS + ABOVE_PIXELS;
  const middle = pixelsAt(scale, (time.startSeconds + time.departSeconds) / 2);
  const isRight = middle > scale.widthPixels / 2;
  return (
    <div
      aria-hidden="true"
      data-testid="hovered-block"
      className="pointer-events-none absolute z-10 max-w-120 truncate rounded-md bg-inverse px-2 py-0.5 text-ink-inverse text-sm tabular-nums shadow-popup"
      style={{
        top: isAbove ? top - 24 : top + ROW_PIXELS + 4,
        ...(isRight ? { right: scale.widthPixels - middle - 12 } : { left: LABEL_PIXELS + middle - 12 }),
      }}
    >
      {text}
    </div>
  );
}
