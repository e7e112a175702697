"use client";
import type { Formats } from "@/components/lib/words/formats";
import { useFormats } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { type BoardVisit, type PlanBoard, stopPlaces } from "@/server/domain/plan/plan-board";
import type { BoardCommands } from "../commands/use-board-commands";
import { RolledOverNote } from "../cutoff/rolled-over-note";
import { formatLoad, formatMinutes } from "../describe-rule-break";
import { BreakChips } from "../route-list/break-chips";
import { CommandButton } from "../top-bar/command-button";
import { type Fact, FactList } from "./fact-list";
import { InspectorSection } from "./inspector-section";
import { WhyUnassigned } from "./why-unassigned";

export interface StopInspectorProps {
  readonly board: PlanBoard;
  readonly visit: BoardVisit;
  readonly isPending: boolean;
  readonly commands: BoardCommands;
}

/** One stop: who, where, when, what it needs, and where it is planned. */
export function StopInspector({ board, visit, isPending, commands }: StopInspectorProps) {
  const format = useFormats();
  const place = stopPlaces(board).get(visit.id);
  const time = place?.route.schedule.stops[place.index];
  const dimensions = board.plan.loadDimensions;
  return (
    <>
      <InspectorSection>
        <div>
          <h2 className="break-words font-semibold text-lg leading-6">{visit.name || visit.externalId}</h2>
          <p className="text-ink-muted">{[visit.street, visit.place].filter(Boolean).join(", ") || "No address"}</p>
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
        </div>
      </InspectorSection>
      <InspectorSection title="Plan">
        <FactList facts={planFacts(format, place, time, isPending)} />
        {place ? (
          <div className="flex flex-wrap gap-2">
            <CommandButton commands={commands} id="lock-driver" size="sm" variant="secondary" />
            <CommandButton commands={commands} id="lock-position" size="sm" variant="secondary" />
          </div>
        ) : null}
      </InspectorSection>
      {place ? null : <WhyUnassigned board={board} visitId={visit.id} />}
      <InspectorSection title="Order">
        <FactList facts={orderFacts(format, visit, dimensions)} />
      </InspectorSection>
    </>
  );
}

type Place = ReturnType<ReturnType<typeof stopPlaces>["get"]>;

function planFacts(
  format: Formats,
  place: Place,
  time: PlanBoard["routes"][number]["schedule"]["stops"][number] | undefined,
  isPending: boolean,
): Fact[] {
  if (!place || !time) return [{ label: "Route", value: "Unassigned" }];
  const about = isPending ? "~" : "";
  const wait = time.startSeconds - time.arriveSeconds;
  return [
    { label: "Route", value: `${place.route.number} · ${place.route.driver.name}` },
    { label: "Sequence", value: `${place.index + 1} of ${place.route.stops.length}` },
    { label: "Arrives", value: `${about}${format.time(time.arriveSeconds)}` },
    ...(wait >= 60 ? [{ label: "Waits", value: formatMinutes(format, wait) }] : []),
    { label: "Leaves", value: `${about}${format.time(time.departSeconds)}` },
    {
      label: "Way here",
      value: `${about}${format.distance(time.legMeters)}, ${formatMinutes(format, time.legSeconds)}`,
    },
  ];
}

function orderFacts(format: Formats, visit: BoardVisit, dimensions: PlanBoard["plan"]["loadDimensions"]): Fact[] {
  const amounts = (loads: readonly number[]) =>
    dimensions.flatMap(({ name, unit }, index) =>
      loads[index]
        ? [`${unit ? "" : `${name.toLowerCase()}: `}${formatLoad(format, loads[index], index, dimensions)}`]
        : [],
    );
  const [deliver, pickup] = [amounts(visit.deliver), amounts(visit.pickup)];
  const windows = visit.windows.map((window) => format.timeRange(window.fromSeconds, window.toSeconds));
  return [
    { label: "Number", value: visit.externalId || "–" },
    { label: "Type", value: visit.role === "pickup" ? "Pickup" : "Delivery" },
    { label: "Window", value: windows.join(", ") || "Any time" },
    { label: "Service", value: visit.serviceSeconds === 0 ? "None" : formatMinutes(format, visit.serviceSeconds) },
    ...(deliver.length > 0 ? [{ label: "Delivers", value: deliver.join(", ") }] : []),
    ...(pickup.length > 0 ? [{ label: "Takes on", value: pickup.join(", ") }] : []),
    ...(visit.priority === "normal" ? [] : [{ label: "Priority", value: visit.priority }]),
    ...tagFact("Skills", visit.skills),
    ...tagFact("Features", visit.features),
    ...(visit.obstacle
      ? [
          {
            label: "Problem",
            value: visit.obstacle === "unlocated" ? "No position on the map" : "Promised for another day",
          },
        ]
      : []),
  ];
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
