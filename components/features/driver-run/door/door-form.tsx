"use client";
import { useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { Outcome, OutcomeReason } from "@/server/domain/execution/outcome";
import { PhotoField } from "../capture/photo-field";
import { checkDoor, type TaskFaults } from "../day/check-door";
import { doorActs } from "../day/door-act";
import type { Door } from "../day/group-doors";
import { ActionBar } from "../parts/action-bar";
import { BigButton } from "../parts/big-button";
import { ROOMY } from "../parts/roomy";
import { outcomeText } from "../parts/stop-words";
import { useAct } from "../parts/use-act";
import { useRunDesk } from "../store/run-context";
import { ItemCounts } from "./item-counts";
import { matchPins } from "./match-pins";
import { OrderChoice } from "./order-choice";
import { OutcomeDialog } from "./outcome-dialog";
import { TaskField } from "./task-field";
import { useDoorForm } from "./use-door-form";

/** What is said of a door once the driver stands before it, and how it ended. */
export function DoorForm({ door, onDone }: { door: Door; onDone: () => void }) {
  const t = useWords("driverRun");
  const desk = useRunDesk();
  const form = useDoorForm(door);
  const { isBusy, run } = useAct();
  const [faults, setFaults] = useState<TaskFaults>(new Map());
  const [isChoosing, setChoosing] = useState(false);
  const { values } = form;
  const stops = door.stops.map(({ stop }) => stop);
  const chosen = stops.filter(({ visitId }) => values.visitIds.includes(visitId));
  const tasks = stops[0]!.tasks;
  const isEmpty = chosen.length === 0;
  const left = stillLeft(faults, checkDoor(tasks, values, "delivered", new Map()));

  const report = async (outcome: Outcome, reason?: OutcomeReason) => {
    const found = checkDoor(tasks, values, outcome, await matchPins(tasks, values));
    setFaults(found);
    if (found.size > 0) {
      setChoosing(false);
      const first = Math.min(...found.keys());
      document.getElementById(`task-${first}`)?.scrollIntoView({ block: "center" });
      return;
    }
    if (await run(() => desk.act(doorActs(stops, values, outcome, reason), door.key))) onDone();
  };
  return (
    <div className={`flex flex-col gap-5 ${ROOMY}`}>
      <OrderChoice stops={stops} chosen={values.visitIds} onChange={(visitIds) => form.change({ visitIds })} />
      <ItemCounts stops={chosen} counts={values.counts} onChange={(counts) => form.change({ counts })} />
      {tasks.length > 0 ? (
        <section className="flex flex-col gap-4">
          <h3 className="font-semibold text-lg">{t("tasks")}</h3>
          {tasks.map((task, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a task is named by its place in the list.
            <TaskField key={index} task={task} index={index} stops={chosen} form={form} fault={left.get(index)} />
          ))}
        </section>
      ) : null}
      <TextField
        label={t("recipient")}
        autoComplete="off"
        value={values.recipientName}
        maxLength={120}
        onChange={(event) => form.change({ recipientName: event.currentTarget.value })}
      />
      <TextArea
        label={t("note")}
        rows={2}
        maxLength={2000}
        value={values.note}
        onValueChange={(note) => form.change({ note })}
      />
      <PhotoField
        label={t("photo")}
        photos={values.proofs.filter((each) => each.kind === "photo" && each.task === null).map((each) => each.proofId)}
        onTake={(photo) => form.take("photo", null, photo)}
        onRemove={form.remove}
      />
      <ActionBar
        above={
          left.size > 0 || isEmpty ? (
            <p role="alert" className="text-center font-medium text-alert text-md">
              {isEmpty ? t("chooseOrder") : t("faultsLeft", { count: left.size })}
            </p>
          ) : null
        }
      >
        <BigButton disabled={isBusy || isEmpty} onClick={() => setChoosing(true)}>
          {t("otherOutcome")}
        </BigButton>
        <BigButton look="primary" disabled={isBusy || isEmpty} onClick={() => void report("delivered")}>
          {outcomeText(t, stops[0]!, "delivered")}
        </BigButton>
      </ActionBar>
      <OutcomeDialog
        stop={stops[0]!}
        open={isChoosing}
        onOpenChange={setChoosing}
        onConfirm={(outcome, reason) => void report(outcome, reason)}
      />
    </div>
  );
}

/** Of what was found missing, what still is. */
function stillLeft(faults: TaskFaults, now: TaskFaults): TaskFaults {
  return new Map([...faults].filter(([index, fault]) => fault !== "missing" || now.get(index) === "missing"));
}
