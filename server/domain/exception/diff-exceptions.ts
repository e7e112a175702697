import { sameJson } from "@/server/domain/order/merge-draft";
import { type ExceptionDetails, type ExceptionStatus, isStanding, moreSevere, type Severity } from "./exception-type";
import type { WantedException } from "./want-exceptions";

/** An exception whose cause was still there when it was last looked at. */
export interface KnownException {
  readonly id: string;
  readonly type: string;
  readonly subjectKey: string;
  readonly status: ExceptionStatus;
  readonly severity: Severity;
  readonly dueAtMs: number;
  readonly details: ExceptionDetails;
}

export interface ExceptionDiff {
  readonly raised: readonly WantedException[];
  readonly refreshed: readonly {
    readonly id: string;
    readonly severity: Severity;
    readonly dueAtMs: number;
    readonly details: ExceptionDetails;
    /** It has become graver: worth saying aloud. */
    readonly isGraver: boolean;
  }[];
  /** Their cause is gone; `isStanding`: nobody had closed them. */
  readonly cleared: readonly { readonly id: string; readonly isStanding: boolean }[];
}

/** A deadline that moves by less is the same. */
const DUE_NEWS_MS = 60_000;

/**
 * What has to change so that what is stored is what the day calls for. What a person has closed stays closed until its
 * cause has gone once; severity never goes down by itself. Applied and asked again, it is empty.
 */
export function diffExceptions(wanted: readonly WantedException[], known: readonly KnownException[]): ExceptionDiff {
  const knownByKey = new Map(known.map((each) => [keyOf(each), each]));
  const wantedKeys = new Set(wanted.map(keyOf));
  const raised = wanted.filter((each) => !knownByKey.has(keyOf(each)));
  const refreshed = wanted.flatMap((each) => {
    const stored = knownByKey.get(keyOf(each));
    return stored && isStanding(stored.status) ? refreshOf(each, stored) : [];
  });
  const cleared = known
    .filter((each) => !wantedKeys.has(keyOf(each)))
    .map(({ id, status }) => ({ id, isStanding: isStanding(status) }));
  return { raised, refreshed, cleared };
}

/** Names an exception: one of them stands at a time. */
export function keyOf({ type, subjectKey }: Pick<KnownException, "type" | "subjectKey">): string {
  return `${type}|${subjectKey}`;
}

function refreshOf(wanted: WantedException, stored: KnownException): ExceptionDiff["refreshed"] {
  const severity = moreSevere(stored.severity, wanted.severity);
  const moved = wanted.dueAtMs !== null && Math.abs(wanted.dueAtMs - stored.dueAtMs) >= DUE_NEWS_MS;
  const dueAtMs = moved ? wanted.dueAtMs! : stored.dueAtMs;
  const isGraver = severity !== stored.severity;
  if (!isGraver && !moved && sameJson(wanted.details, stored.details)) return [];
  return [{ id: stored.id, severity, dueAtMs, details: wanted.details, isGraver }];
}
