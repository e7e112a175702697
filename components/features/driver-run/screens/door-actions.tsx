"use client";
import { useWords } from "@/components/lib/words/words-context";
import { type Door, isOpen } from "../day/group-doors";
import { ActionBar } from "../parts/action-bar";
import { BigButton } from "../parts/big-button";
import { useAct } from "../parts/use-act";
import { useRunDesk } from "../store/run-context";

/** Setting off to a door and arriving there; `onFill` when it is time to hand over. */
export function DoorActions({ door, onFill }: { door: Door; onFill: () => void }) {
  const t = useWords("driverRun");
  const desk = useRunDesk();
  const { isBusy, run } = useAct();
  const open = door.stops.filter(isOpen);
  const isHere = open.some((each) => each.run.status === "arrived");
  const isOnTheWay = open.some((each) => each.run.status === "enroute");
  const { stop } = open[0] ?? door.stops[0]!;
  const arrive = () => run(() => desk.act(open.map((each) => ({ type: "arrive", visitId: each.stop.visitId }))));
  return (
    <ActionBar>
      {isHere ? (
        <BigButton look="primary" onClick={onFill}>
          {t(stop.isTask ? "completeVisit" : stop.role === "pickup" ? "completeCollect" : "complete")}
        </BigButton>
      ) : (
        <>
          {isOnTheWay ? null : (
            <BigButton
              disabled={isBusy}
              onClick={() => void run(() => desk.act({ type: "depart", visitId: stop.visitId }))}
            >
              {t("setOff")}
            </BigButton>
          )}
          <BigButton look="primary" disabled={isBusy} onClick={() => void arrive()}>
            {t("arrive")}
          </BigButton>
        </>
      )}
    </ActionBar>
  );
}
