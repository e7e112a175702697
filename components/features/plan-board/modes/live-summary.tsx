"use client";
import { CircleCheck, CircleDashed, Send, Truck } from "lucide-react";
import { useMemo } from "react";
import { useTheme } from "@/components/lib/theme";
import { useWords } from "@/components/lib/words/words-context";
import { RouteSwatch } from "@/components/map/route-swatch";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { boardVisit, type PlanBoard, type RouteStatus, routeVisitIds } from "@/server/domain/plan/plan-board";
import { useBoardStoreApi } from "../board-store";
import { formatMinutes } from "../describe-rule-break";
import { InspectorSection } from "../inspector/inspector-section";
import { AccuracySection } from "../live/accuracy-section";
import { useRouteLook } from "../route-looks";
import { moveCursor } from "../select-stops";
import { type PromisedStop, routesByState, tightestPromises } from "./live-day";
import { StopCounts } from "./stop-counts";

const SHOWN = 8;

/** The day as it is driven: which routes are out, and which promises are the next to break. */
export function LiveSummary({ board }: { board: PlanBoard }) {
  const t = useWords("boardModes");
  const states = useMemo(() => routesByState(board), [board]);
  const promises = useMemo(() => tightestPromises(board, SHOWN), [board]);
  const isOut = states.dispatched.length + states.started.length + states.finished.length > 0;
  const stopsOf = (routes: typeof states.planned) => routes.flatMap(routeVisitIds);
  const name = (state: RouteStatus) => t("routesAt", { state: t(`state.${state}`), count: states[state].length });
  if (!isOut) {
    return (
      <EmptyState icon={<Send />} title={t("nothingOut")}>
        {t("nothingOutHint")}
      </EmptyState>
    );
  }
  return (
    <>
      <InspectorSection title={t("routesAndStops")}>
        <StopCounts
          counts={[
            { label: name("planned"), icon: <CircleDashed />, visitIds: stopsOf(states.planned) },
            { label: name("dispatched"), icon: <Send />, visitIds: stopsOf(states.dispatched) },
            { label: name("started"), icon: <Truck />, visitIds: stopsOf(states.started) },
            { label: name("finished"), icon: <CircleCheck />, visitIds: stopsOf(states.finished) },
          ]}
        />
      </InspectorSection>
      <InspectorSection title={t("tightest")}>
        {promises.length === 0 ? (
          <p className="text-ink-muted">{t("noPromises")}</p>
        ) : (
          <ul className="-mx-2 flex flex-col">
            {promises.map((promise) => (
              <li key={promise.visitId}>
                <PromiseButton promise={promise} board={board} />
              </li>
            ))}
          </ul>
        )}
      </InspectorSection>
      <AccuracySection />
      <InspectorSection title={t("whoIsTold")}>
        <p>{t("driversAreTold")}</p>
        <p className="text-ink-muted">{t("customersAreNotTold")}</p>
      </InspectorSection>
    </>
  );
}

function PromiseButton({ promise, board }: { promise: PromisedStop; board: PlanBoard }) {
  const t = useWords("boardModes");
  const store = useBoardStoreApi();
  const theme = useTheme();
  const look = useRouteLook(promise.route.id);
  const { visitId, route, plannedSeconds, promisedSeconds, slackSeconds } = promise;
  const visit = boardVisit(board, visitId);
  return (
    <button
      type="button"
      onClick={() => moveCursor(store, { kind: "stop", id: visitId })}
      className="flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-left hover:bg-hover pointer-coarse:min-h-11"
    >
      <RouteSwatch number={String(route.number)} {...look} theme={theme} />
      <span className="min-w-0 flex-1">
        <span className="block truncate">{visit.name || visit.externalId}</span>
        <span className="block text-ink-muted text-sm tabular-nums">
          {t("plannedPromised", { planned: t.format.time(plannedSeconds), promised: t.format.time(promisedSeconds) })}
        </span>
      </span>
      {slackSeconds < 0 ? (
        <Badge tone="alert">{t("late", { duration: formatMinutes(t.format, -slackSeconds) })}</Badge>
      ) : (
        <Badge tone={slackSeconds < 900 ? "warn" : "neutral"}>
          {t("spare", { duration: formatMinutes(t.format, slackSeconds) })}
        </Badge>
      )}
    </button>
  );
}
