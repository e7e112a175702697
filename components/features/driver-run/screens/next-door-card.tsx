"use client";
import clsx from "clsx";
import { ChevronRight } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { type Door, loadsFirst } from "../day/group-doors";
import { CustomerWishNote } from "../parts/customer-wish-note";
import { StopLinks } from "../parts/stop-links";
import { addressText, doorName, parcelText, windowText } from "../parts/stop-words";
import { useRunDesk } from "../store/run-context";
import { DoorDot } from "./door-list";

export interface NextDoorCardProps {
  readonly door: Door;
  readonly isApple: boolean;
  readonly onOpen: (door: Door) => void;
}

/** Where to go now, in letters that are read at arm's length. */
export function NextDoorCard({ door, isApple, onOpen }: NextDoorCardProps) {
  const t = useWords("driverRun");
  const desk = useRunDesk();
  const { stop, run } = door.stops[0]!;
  const label = run.status === "arrived" ? "atTheDoor" : run.status === "enroute" ? "onTheWay" : "nextStop";
  // Asking for the way is setting off. The link itself must work even where that cannot be noted.
  const setOff = () => {
    if (run.status === "planned") void desk.act({ type: "depart", visitId: stop.visitId }).catch(() => {});
  };
  return (
    <section
      aria-label={t(label)}
      className={clsx("rounded-2xl border-2 bg-surface p-4", loadsFirst(door) ? "border-line-strong" : "border-accent")}
    >
      <p className="flex items-center justify-between font-semibold text-accent text-md">
        {t(label)}
        <span className="flex items-center gap-2 text-ink text-xl tabular-nums">
          {stop.isLate ? <Badge tone="alert">{t("late")}</Badge> : null}
          {t.format.time(stop.arriveSeconds)}
        </span>
      </p>
      <button type="button" onClick={() => onOpen(door)} className="mt-2 flex w-full items-start gap-3 text-left">
        <DoorDot door={door} isNext />
        <span className="min-w-0 flex-1">
          <span className="block break-words font-semibold text-2xl leading-8">{doorName(t, door)}</span>
          <span className="block break-words text-lg">{addressText(t, stop)}</span>
        </span>
        <ChevronRight className="mt-2 size-6 shrink-0 text-ink-muted" aria-hidden="true" />
      </button>
      <p className="mt-3 flex flex-col font-medium text-lg">
        <span>{windowText(t, stop)}</span>
        <span>{door.stops.length > 1 ? t("parcelsHere", { count: door.stops.length }) : parcelText(t, stop)}</span>
      </p>
      <DoorNotes door={door} />
      <div className="mt-3">
        <StopLinks stop={stop} isApple={isApple} onNavigate={setOff} />
      </div>
    </section>
  );
}

/** What the order, the address and the customer say to whoever stands there. */
export function DoorNotes({ door }: { door: Door }) {
  const t = useWords("driverRun");
  const notes = [...new Set(door.stops.flatMap(({ stop }) => stop.notes))];
  return (
    <>
      {notes.map((note) => (
        <p key={note} className="mt-2 whitespace-pre-line break-words rounded-lg bg-warn-soft px-3 py-2 text-lg">
          {note}
        </p>
      ))}
      {door.stops.map(({ stop }) => (
        <CustomerWishNote key={stop.visitId} t={t} wish={stop.wish} className="mt-2 text-lg" />
      ))}
    </>
  );
}
