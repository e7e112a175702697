"use client";
import clsx from "clsx";
import { Check, ChevronRight, Warehouse, X } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { type Door, isOpen, loadsFirst } from "../day/group-doors";
import { BreakNote } from "../parts/break-note";
import { addressText, doorName, doorNumber, outcomeText } from "../parts/stop-words";
import { useKeptDay } from "../store/run-context";

export interface DoorListProps {
  readonly doors: readonly Door[];
  /** The one to go to now. */
  readonly next?: Door | null;
  /** Absent: the list is only to be read. */
  readonly onOpen?: (door: Door) => void;
}

/** The route as a line with its doors on it: what is behind is filled, what is next is ringed, what is ahead is open. */
export function DoorList({ doors, next, onOpen }: DoorListProps) {
  return (
    <ol className="relative flex flex-col before:absolute before:top-6 before:bottom-6 before:left-[1.1875rem] before:w-0.5 before:bg-line-strong">
      {doors.map((door) => (
        <li key={door.key} className="relative">
          <DoorBreaks door={door} />
          {loadsFirst(door) ? <ReloadRow seconds={door.stops[0]!.stop.reload!.arriveSeconds} /> : null}
          <DoorRow door={door} isNext={door.key === next?.key} onOpen={onOpen} />
        </li>
      ))}
    </ol>
  );
}

/** On the line between two doors: back to load. */
function ReloadRow({ seconds }: { seconds: number }) {
  const t = useWords("driverRun");
  const { start } = useKeptDay().route.run.sheet;
  return (
    <p className="flex min-h-12 items-center gap-3 py-1 pr-6">
      <span className="grid size-10 shrink-0 place-items-center">
        <span className="grid size-7 place-items-center rounded-md bg-inverse text-ink-inverse">
          <Warehouse className="size-4" aria-hidden="true" />
        </span>
      </span>
      <span className="min-w-0 flex-1 truncate font-medium text-md">
        {t("backToLoad", { place: start.name || start.street || t("start") })}
      </span>
      <span className="shrink-0 font-medium text-ink-muted text-lg tabular-nums">{t.format.time(seconds)}</span>
    </p>
  );
}

/** What breaks the driver is to have before he goes to a door; nothing once somebody has been there. */
export function DoorBreaks({ door }: { door: Door }) {
  const t = useWords("driverRun");
  const { route } = useKeptDay();
  if (!door.stops.every(({ run }) => run.status === "planned")) return null;
  const here = new Set(door.stops.map(({ stop }) => stop.visitId));
  return (route.run.sheet.breaks ?? [])
    .filter(({ beforeVisitId }) => beforeVisitId !== null && here.has(beforeVisitId))
    .map((rest) => <BreakNote key={rest.fromSeconds} t={t} rest={rest} />);
}

function DoorRow({ door, isNext, onOpen }: { door: Door; isNext: boolean; onOpen?: (door: Door) => void }) {
  const t = useWords("driverRun");
  const { route } = useKeptDay();
  const { stop, run } = door.stops[0]!;
  const completion = run.completion;
  const status = completion ? outcomeText(t, stop, completion.outcome) : t("planned");
  const content = (
    <>
      <DoorDot door={door} isNext={isNext} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-semibold text-lg">{doorName(t, door)}</span>
        <span className="block truncate text-ink-muted text-md">
          {completion ? status : addressText(t, stop)}
          {door.stops.length > 1 ? ` · ${t("parcelsHere", { count: door.stops.length })}` : null}
        </span>
      </span>
      <span
        className={clsx(
          "shrink-0 font-medium text-lg tabular-nums",
          stop.isLate && !completion ? "text-alert" : "text-ink-muted",
        )}
      >
        {completion ? t.format.clock(completion.atMs, route.run.sheet.timeZone) : t.format.time(stop.arriveSeconds)}
      </span>
    </>
  );
  const look = "flex min-h-16 w-full items-center gap-3 rounded-xl py-2 pr-1 text-left";
  if (!onOpen) return <div className={look}>{content}</div>;
  return (
    <button
      type="button"
      className={clsx(look, "active:bg-pressed")}
      aria-label={t("openStop", { number: doorNumber(door), name: doorName(t, door), status })}
      onClick={() => onOpen(door)}
    >
      {content}
      <ChevronRight className="size-5 shrink-0 text-ink-muted" aria-hidden="true" />
    </button>
  );
}

/** The door's mark on the route's line. */
export function DoorDot({ door, isNext }: { door: Door; isNext: boolean }) {
  const { run } = door.stops[0]!;
  const isServed = !door.stops.some(isOpen);
  const isGood = run.completion?.outcome === "delivered" || run.completion?.outcome === "partial";
  const number = doorNumber(door);
  return (
    <span
      className={clsx(
        "grid h-10 min-w-10 shrink-0 place-items-center rounded-full border-2 font-bold tabular-nums",
        number.length > 3 ? "px-2 text-sm" : "text-lg",
        isServed
          ? isGood
            ? "border-ok bg-ok text-ink-inverse"
            : "border-alert bg-alert text-alert-ink"
          : isNext
            ? "border-accent bg-accent text-accent-ink"
            : "border-line-control bg-surface",
      )}
    >
      {isServed ? (
        isGood ? (
          <Check className="size-5" strokeWidth={3} aria-hidden="true" />
        ) : (
          <X className="size-5" strokeWidth={3} aria-hidden="true" />
        )
      ) : (
        number
      )}
    </span>
  );
}
