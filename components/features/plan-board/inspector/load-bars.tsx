import clsx from "clsx";
import { useWords } from "@/components/lib/words/words-context";
import type { BoardPlan } from "@/server/domain/plan/plan-board";
import type { Loads } from "@/server/domain/plan/routing-problem";
import { formatLoad } from "../describe-rule-break";

export interface LoadBarsProps {
  readonly load: Loads;
  readonly capacity: Loads;
  readonly dimensions: BoardPlan["loadDimensions"];
}

/** What a fleet file without a column for a dimension gives its vans. */
const UNLIMITED = 1_000_000_000;

/** How full a van gets, one bar per load dimension that it limits or carries. */
export function LoadBars({ load, capacity, dimensions }: LoadBarsProps) {
  const t = useWords("boardInspector");
  return (
    <ul className="flex flex-col gap-2">
      {dimensions.map((dimension, index) => {
        const [used, limit] = [load[index] ?? 0, capacity[index] ?? 0];
        if (used === 0 && limit === 0) return null;
        const isUnlimited = limit >= UNLIMITED;
        if (isUnlimited && used === 0) return null;
        const isOver = used > limit;
        const carried = formatLoad(t.format, used, index, dimensions);
        return (
          <li key={dimension.name} className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-1">
            <span className="text-ink-muted">{dimension.name}</span>
            <span className={clsx("tabular-nums", isOver && "font-medium text-warn")}>
              {isUnlimited
                ? carried
                : t("loadOf", { used: carried, limit: formatLoad(t.format, limit, index, dimensions) })}
            </span>
            {isUnlimited ? null : (
              <span className="col-span-2 h-1.5 overflow-hidden rounded-full bg-pressed">
                <span
                  className={clsx("block h-full rounded-full", isOver ? "bg-warn" : "bg-ink-muted")}
                  style={{ width: `${limit === 0 ? 100 : Math.min(100, (used / limit) * 100)}%` }}
                />
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
