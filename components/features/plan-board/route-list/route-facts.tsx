"use client";
import clsx from "clsx";
import { Clock, Lock, LockOpen, Send, TriangleAlert } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import type { BoardRoute } from "@/server/domain/plan/plan-board";
import { useBoardSession } from "../board-context";
import { useBoardStore } from "../board-store";
import { describeDelta } from "../describe-delta";
import { routeProblems } from "./route-load";

/** What dropping the dragged stops on a route would add, at their best places; nothing while that is not known. */
export function RouteDelta({ routeId }: { routeId: string }) {
  const t = useWords("boardRoutes");
  const rulesWords = useWords("rules");
  const preview = useBoardStore((state) => state.previews.get(routeId));
  if (!preview) return null;
  const isWorse = preview.newBreaks.length > 0;
  return (
    <span
      data-testid="route-delta"
      className={clsx(
        "flex items-center gap-1 text-sm leading-4 tabular-nums",
        isWorse ? "font-medium text-warn" : "font-medium text-ink",
      )}
    >
      {isWorse ? <TriangleAlert className="size-3.5" aria-label={t("breaksRule")} role="img" /> : null}
      {preview.isApproximate ? "~ " : ""}
      {describeDelta(rulesWords, preview.delta)}
    </span>
  );
}

/** Whether a driver holds the route. */
export function SentBadge({ status }: Pick<BoardRoute, "status">) {
  const t = useWords("boardRoutes");
  if (status === "planned") return null;
  return (
    <Badge tone="info" icon={<Send aria-hidden="true" />}>
      {t(`sent.${status}`)}
    </Badge>
  );
}

/** How many stops are late, and how many rules are broken otherwise. */
export function ProblemBadges({ route }: { route: BoardRoute }) {
  const t = useWords("boardRoutes");
  const { late, other } = routeProblems(route);
  return (
    <>
      {late > 0 ? (
        <Badge tone="alert" icon={<Clock aria-hidden="true" />}>
          {t("late", { count: late })}
        </Badge>
      ) : null}
      {other > 0 ? (
        <Badge tone="warn" icon={<TriangleAlert aria-hidden="true" />}>
          {t.rich("rulesBroken", { count: other, quiet: (words) => <span className="sr-only">{words}</span> })}
        </Badge>
      ) : null}
    </>
  );
}

/** The padlock of a route: a button for whoever may edit. */
export function RouteLockButton({ route, alwaysShown = false }: { route: BoardRoute; alwaysShown?: boolean }) {
  const t = useWords("boardRoutes");
  const { actions, canEdit } = useBoardSession();
  const number = String(route.number);
  if (!canEdit) {
    return route.locked ? <Lock className="size-3.5 text-ink-muted" role="img" aria-label={t("routeLocked")} /> : null;
  }
  const label = route.locked ? t("unlockRoute", { number }) : t("lockRoute", { number });
  return (
    <IconButton
      label={label}
      size="sm"
      tabIndex={alwaysShown ? undefined : -1}
      pressed={route.locked}
      icon={route.locked ? <Lock /> : <LockOpen />}
      className={clsx(
        !route.locked &&
          !alwaysShown &&
          "opacity-0 focus-visible:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100",
      )}
      onClick={(event) => {
        event.stopPropagation();
        actions.lockRoute(route.id, !route.locked);
      }}
    />
  );
}
