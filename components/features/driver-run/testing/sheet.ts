import type { WireDriverOp } from "@/server/domain/execution/driver-run";
import type { RouteSheet, SheetStop, SheetTask } from "@/server/domain/plan/route-sheet";
import type { KeptAct } from "../store/kept";
import type { NewAct } from "../store/kept-acts";

const ids = "abcdefghijklmnop";

/** A visit's id from a letter. */
export function visitOf(letter: string): string {
  return `00000000-0000-4000-8000-0000000000${(10 + ids.indexOf(letter)).toString()}`;
}

/** A stop named by a letter, at a street of its own unless told otherwise. */
export function stopOf(letter: string, rest: Partial<SheetStop> = {}): SheetStop {
  return {
    visitId: visitOf(letter),
    deliveryId: visitOf(letter),
    role: "dropoff",
    isTask: false,
    externalId: `N-${letter}`,
    place: { name: letter.toUpperCase(), street: `Street ${letter}`, town: "1000 Town", position: null },
    phone: "",
    phoneCode: "",
    arriveSeconds: 9 * 3600,
    isLate: false,
    windows: [],
    notes: [],
    wish: null,
    loads: [],
    items: [],
    tasks: [],
    serviceSeconds: 180,
    ...rest,
  };
}

export function taskOf(kind: SheetTask["kind"], rest: Partial<SheetTask> = {}): SheetTask {
  return { kind, label: kind, required: true, options: [], ...rest };
}

export function sheetOf(...stops: readonly SheetStop[]): RouteSheet {
  const depot = { name: "Depot", street: "Depot 1", town: "1000 Town", position: null };
  return {
    routeNumber: 1,
    date: "2026-06-10",
    timeZone: "UTC",
    driverName: "Dana",
    vehicle: { label: "Van", registration: "" },
    startSeconds: 8 * 3600,
    endSeconds: 16 * 3600,
    distanceMeters: 12_000,
    start: depot,
    end: depot,
    stops,
  };
}

/** An act made so many minutes into the day, as the wire has it. */
export function actOf(minute: number, act: NewAct): WireDriverOp {
  const opId = `00000000-0000-4000-9000-${String(minute).padStart(12, "0")}`;
  return { ...act, opId, deviceSeq: minute, occurredAt: new Date(Date.UTC(2026, 5, 10, 8, minute)).toISOString() };
}

/** The same, waiting on the device. */
export function keptOf(minute: number, act: NewAct, refusal: KeptAct["refusal"] = null): KeptAct {
  const made = actOf(minute, act);
  return { opId: made.opId, routeId: visitOf("p"), act: made, names: [], refusal };
}

/** The end of some visits. */
export function completeOf(...letters: string[]): Extract<NewAct, { type: "complete" }> {
  return {
    type: "complete",
    visitIds: letters.map(visitOf),
    outcome: "delivered",
    note: "",
    recipientName: "",
    answers: [],
    items: [],
    proofIds: [],
  };
}
