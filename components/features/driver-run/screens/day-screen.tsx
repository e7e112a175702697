"use client";
import { useWords } from "@/components/lib/words/words-context";
import { type Door, isOpen, loadsFirst } from "../day/group-doors";
import { ActionBar } from "../parts/action-bar";
import { BigButton } from "../parts/big-button";
import { useAct } from "../parts/use-act";
import type { NewAct } from "../store/kept-acts";
import { useDay, useKeptDay, useRunDesk } from "../store/run-context";
import { waitingActs } from "../sync/settle-acts";
import { DoorActions } from "./door-actions";
import { DoorBreaks, DoorList } from "./door-list";
import { NextDoorCard } from "./next-door-card";
import { ReloadCard } from "./reload-card";

export interface DayScreenProps {
  readonly isApple: boolean;
  readonly onOpen: (door: Door) => void;
}

/** The route while it is driven: where to go now, what comes after, what is behind. */
export function DayScreen({ isApple, onOpen }: DayScreenProps) {
  const t = useWords("driverRun");
  const day = useDay();
  const { sheet } = useKeptDay().route.run;
  const isUnderWay = day.phase === "started";
  const open = day.doors.filter((door) => door.stops.some(isOpen));
  const ahead = isUnderWay ? open.filter(({ key }) => key !== day.next?.key) : open;
  const behind = day.doors.filter((door) => !door.stops.some(isOpen));
  return (
    <>
      {isUnderWay && day.next && day.onBreakSinceMs === null ? <DoorBreaks door={day.next} /> : null}
      {isUnderWay && day.next && loadsFirst(day.next) ? (
        <ReloadCard
          depot={sheet.start}
          arriveSeconds={day.next.stops[0]!.stop.reload!.arriveSeconds}
          isApple={isApple}
        />
      ) : null}
      {isUnderWay && day.next ? <NextDoorCard door={day.next} isApple={isApple} onOpen={onOpen} /> : <PhaseCard />}
      {ahead.length > 0 ? (
        <section>
          {isUnderWay ? <h2 className="mb-1 font-semibold text-ink-muted text-md">{t("comingUp")}</h2> : null}
          <DoorList doors={ahead} onOpen={onOpen} />
        </section>
      ) : null}
      {behind.length > 0 ? (
        <section>
          <h2 className="mb-1 font-semibold text-ink-muted text-md">{t("doneSoFar")}</h2>
          <DoorList doors={behind} onOpen={onOpen} />
        </section>
      ) : null}
      <PhaseActions onOpen={onOpen} />
    </>
  );
}

/** What to know where there is no next stop: before the start and after the last. */
function PhaseCard() {
  const t = useWords("driverRun");
  const { phase, run } = useDay();
  const { route, acts, proofs } = useKeptDay();
  const { sheet } = route.run;
  const waiting = waitingActs(acts).length + proofs.filter(({ state }) => state === "waiting").length;
  const clock = (ms: number | null) => (ms === null ? "" : t.format.clock(ms, sheet.timeZone));
  const [title, about] =
    phase === "accepted"
      ? [
          t("readyTitle"),
          `${t("plannedAt", { time: t.format.time(sheet.startSeconds) })} · ${t.format.date(sheet.date)}`,
        ]
      : phase === "served"
        ? [t("allServed"), t("allServedAbout")]
        : phase === "finished"
          ? [t("finished", { time: clock(run.finishedAtMs) }), t("finishedAbout")]
          : [t("dayOver"), t("dayOverAbout", { time: clock(run.checkedOutAtMs) })];
  return (
    <section className="rounded-xl border border-line-strong bg-surface p-4">
      <h2 className="font-semibold text-xl">{title}</h2>
      <p className="mt-1 text-lg">{about}</p>
      {phase === "checked-out" && waiting > 0 ? (
        <p className="mt-2 font-semibold text-lg text-warn">{t("stillToSend")}</p>
      ) : null}
      {run.checkedInAtMs !== null && phase === "accepted" ? (
        <p className="mt-1 text-ink-muted text-md">{t("checkedIn", { time: clock(run.checkedInAtMs) })}</p>
      ) : null}
    </section>
  );
}

function PhaseActions({ onOpen }: { onOpen: (door: Door) => void }) {
  const t = useWords("driverRun");
  const desk = useRunDesk();
  const day = useDay();
  const { route } = useKeptDay();
  const { isBusy, run } = useAct();
  const doing = (act: NewAct) => () => void run(() => desk.act(act));
  if (day.onBreakSinceMs !== null) {
    const time = t.format.clock(day.onBreakSinceMs, route.run.sheet.timeZone);
    return (
      <ActionBar above={<p className="text-center font-medium text-md">{t("onBreak", { time })}</p>}>
        <BigButton look="primary" disabled={isBusy} onClick={doing({ type: "break-end" })}>
          {t("endBreak")}
        </BigButton>
      </ActionBar>
    );
  }
  switch (day.phase) {
    case "accepted":
      return (
        <ActionBar>
          {day.run.checkedInAtMs === null ? (
            <BigButton disabled={isBusy} onClick={doing({ type: "check-in" })}>
              {t("checkIn")}
            </BigButton>
          ) : null}
          <BigButton look="primary" disabled={isBusy} onClick={doing({ type: "start-route" })}>
            {t("startRoute")}
          </BigButton>
        </ActionBar>
      );
    case "started":
      return day.next ? <DoorActions door={day.next} onFill={() => onOpen(day.next!)} /> : null;
    case "served":
      return (
        <ActionBar>
          <BigButton look="primary" disabled={isBusy} onClick={doing({ type: "finish-route" })}>
            {t("finishRoute")}
          </BigButton>
        </ActionBar>
      );
    case "finished":
      return (
        <ActionBar>
          <BigButton look="primary" disabled={isBusy} onClick={doing({ type: "check-out" })}>
            {t("checkOut")}
          </BigButton>
        </ActionBar>
      );
    default:
      return null;
  }
}
