import type { LiveEvent } from "@/components/lib/live-events";
import type { PlanRuns } from "./live-routes";

/** True for what changes how a plan's day is going, so that it is to be asked for again before long. */
export function isNewsOfRuns(event: LiveEvent, planId: string): boolean {
  if (event.planId !== planId) return false;
  return (
    event.entity === "stop" ||
    event.entity === "assignment" ||
    /^route\.(started|finished|checked-|break-|arrivals-changed|act-refused|dispatched)/.test(event.type)
  );
}

/**
 * The day with one event in it, as far as the event says; what it does not say (notes, new expectations) comes with the
 * next reading. The same object when nothing changed, so that repeated events cost nothing.
 */
export function patchRuns(runs: PlanRuns, event: LiveEvent, planId: string): PlanRuns {
  if (event.planId !== planId || event.occurredAt === null) return runs;
  const at = new Date(event.occurredAt);
  if (event.type.startsWith("stop.")) return withStop(runs, event, planId, at);
  if (event.type === "route.started") return withRoute(runs, event.entityId, planId, { startedAt: at });
  if (event.type === "route.finished") return withRoute(runs, event.entityId, planId, { finishedAt: at });
  return runs;
}

type StopRow = PlanRuns["stops"][number];

function withStop(runs: PlanRuns, event: LiveEvent, planId: string, at: Date): PlanRuns {
  const { routeId, deliveryId, outcome } = event.data as {
    routeId?: string;
    deliveryId?: string;
    outcome?: StopRow["status"];
  };
  if (!routeId || !deliveryId) return runs;
  const visitId = event.entityId;
  const isRow = (row: { routeId: string; visitId: string }) => row.routeId === routeId && row.visitId === visitId;
  const known = runs.stops.find(isRow);
  const isEnded = known?.completedAt != null;
  const change: Partial<StopRow> | null =
    event.type === "stop.completed" && outcome
      ? { status: outcome, completedAt: at }
      : event.type === "stop.arrived"
        ? { arrivedAt: at, ...(isEnded ? {} : { status: "arrived" as const }) }
        : event.type === "stop.departed"
          ? { departedAt: at, ...(isEnded || known?.arrivedAt ? {} : { status: "enroute" as const }) }
          : null;
  if (!change) return runs;
  const blank = {
    organizationId: "",
    routeId,
    visitId,
    planId,
    deliveryId,
    status: "planned",
    departedAt: null,
    arrivedAt: null,
    completedAt: null,
    completion: null,
    updatedAt: at,
  } as StopRow;
  const row = { ...(known ?? blank), ...change };
  return {
    ...runs,
    stops: known ? runs.stops.map((each) => (each === known ? row : each)) : [...runs.stops, row],
    arrivals: row.completedAt === null ? runs.arrivals : runs.arrivals.filter((each) => !isRow(each)),
  };
}

type RouteRow = PlanRuns["routes"][number];

function withRoute(runs: PlanRuns, routeId: string, planId: string, change: Partial<RouteRow>): PlanRuns {
  const known = runs.routes.find((row) => row.routeId === routeId);
  const at = change.startedAt ?? change.finishedAt ?? new Date(0);
  const blank = {
    organizationId: "",
    routeId,
    planId,
    answeredAt: null,
    checkedInAt: null,
    startedAt: null,
    finishedAt: null,
    checkedOutAt: null,
    breaks: [],
    skewSeconds: 0,
    syncedAt: at,
    updatedAt: at,
  } as RouteRow;
  const row = { ...(known ?? blank), ...change };
  return { ...runs, routes: known ? runs.routes.map((each) => (each === known ? row : each)) : [...runs.routes, row] };
}
