import type { Outcome } from "@/server/domain/execution/outcome";
import type { SheetTask } from "@/server/domain/plan/route-sheet";
import type { DoorValues } from "../store/kept";

/** What keeps a task from being done. */
export type TaskFault = "missing" | "not-a-number" | "wrong-pin";

/** Faults by the task's place in the list. */
export type TaskFaults = ReadonlyMap<number, TaskFault>;

/**
 * What still stands between a filled-in form and an outcome. Required tasks belong to handing over: at a door where nobody
 * was met none of them can be done. A PIN is compared whatever the outcome, once it has been typed.
 */
export function checkDoor(
  tasks: readonly SheetTask[],
  values: DoorValues,
  outcome: Outcome,
  pinMatches: ReadonlyMap<number, boolean>,
): TaskFaults {
  const faults = new Map<number, TaskFault>();
  const isHandedOver = outcome === "delivered" || outcome === "partial";
  for (const [index, task] of tasks.entries()) {
    const isMissing = values.visitIds.some((visitId) => answerOf(task, index, values, visitId) === undefined);
    const answer = answerOf(task, index, values, values.visitIds[0] ?? "");
    if (isMissing) {
      if (task.required && isHandedOver) faults.set(index, "missing");
    } else if (task.kind === "decimal" && typeof answer !== "number") faults.set(index, "not-a-number");
    else if (task.kind === "pin" && isHandedOver && pinMatches.get(index) === false) faults.set(index, "wrong-pin");
  }
  return faults;
}

/** By which a code read for an order is kept. */
export function scanKey(task: number, visitId: string): string {
  return `${task}/${visitId}`;
}

/** A task's answer for an order as an act carries it; undefined while there is none. Pictures are named by their ids. */
export function answerOf(
  task: SheetTask,
  index: number,
  { answers, scans, proofs }: Pick<DoorValues, "answers" | "scans" | "proofs">,
  visitId: string,
): string | number | boolean | undefined {
  if (task.kind === "barcode") return scans[scanKey(index, visitId)]?.trim() || undefined;
  if (task.kind === "photo" || task.kind === "signature") {
    const ids = proofs.filter((proof) => proof.task === index).map(({ proofId }) => proofId);
    return ids.length > 0 ? ids.join(" ") : undefined;
  }
  const answer = answers[index];
  if (task.kind === "checkbox") return answer === true ? true : undefined;
  if (task.kind === "decimal" && typeof answer === "string") return decimalOf(answer) ?? (answer.trim() || undefined);
  return typeof answer === "string" ? answer.trim() || undefined : answer;
}

/** A number as people type it, with a comma or a point; null when it is none. */
function decimalOf(text: string): number | null {
  const trimmed = text.trim().replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(trimmed) ? Number(trimmed) : null;
}
