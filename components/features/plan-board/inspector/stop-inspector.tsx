"use client";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { type BoardVisit, type PlanBoard, stopPlaces } from "@/server/domain/plan/plan-board";
import type { BoardCommands } from "../commands/use-board-commands";
import { RolledOverNote } from "../cutoff/rolled-over-note";
import { formatLoad, formatMinutes } from "../describe-rule-break";
import { LiveStopSection } from "../live/live-stop-section";
import { StopExceptions } from "../live/subject-exceptions";
import { BreakChips } from "../route-list/break-chips";
import { CommandButton } from "../top-bar/command-button";
import { CustomerSection } from "./customer-section";
import { type Fact, FactList } from "./fact-list";
import { InspectorSection } from "./inspector-section";
import { PartnerSection } from "./partner-section";
import { WhyUnassigned } from "./why-unassigned";

export interface StopInspectorProps {
  readonly board: PlanBoard;
  readonly visit: BoardVisit;
  readonly isPending: boolean;
  readonly commands: BoardCommands;
}

/** One stop: who, where, when, what it needs, and where it is planned. */
export function StopInspector({ board, visit, isPending, commands }: StopInspectorProps) {
  const t = useWords("boardInspector");
  const place = stopPlaces(board).get(visit.id);
  const time = place?.route.schedule.stops[place.index];
  const dimensions = board.plan.loadDimensions;
  return (
    <>
      <InspectorSection>
        <div>
          <h2 className="break-words font-semibold text-lg leading-6">{visit.name || visit.externalId}</h2>
          <p className="text-ink-muted">
            {[visit.street, visit.place].filter(Boolean).join(", ") || t("stop.noAddress")}
          </p>
        </div>
        <RolledOverNote visit={visit} isPlanned={place !== undefined} />
        {time && time.breaks.length > 0 ? (
          <p className="flex flex-wrap gap-1">
            <BreakChips breaks={time.breaks} dimensions={dimensions} max={6} />
          </p>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <CommandButton commands={commands} id="move-to" size="sm" variant="secondary" />
          {place ? <CommandButton commands={commands} id="unassign" size="sm" variant="secondary" /> : null}
          <CommandButton commands={commands} id="cancel-orders" size="sm" variant="secondary" />
        </div>
      </InspectorSection>
      <PartnerSection deliveryId={visit.deliveryId} status={visit.status} />
      <StopExceptions visitId={visit.id} />
      {place ? <LiveStopSection board={board} route={place.route} index={place.index} visit={visit} /> : null}
      <InspectorSection title={t("stop.plan")}>
        <FactList facts={planFacts(t, place, time, isPending)} />
        {place ? (
          <div className="flex flex-wrap gap-2">
            <CommandButton commands={commands} id="lock-driver" size="sm" variant="secondary" />
            <CommandButton commands={commands} id="lock-position" size="sm" variant="secondary" />
            <CommandButton commands={commands} id="reload" size="sm" variant="secondary" />
          </div>
        ) : null}
      </InspectorSection>
      {place ? null : <WhyUnassigned board={board} visitId={visit.id} />}
      <InspectorSection title={t("order.title")}>
        <FactList facts={orderFacts(t, visit, dimensions)} />
      </InspectorSection>
      <CustomerSection visit={visit} zone={board.plan.timeZone} />
    </>
  );
}

type Place = ReturnType<ReturnType<typeof stopPlaces>["get"]>;

function planFacts(
  t: Words<"boardInspector">,
  place: Place,
  time: PlanBoard["routes"][number]["schedule"]["stops"][number] | undefined,
  isPending: boolean,
): Fact[] {
  if (!place || !time) return [{ label: t("stop.route"), value: t("stop.unassigned") }];
  const { format } = t;
  const about = isPending ? "~" : "";
  const wait = time.startSeconds - time.arriveSeconds - time.checkInSeconds;
  return [
    { label: t("stop.route"), value: `${place.route.number} · ${place.route.driver.name}` },
    {
      label: t("stop.sequence"),
      value: t("stop.place", { position: place.index + 1, stops: place.route.stops.length }),
    },
    ...(time.reload
      ? [
          {
            label: t("stop.reload"),
            value: `${about}${format.timeRange(time.reload.arriveSeconds, time.reload.departSeconds)}`,
          },
        ]
      : []),
    { label: t("stop.arrives"), value: `${about}${format.time(time.arriveSeconds)}` },
    ...(time.checkInSeconds > 0
      ? [{ label: t("stop.checksIn"), value: formatMinutes(format, time.checkInSeconds) }]
      : []),
    ...(wait >= 60 ? [{ label: t("stop.waits"), value: formatMinutes(format, wait) }] : []),
    { label: t("stop.leaves"), value: `${about}${format.time(time.departSeconds)}` },
    {
      label: t("stop.wayHere"),
      value: `${about}${format.distance(time.legMeters)}, ${formatMinutes(format, time.legSeconds)}`,
    },
  ];
}

function orderFacts(
  t: Words<"boardInspector">,
  visit: BoardVisit,
  dimensions: PlanBoard["plan"]["loadDimensions"],
): Fact[] {
  const { format } = t;
  const amounts = (loads: readonly number[]) =>
    dimensions.flatMap(({ name, unit }, index) =>
      loads[index]
        ? [`${unit ? "" : `${name.toLowerCase()}: `}${formatLoad(format, loads[index], index, dimensions)}`]
        : [],
    );
  const [deliver, pickup] = [amounts(visit.deliver), amounts(visit.pickup)];
  const windows = visit.windows.map((window) => format.timeRange(window.fromSeconds, window.toSeconds));
  return [
    { label: t("order.number"), value: visit.externalId || "–" },
    { label: t("order.type"), value: t(visit.role === "pickup" ? "order.type.pickup" : "order.type.delivery") },
    { label: t("order.window"), value: windows.join(", ") || t("order.anyTime") },
    {
      label: t("order.service"),
      value: serviceText(t, visit),
    },
    ...(visit.checkInSeconds
      ? [{ label: t("order.checkIn"), value: formatMinutes(format, visit.checkInSeconds) }]
      : []),
    ...(deliver.length > 0 ? [{ label: t("order.delivers"), value: deliver.join(", ") }] : []),
    ...(pickup.length > 0 ? [{ label: t("order.takesOn"), value: pickup.join(", ") }] : []),
    ...(visit.priority === "normal" ? [] : [{ label: t("order.priority"), value: t(`priority.${visit.priority}`) }]),
    ...tagFact(t("order.skills"), visit.skills),
    ...tagFact(t("order.features"), visit.features),
    ...(visit.obstacle ? [{ label: t("order.problem"), value: t(`obstacle.${visit.obstacle}`) }] : []),
  ];
}

function serviceText(t: Words<"boardInspector">, { serviceSeconds, learnedFrom }: BoardVisit): string {
  if (serviceSeconds === 0) return t("order.noService");
  const time = formatMinutes(t.format, serviceSeconds);
  return learnedFrom === undefined ? time : t("order.learned", { time, visits: learnedFrom });
}

function tagFact(label: string, tags: readonly string[]): Fact[] {
  if (tags.length === 0) return [];
  const value = (
    <span className="flex flex-wrap gap-1">
      {tags.map((tag) => (
        <Badge key={tag}>{tag}</Badge>
      ))}
    </span>
  );
  return [{ label, value }];
}
