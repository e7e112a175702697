import clsx from "clsx";
import { CircleCheck, CircleDashed, Send, Truck } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "@/components/lib/words/words-context";
import type { BoardRoute, RouteStatus } from "@/server/domain/plan/plan-board";
import { useBoard } from "../board-context";
import { routeProgress } from "./live-day";

const ICONS: Record<RouteStatus, ReactNode> = {
  planned: <CircleDashed aria-hidden="true" />,
  dispatched: <Send aria-hidden="true" />,
  started: <Truck aria-hidden="true" />,
  finished: <CircleCheck aria-hidden="true" />,
};

/** How far a route has come, in the place of its planning figures once the day is driven. */
export function RouteProgressLine({ route }: { route: BoardRoute }) {
  const { board } = useBoard();
  const t = useWords("boardModes");
  const { stops, delivered, failed } = routeProgress(route, board);
  return (
    <span className="flex items-center gap-1.5 text-ink-muted text-sm leading-4 tabular-nums [&>svg]:size-3.5">
      {ICONS[route.status]}
      <span className={clsx("flex-1 truncate", route.status === "planned" && stops > 0 && "text-warn")}>
        {t(`state.${route.status}`)}
      </span>
      {failed.length > 0 ? (
        <span className="font-medium text-alert">{t("failed", { count: failed.length })}</span>
      ) : null}
      <span>
        {route.status === "planned" ? t("stopsOf", { count: stops }) : t("doneOf", { done: delivered.length, stops })}
      </span>
      <span className="w-11 text-right" title={t("end")}>
        {t.format.time(route.schedule.endSeconds)}
      </span>
    </span>
  );
}
