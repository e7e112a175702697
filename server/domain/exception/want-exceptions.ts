import type { ExceptionPolicy } from "./exception-policy";
import type { ExceptionDetails, ExceptionSubject, Severity, WatchedType } from "./exception-type";
import { routeExceptions } from "./route-rules";
import { stopExceptions } from "./stop-rules";
import type { WatchedDay } from "./watched-day";

/** An exception that the state of the day calls for. */
export interface WantedException extends ExceptionSubject {
  readonly type: WatchedType;
  /** With the type: one stands at a time. */
  readonly subjectKey: string;
  readonly severity: Severity;
  /** When a promise breaks; null: a person has the time its severity gives. */
  readonly dueAtMs: number | null;
  readonly details: ExceptionDetails;
  /** Whose it is to begin with; absent: nobody's. */
  readonly owner?: { readonly id: string; readonly name: string };
}

/** Whether an exception stands already: what ends it lies beyond what began it, so that nothing flaps at a threshold. */
export type StandsAlready = (type: WatchedType, subjectKey: string) => boolean;

/** Everything the day calls for now, each subject once per type. */
export function wantExceptions(
  day: WatchedDay,
  policy: ExceptionPolicy,
  standsAlready: StandsAlready,
): WantedException[] {
  return [...routeExceptions(day, policy, standsAlready), ...stopExceptions(day, policy)];
}
