import type { Outcome, OutcomeReason } from "@/server/domain/execution/outcome";
import type { SheetStop } from "@/server/domain/plan/route-sheet";
import type { DoorValues } from "../store/kept";
import type { NewAct } from "../store/kept-acts";
import { answerOf } from "./check-door";
import type { Door } from "./group-doors";

/** How a door's form begins: for all its parcels, nothing filled in. */
export function emptyDoor(door: Door): DoorValues {
  return {
    visitIds: door.stops.map(({ stop }) => stop.visitId),
    answers: {},
    counts: {},
    note: "",
    recipientName: "",
    proofs: [],
  };
}

/** The act that a filled-in form amounts to. */
export function doorAct(
  stops: readonly SheetStop[],
  values: DoorValues,
  outcome: Outcome,
  reason: OutcomeReason | undefined,
): Extract<NewAct, { type: "complete" }> {
  const chosen = stops.filter(({ visitId }) => values.visitIds.includes(visitId));
  const tasks = chosen[0]?.tasks ?? [];
  return {
    type: "complete",
    visitIds: chosen.map(({ visitId }) => visitId),
    outcome,
    ...(reason && { reason }),
    note: values.note.trim(),
    recipientName: values.recipientName.trim(),
    answers: tasks.flatMap((task, index) => {
      const value = answerOf(task, index, values);
      return value === undefined ? [] : [{ task: index, value }];
    }),
    items: chosen
      .flatMap(({ items }) => items)
      .flatMap(({ id, quantity }) => {
        const counted = values.counts[id];
        return counted === undefined || counted === quantity ? [] : [{ itemId: id, quantity: counted }];
      }),
    proofIds: values.proofs.map(({ proofId }) => proofId),
  };
}
