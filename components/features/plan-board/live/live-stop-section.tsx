"use client";
import { useQuery } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { TOLERATED_SKEW_MS } from "@/server/domain/execution/merge-op";
import type { BoardRoute, BoardVisit, PlanBoard } from "@/server/domain/plan/plan-board";
import { plannedStops } from "@/server/domain/plan/route-schedule";
import { useBoardSession } from "../board-context";
import { useBoardStoreApi } from "../board-store";
import { formatMinutes } from "../describe-rule-break";
import { type Fact, FactList } from "../inspector/fact-list";
import { InspectorSection } from "../inspector/inspector-section";
import type { PlanGateway } from "../plan-gateway";
import { planKeys } from "../plan-keys";
import { useLiveDay, useLiveRoute } from "./live-day-context";
import { isDone } from "./live-routes";
import { type ShownStop, shownStop } from "./shown-stop";
import { StopStatusMark } from "./stop-status";

export interface LiveStopSectionProps {
  readonly board: PlanBoard;
  readonly route: BoardRoute;
  readonly index: number;
  readonly visit: BoardVisit;
}

/** How a stop goes: planned, promised, expected and actual side by side, how it ended, and who said so when. */
export function LiveStopSection({ board, route, index, visit }: LiveStopSectionProps) {
  const t = useWords("boardLive");
  const outcomes = useWords("outcomes");
  const driven = useLiveRoute(route.id);
  const day = useLiveDay();
  const store = useBoardStoreApi();
  const { canDispatch } = useBoardSession();
  const act = useActOf(route.id, driven?.live.stops.get(visit.id)?.completion?.opId ?? null);
  if (!driven || driven.live.phase === "unsent") return null;
  const shown = shownStop(route, index, driven.live, driven.figures);
  const mayReport = canDispatch && !day?.isReplay;
  return (
    <InspectorSection
      title={t("asDriven")}
      aside={
        <span className="flex items-center gap-1.5 text-sm">
          <StopStatusMark status={shown.status} />
          {t(`stop.${shown.status}`)}
        </span>
      }
    >
      <FactList facts={timeFacts(t, route, index, visit, shown)} />
      <FactList facts={outcomeFacts(t, outcomes, shown)} />
      {act ? <Said act={act} timeZone={board.plan.timeZone} /> : null}
      {mayReport ? (
        <div>
          <Button
            size="sm"
            onClick={() => store.setState({ dialog: { kind: "report", routeId: route.id, visitIds: [visit.id] } })}
          >
            {t(isDone(shown.run) ? "correctReport" : "reportForDriver")}
          </Button>
        </div>
      ) : null}
    </InspectorSection>
  );
}

function timeFacts(
  t: Words<"boardLive">,
  route: BoardRoute,
  index: number,
  visit: BoardVisit,
  { run, expected }: ShownStop,
): Fact[] {
  const { format } = t;
  const planned = plannedStops(route.schedule)[index]!;
  const promised = visit.windows.map((window) => format.timeRange(window.fromSeconds, window.toSeconds)).join(", ");
  const late = expected && expected.lateSeconds > 0 ? formatMinutes(format, expected.lateSeconds) : null;
  return [
    { label: t("planned"), value: format.timeRange(planned.arriveSeconds, planned.departSeconds) },
    { label: t("promised"), value: promised || t("anyTime") },
    ...(expected
      ? [
          {
            label: t("expected"),
            value: (
              <>
                {format.time(expected.arriveSeconds)}
                {late ? <span className="font-medium text-alert"> · {t("late", { duration: late })}</span> : null}
              </>
            ),
          },
        ]
      : []),
    ...(run?.departedSeconds == null ? [] : [{ label: t("departed"), value: format.time(run.departedSeconds) }]),
    ...(run?.arrivedSeconds == null ? [] : [{ label: t("arrived"), value: format.time(run.arrivedSeconds) }]),
    ...(run?.completedSeconds == null ? [] : [{ label: t("ended"), value: format.time(run.completedSeconds) }]),
  ];
}

function outcomeFacts(t: Words<"boardLive">, why: Words<"outcomes">, { run }: ShownStop): Fact[] {
  const completion = run?.completion;
  if (!completion) return [];
  return [
    { label: t("outcome"), value: t(`stop.${completion.outcome}`) },
    ...(completion.reason ? [{ label: t("reason"), value: why(`reason.${completion.reason}`) }] : []),
    ...(completion.note ? [{ label: t("note"), value: completion.note }] : []),
    ...(completion.recipientName ? [{ label: t("recipient"), value: completion.recipientName }] : []),
  ];
}

type Act = Awaited<ReturnType<PlanGateway["listRouteActs"]>>[number];

function useActOf(routeId: string, opId: string | null): Act | undefined {
  const { gateway, planId } = useBoardSession();
  const acts = useQuery({
    enabled: opId !== null,
    queryKey: planKeys.routeActs(planId, routeId),
    queryFn: () => gateway.listRouteActs(routeId),
  });
  return acts.data?.find(({ id }) => id === opId);
}

/** Who said how it ended, by which clock, and when that was heard. */
function Said({ act, timeZone }: { act: Act; timeZone: string }) {
  const t = useWords("boardLive");
  const clock = (at: Date) => t.format.clock(at, timeZone);
  const isSkewed = Math.abs(act.skewSeconds) * 1000 > TOLERATED_SKEW_MS;
  return (
    <div className="flex flex-col gap-1.5">
      <FactList
        facts={[
          { label: t("saidBy"), value: t(act.driverId === null ? "desk" : "driversDevice") },
          { label: t("deviceTime"), value: clock(act.deviceAt) },
          { label: t("received"), value: clock(act.receivedAt) },
        ]}
      />
      {isSkewed ? (
        <div>
          <Badge tone="warn" icon={<CircleAlert aria-hidden="true" />}>
            {t("skew", { duration: formatMinutes(t.format, Math.abs(act.skewSeconds)) })}
          </Badge>
        </div>
      ) : null}
    </div>
  );
}
