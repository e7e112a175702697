"use client";
import { useTheme } from "@/components/lib/theme";
import { useWords } from "@/components/lib/words/words-context";
import { RouteSwatch } from "@/components/map/route-swatch";
import { tellsEmissions } from "@/server/domain/plan/emissions";
import type { BoardRoute, PlanBoard } from "@/server/domain/plan/plan-board";
import type { BoardCommands } from "../commands/use-board-commands";
import { FollowButton } from "../live/follow-button";
import { LookLink } from "../live/look-link";
import { RouteExceptions } from "../live/subject-exceptions";
import { TrailButton } from "../live/trail-button";
import { ToldToDriver } from "../modes/told-to-driver";
import { BreakChips } from "../route-list/break-chips";
import { ShiftBar } from "../route-list/shift-bar";
import { useRouteLook } from "../route-looks";
import { CommandButton } from "../top-bar/command-button";
import { FactList } from "./fact-list";
import { InspectorSection } from "./inspector-section";
import { LoadBars } from "./load-bars";

export interface RouteInspectorProps {
  readonly board: PlanBoard;
  readonly route: BoardRoute;
  readonly isPending: boolean;
  readonly commands: BoardCommands;
}

/** One route: who drives what, how the day runs, how full it gets, what is wrong. */
export function RouteInspector({ board, route, isPending, commands }: RouteInspectorProps) {
  const t = useWords("boardInspector");
  const { format } = t;
  const theme = useTheme();
  const look = useRouteLook(route.id);
  const { schedule, driver, vehicle, rules } = route;
  const about = isPending ? "~" : "";
  const isEmpty = route.stops.length === 0;
  return (
    <>
      <InspectorSection>
        <div className="flex items-start gap-2.5">
          <RouteSwatch number={String(route.number)} {...look} theme={theme} alert={schedule.lateStops > 0} />
          <div className="min-w-0 flex-1">
            <h2 className="truncate font-semibold text-lg leading-6">{driver.name}</h2>
            <p className="truncate text-ink-muted">
              {[vehicle.label, vehicle.registration].filter(Boolean).join(" · ")}
            </p>
          </div>
        </div>
        {schedule.breaks.length > 0 ? (
          <p className="flex flex-wrap gap-1">
            <BreakChips breaks={schedule.breaks} dimensions={board.plan.loadDimensions} max={6} />
          </p>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <CommandButton commands={commands} id="isolate" size="sm" variant="secondary" />
          <CommandButton commands={commands} id="lock-route" size="sm" variant="secondary" />
          <CommandButton commands={commands} id="swap-driver" size="sm" variant="secondary" />
          <CommandButton commands={commands} id="split-route" size="sm" variant="secondary" />
          <TrailButton routeId={route.id} />
          <FollowButton routeId={route.id} />
          <LookLink route={route} />
        </div>
      </InspectorSection>
      <RouteExceptions routeId={route.id} />
      <InspectorSection title={t("route.day")}>
        <ShiftBar route={route} className="my-1" />
        <FactList
          facts={[
            { label: t("route.shift"), value: format.timeRange(rules.shift.fromSeconds, rules.shift.toSeconds) },
            {
              label: t("route.drives"),
              value: isEmpty
                ? t("route.nothingPlanned")
                : `${about}${format.timeRange(schedule.startSeconds, schedule.endSeconds)}`,
            },
            {
              label: t("route.stops"),
              value:
                schedule.lateStops > 0
                  ? t("route.stopsLate", { stops: route.stops.length, late: schedule.lateStops })
                  : format.count(route.stops.length),
            },
            { label: t("route.distance"), value: `${about}${format.distance(schedule.distanceMeters)}` },
            { label: t("route.driving"), value: `${about}${format.duration(schedule.driveSeconds)}` },
            { label: t("route.service"), value: format.duration(schedule.serviceSeconds) },
            ...(schedule.checkInSeconds > 0
              ? [{ label: t("route.checkIn"), value: format.duration(schedule.checkInSeconds) }]
              : []),
            ...(schedule.waitSeconds >= 60
              ? [{ label: t("route.waiting"), value: `${about}${format.duration(schedule.waitSeconds)}` }]
              : []),
            ...(schedule.driverBreaks.length > 0
              ? [
                  {
                    label: t("route.breaks"),
                    value: schedule.driverBreaks
                      .map((each) => `${about}${format.timeRange(each.startSeconds, each.endSeconds)}`)
                      .join(", "),
                  },
                ]
              : []),
            { label: t("route.cost"), value: `${about}${format.money(schedule.costCents, board.plan.currency)}` },
            ...(tellsEmissions(board.routes)
              ? [
                  {
                    label: t("route.emissions"),
                    value:
                      schedule.emissionsGrams === null
                        ? t("route.emissionsUnsaid")
                        : `${about}${format.weight(schedule.emissionsGrams)}`,
                  },
                ]
              : []),
          ]}
        />
      </InspectorSection>
      <InspectorSection title={t("route.load")}>
        <LoadBars load={schedule.maxLoad} capacity={rules.capacity} dimensions={board.plan.loadDimensions} />
      </InspectorSection>
      <ToldToDriver route={route} board={board} />
      <InspectorSection title={t("route.contact")}>
        <FactList
          facts={[
            { label: t("route.email"), value: driver.email || "–" },
            { label: t("route.phone"), value: driver.phone || "–" },
          ]}
        />
      </InspectorSection>
    </>
  );
}
