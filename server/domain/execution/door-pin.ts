import type { VisitTask } from "@/server/domain/order/delivery-schema";
import type { DriverOp } from "./driver-op";

/**
 * A recipient's PIN as a driver's device may know it. The salt is the door's own, so that equal PINs do not look equal. A
 * PIN of four digits can still be found by trying all of them: the hash keeps it from being read, and the server, which
 * knows the PIN itself, has the last word.
 */
export interface DoorPin {
  readonly salt: string;
  /** SHA-256 of `pinText`, hex. */
  readonly sha256: string;
}

/** What is hashed. People leave spaces and write in either case. */
export function pinText(salt: string, pin: string): string {
  return `${salt}:${pin.replaceAll(/\s/g, "").toUpperCase()}`;
}

/** The PIN a task asks for: orders carry it as a PIN task's first option. Undefined where any will do. */
export function expectedPin({ kind, options }: VisitTask): string | undefined {
  return kind === "pin" ? options[0] : undefined;
}

/** The tasks of a route's visits, by visit. */
export type TasksByVisit = ReadonlyMap<string, readonly VisitTask[]>;

/** True when something is said to have been handed over upon a PIN that is not the recipient's. */
export function hasWrongPin(act: DriverOp, tasksOf: TasksByVisit): boolean {
  if (act.type !== "complete" || (act.outcome !== "delivered" && act.outcome !== "partial")) return false;
  return act.visitIds.some((visitId) =>
    act.answers.some(({ task, value }) => {
      const asked = tasksOf.get(visitId)?.[task];
      const pin = asked && expectedPin(asked);
      return pin !== undefined && pinText("", pin) !== pinText("", String(value));
    }),
  );
}
