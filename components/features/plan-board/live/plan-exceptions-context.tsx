"use client";
import { createContext, type ReactNode, use, useMemo } from "react";
import { isSnoozed } from "@/components/lib/exceptions/exception-state";
import type { Exception } from "@/components/lib/exceptions/exception-words";
import { usePlanExceptions as useAsked } from "@/components/lib/exceptions/use-exceptions";
import { useNow } from "@/components/lib/exceptions/use-now";
import { useBoardSession } from "../board-context";
import { useBoardMode } from "../modes/board-mode";

export interface PlanExceptions {
  /** What waits in sight, soonest due first. */
  readonly list: readonly Exception[];
  /** Of one door. */
  readonly byVisit: ReadonlyMap<string, readonly Exception[]>;
  /** Of a route as a whole and of its doors. */
  readonly byRoute: ReadonlyMap<string, readonly Exception[]>;
}

const MINUTE_MS = 60_000;
const NONE: PlanExceptions = { list: [], byVisit: new Map(), byRoute: new Map() };
const PlanExceptionsContext = createContext<PlanExceptions>(NONE);

/** What of the day needs somebody, for everything that marks it; in the live mode only. */
export function PlanExceptionsProvider({ children }: { children: ReactNode }) {
  const { mode } = useBoardMode();
  const { planId } = useBoardSession();
  const { data } = useAsked(planId, mode === "live");
  const nowMs = useNow(MINUTE_MS);
  const exceptions = useMemo(
    () => (mode === "live" && data ? planExceptions(data.filter((each) => !isSnoozed(each, nowMs))) : NONE),
    [mode, data, nowMs],
  );
  return <PlanExceptionsContext value={exceptions}>{children}</PlanExceptionsContext>;
}

export function usePlanExceptions(): PlanExceptions {
  return use(PlanExceptionsContext);
}

/** A list by what its exceptions are about. */
export function planExceptions(list: readonly Exception[]): PlanExceptions {
  return { list, byVisit: groupBy(list, ({ visitId }) => visitId), byRoute: groupBy(list, ({ routeId }) => routeId) };
}

function groupBy(list: readonly Exception[], keyOf: (exception: Exception) => string | null) {
  const groups = new Map<string, Exception[]>();
  for (const exception of list) {
    const key = keyOf(exception);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), exception]);
  }
  return groups;
}
