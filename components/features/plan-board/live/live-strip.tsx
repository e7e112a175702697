"use client";
import clsx from "clsx";
import { ArrowDownNarrowWide, ListOrdered } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { useBoardStore, useBoardStoreApi } from "../board-store";
import { type LiveDay, useLiveDay } from "./live-day-context";
import { useSilentRoutes } from "./use-silent-routes";

const COUNTS = ["unopened", "unanswered", "unstarted", "late", "silent", "break", "finished"] as const;
type Count = (typeof COUNTS)[number];

/** Who is not moving, and what is late: counts of routes, each of which isolates them; and how the list is put in order. */
export function LiveStrip({ board }: { board: PlanBoard }) {
  const t = useWords("boardLive");
  const day = useLiveDay();
  const store = useBoardStoreApi();
  const order = useBoardStore((state) => state.liveOrder);
  const isolated = useBoardStore((state) => state.isolatedRouteIds);
  const silent = useSilentRoutes();
  if (!day) return null;
  const routes = routesByCount(board, day, silent);
  const isAt = (ids: readonly string[]) => ids.length === isolated.size && ids.every((id) => isolated.has(id));
  return (
    <div className="flex items-center gap-1 border-line border-b bg-surface px-2 py-1.5" data-testid="live-strip">
      <ul aria-label={t("strip")} className="flex min-w-0 flex-1 flex-wrap gap-1">
        {COUNTS.filter((count) => routes[count].length > 0).map((count) => {
          const ids = routes[count];
          const isOn = isAt(ids);
          return (
            <li key={count}>
              <button
                type="button"
                aria-pressed={isOn}
                onClick={() =>
                  store.setState(({ fitRequests }) => ({
                    isolatedRouteIds: new Set(isOn ? [] : ids),
                    fitRequests: fitRequests + 1,
                  }))
                }
                className={clsx(
                  "flex h-6 items-center gap-1 rounded-sm px-1.5 text-sm tabular-nums pointer-coarse:h-9",
                  isOn ? "bg-selected" : "bg-hover hover:bg-pressed",
                )}
              >
                <span className={clsx("font-semibold", count === "late" && "text-alert")}>
                  {t.format.count(ids.length)}
                </span>
                {t(`count.${count}`)}
              </button>
            </li>
          );
        })}
      </ul>
      <SegmentedControl
        label={t("order")}
        size="sm"
        value={order}
        onValueChange={(liveOrder) => store.setState({ liveOrder })}
        options={[
          { value: "breach", label: t("orderBreach"), icon: <ArrowDownNarrowWide />, iconOnly: true },
          { value: "number", label: t("orderNumber"), icon: <ListOrdered />, iconOnly: true },
        ]}
      />
    </div>
  );
}

function routesByCount(board: PlanBoard, day: LiveDay, silent: ReadonlySet<string>): Record<Count, readonly string[]> {
  const out = board.routes.filter((route) => route.stops.length > 0).map(({ id }) => id);
  const at = (...phases: string[]) => out.filter((id) => phases.includes(day.routes.get(id)!.phase));
  return {
    unopened: at("sent"),
    unanswered: at("opened", "declined"),
    unstarted: at("accepted"),
    late: out.filter((id) => day.figures.get(id)!.lateStops > 0),
    silent: out.filter((id) => silent.has(id)),
    break: at("break"),
    finished: at("finished"),
  };
}
