import type { Outcome, OutcomeReason } from "@/server/domain/execution/outcome";
import type { SheetStop } from "@/server/domain/plan/route-sheet";
import type { DoorValues } from "../store/kept";
import type { NewAct } from "../store/kept-acts";
import { answerOf } from "./check-door";
import type { Door } from "./group-doors";

/** How a door's form begins: for all its parcels; as it was left, be it by a version that asked for less. */
export function doorForm(door: Door, left: Partial<DoorValues> = {}): DoorValues {
  return {
    visitIds: door.stops.map(({ stop }) => stop.visitId),
    answers: {},
    scans: {},
    counts: {},
    note: "",
    recipientName: "",
    proofs: [],
    ...left,
  };
}

/**
 * The acts that a filled-in form amounts to: one for all orders chosen, and where codes are read, which no two orders
 * share, one for each.
 */
export function doorActs(
  stops: readonly SheetStop[],
  values: DoorValues,
  outcome: Outcome,
  reason: OutcomeReason | undefined,
): Extract<NewAct, { type: "complete" }>[] {
  const chosen = stops.filter(({ visitId }) => values.visitIds.includes(visitId));
  const isEach = stops.some(({ tasks }) => tasks.some(({ kind }) => kind === "barcode"));
  const groups = isEach ? chosen.map((stop) => [stop] as const) : [chosen];
  return groups.map((group) => ({
    type: "complete",
    visitIds: group.map(({ visitId }) => visitId),
    outcome,
    ...(reason && { reason }),
    note: values.note.trim(),
    recipientName: values.recipientName.trim(),
    answers: (group[0]?.tasks ?? []).flatMap((task, index) => {
      const value = answerOf(task, index, values, group[0]!.visitId);
      return value === undefined ? [] : [{ task: index, value }];
    }),
    items: group
      .flatMap(({ items }) => items)
      .flatMap(({ id, quantity }) => {
        const counted = values.counts[id];
        return counted === undefined || counted === quantity ? [] : [{ itemId: id, quantity: counted }];
      }),
    proofIds: values.proofs.map(({ proofId }) => proofId),
  }));
}
