import type { WindowPolicy } from "./assignment-terms";

export interface ToAssign {
  readonly id: string;
  readonly projectId: string;
  /** Null: any day. */
  readonly serviceDate: string | null;
  readonly status: string;
  readonly routeId: string | null;
  /** Who else brings it. */
  readonly partnerId: string | null;
}

export interface AssignmentGroup<D> {
  readonly projectId: string;
  readonly date: string;
  readonly deliveries: readonly D[];
}

export interface GroupedDeliveries<D> {
  /** One per project and day. */
  readonly groups: readonly AssignmentGroup<D>[];
  /** On a route already. */
  readonly served: readonly D[];
  readonly leftOut: readonly { readonly deliveryId: string; readonly reason: "closed" | "past-day" | "with-partner" }[];
}

/** A delivery in one of these is still to be brought by somebody. */
const OPEN: ReadonlySet<string> = new Set(["requested", "scheduled", "assigned"]);

/**
 * What is to be assigned, by project and day: a delivery of no day goes on the first on which anybody works, one whose day
 * is over as well, unless its promise counts strictly: then it is left out.
 */
export function groupByDay<D extends ToAssign>(
  deliveries: readonly D[],
  days: ReadonlyMap<string, { readonly today: string; readonly nextDay: string }>,
  policy: WindowPolicy,
): GroupedDeliveries<D> {
  const groups = new Map<string, AssignmentGroup<D> & { deliveries: D[] }>();
  const served: D[] = [];
  const leftOut: { deliveryId: string; reason: "closed" | "past-day" | "with-partner" }[] = [];
  for (const delivery of deliveries) {
    const { id, projectId, serviceDate, routeId, status, partnerId } = delivery;
    const { today, nextDay } = days.get(projectId)!;
    const isPast = serviceDate !== null && serviceDate < today;
    if (routeId !== null) served.push(delivery);
    else if (!OPEN.has(status)) leftOut.push({ deliveryId: id, reason: "closed" });
    else if (partnerId !== null) leftOut.push({ deliveryId: id, reason: "with-partner" });
    else if (isPast && policy === "strict") leftOut.push({ deliveryId: id, reason: "past-day" });
    else {
      const date = serviceDate === null || isPast ? nextDay : serviceDate;
      const key = `${projectId} ${date}`;
      const group = groups.get(key) ?? { projectId, date, deliveries: [] };
      group.deliveries.push(delivery);
      groups.set(key, group);
    }
  }
  return { groups: [...groups.values()], served, leftOut };
}
