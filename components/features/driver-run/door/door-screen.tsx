"use client";
import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { type Door, isOpen } from "../day/group-doors";
import { ActionBar } from "../parts/action-bar";
import { BigButton, bigButtonClass } from "../parts/big-button";
import { StopLinks } from "../parts/stop-links";
import { addressText, doorName, outcomeText, parcelText, windowText } from "../parts/stop-words";
import { DoorActions } from "../screens/door-actions";
import { DoorDot } from "../screens/door-list";
import { DoorNotes } from "../screens/next-door-card";
import { useDay, useKeptDay, useRunDesk } from "../store/run-context";
import { DoorForm } from "./door-form";

export interface DoorScreenProps {
  readonly door: Door;
  readonly isApple: boolean;
  readonly onBack: () => void;
}

/** All of one door: who, where, what to know, and what is done there. */
export function DoorScreen({ door, isApple, onBack }: DoorScreenProps) {
  const t = useWords("driverRun");
  const day = useDay();
  const { isLooking } = useRunDesk();
  const [isCorrecting, setCorrecting] = useState(false);
  const { stop } = door.stops[0]!;
  const open = door.stops.filter(isOpen);
  const isHere = open.some((each) => each.run.status === "arrived");
  const isUnderWay = day.phase === "started" || day.phase === "served";
  const isFilling = isUnderWay && (isHere || isCorrecting);
  return (
    <>
      <section>
        <button type="button" onClick={onBack} className={`${bigButtonClass("quiet")} -ml-4 justify-start!`}>
          <ArrowLeft aria-hidden="true" />
          <span>{t("backToRoute")}</span>
        </button>
        <div className="flex items-start gap-3">
          <DoorDot door={door} isNext={isHere} />
          <div className="min-w-0 flex-1">
            <h2 className="break-words font-semibold text-2xl leading-8">{doorName(t, door)}</h2>
            <p className="break-words text-lg">{addressText(t, stop)}</p>
            <p className="flex flex-wrap items-center gap-x-3 font-medium text-lg">
              <span>{t("plannedAt", { time: t.format.time(stop.arriveSeconds) })}</span>
              <span>{windowText(t, stop)}</span>
              {stop.isLate ? <Badge tone="alert">{t("late")}</Badge> : null}
            </p>
          </div>
        </div>
        <DoorNotes door={door} />
        <div className="mt-3">
          <StopLinks stop={stop} isApple={isApple} />
        </div>
      </section>
      {isFilling ? (
        <div inert={isLooking} className="contents">
          <DoorForm key={door.key} door={door} onDone={onBack} />
        </div>
      ) : (
        <>
          <OrderLines door={door} />
          {open.length === 0 ? (
            <ServedBar door={door} canCorrect={isUnderWay} onCorrect={() => setCorrecting(true)} />
          ) : isUnderWay ? (
            <DoorActions door={door} onFill={() => {}} />
          ) : null}
        </>
      )}
    </>
  );
}

/** What is brought or fetched at the door, order by order. */
function OrderLines({ door }: { door: Door }) {
  const t = useWords("driverRun");
  return (
    <ul className="flex flex-col gap-2">
      {door.stops.map(({ stop }) => (
        <li key={stop.visitId} className="rounded-xl border border-line-strong bg-surface p-3">
          <p className="flex flex-wrap justify-between gap-x-3 font-medium text-lg">
            {parcelText(t, stop)}
            <span className="font-normal text-ink-muted">{stop.externalId}</span>
          </p>
          {stop.items.map((item) => (
            <p key={item.id} className="break-words text-md">
              {item.quantity} × {item.description || t("parcel")}
              {item.barcode ? <span className="font-mono text-ink-muted text-base"> {item.barcode}</span> : null}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

function ServedBar({ door, canCorrect, onCorrect }: { door: Door; canCorrect: boolean; onCorrect: () => void }) {
  const t = useWords("driverRun");
  const outcomes = useWords("outcomes");
  const { route } = useKeptDay();
  const { stop, run } = door.stops[0]!;
  const { completion } = run;
  if (!completion) return null;
  const what = outcomeText(t, stop, completion.outcome);
  const time = t.format.clock(completion.atMs, route.run.sheet.timeZone);
  const said = [
    completion.reason && outcomes(`reason.${completion.reason}`),
    completion.recipientName,
    completion.note,
  ];
  return (
    <>
      <section className="rounded-xl border border-line-strong bg-surface p-3">
        <p className="font-semibold text-lg">{t("wasServed", { what, time })}</p>
        <p className="break-words text-lg">{said.filter(Boolean).join(" · ")}</p>
      </section>
      {canCorrect ? (
        <ActionBar>
          <BigButton onClick={onCorrect}>{t("correct")}</BigButton>
        </ActionBar>
      ) : null}
    </>
  );
}
