import { groupBy } from "@/server/domain/group-by";
import { readRouteHeads } from "@/server/services/assignment/read-route-heads";
import { readRoutes } from "@/server/services/assignment/read-routes";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { readDeliveryRecords } from "@/server/services/order/read-delivery-records";
import { listVisitReports } from "@/server/services/proof/list-visit-reports";
import { readMemberships } from "@/server/services/wave/read-memberships";
import { readWaveFigures } from "@/server/services/wave/read-wave";
import { fromPlan } from "../map/from-plan";
import { fromRoute } from "../map/from-route";
import { fromStop } from "../map/from-stop";
import type { RouteAnswer } from "../wire/route";
import type { StopAnswer } from "../wire/stop";

/** As many as one question names. */
const MOST = 5000;

/** Where a report's picture is read, with the key. */
export function fileUrl({ baseUrl }: Pick<ServiceContext, "baseUrl">, reportId: string, imageId: string): string {
  return `${baseUrl}/routal/v3/stop/report/${reportId}/image/${imageId}`;
}

/** All doors of deliveries as this API says them, in the order asked; of each delivery those named, or all. */
export async function stopsOf(
  services: ServiceContext,
  deliveryIds: readonly string[],
  visitIds?: ReadonlySet<string>,
): Promise<StopAnswer[]> {
  const stops: StopAnswer[] = [];
  for (let from = 0; from < deliveryIds.length; from += MOST) {
    const some = await readDoors(services, deliveryIds.slice(from, from + MOST));
    const wanted = some.flatMap(({ doors }) => doors.filter(({ visitId }) => visitIds?.has(visitId) ?? true));
    stops.push(...wanted.map(({ stop }) => stop));
  }
  return stops;
}

/** Of each delivery the door it is known by: its drop-off, else its only one. */
export async function stopByDelivery(
  services: ServiceContext,
  deliveryIds: readonly string[],
): Promise<ReadonlyMap<string, StopAnswer>> {
  const read = await readDoors(services, deliveryIds);
  return new Map(
    read.map(({ deliveryId, doors }) => {
      return [deliveryId, (doors.find(({ role }) => role === "dropoff") ?? doors[0]!).stop] as const;
    }),
  );
}

/** Deliveries with their doors as this API says them. */
async function readDoors(services: ServiceContext, ids: readonly string[]) {
  const { records } = await readDeliveryRecords(services, { ids: [...ids] });
  const { waveOfDelivery } = await readMemberships(services, { deliveryIds: [...ids] });
  // Of what is open again as well: its attempts stay.
  const ended = await listVisitReports(services, { deliveryIds: [...ids] });
  const reportsOf = groupBy(ended, ({ deliveryId }) => deliveryId);
  return records.map((record) => {
    const { id, visits } = record.delivery;
    const context = {
      organizationId: services.actor.organizationId,
      planId: waveOfDelivery.get(id),
      reports: reportsOf.get(id) ?? [],
      fileUrl: (reportId: string, imageId: string) => fileUrl(services, reportId, imageId),
    };
    const doors = visits.map(({ id: visitId, role }) => {
      return { visitId, role, stop: fromStop(record, visitId, context) };
    });
    return { deliveryId: id, doors };
  });
}

/** Routes with their stops, in the order asked. */
export async function routesOf(services: ServiceContext, routeIds: readonly string[]): Promise<RouteAnswer[]> {
  if (routeIds.length === 0) return [];
  const ids = [...routeIds];
  const views = await readRoutes(services, { routeIds: ids });
  const heads = new Map((await readRouteHeads(services, { routeIds: ids })).map((head) => [head.id, head]));
  const { waveOfRoute } = await readMemberships(services, { routeIds: ids });
  const deliveryIds = [...new Set(views.flatMap(({ stops }) => stops.map(({ deliveryId }) => deliveryId)))];
  const stops = new Map((await stopsOf(services, deliveryIds)).map((stop) => [stop.id, stop]));
  const { organizationId } = services.actor;
  return views.map((view) => {
    const planId = waveOfRoute.get(view.routeId) ?? view.planId;
    return fromRoute(view, { organizationId, planId, head: heads.get(view.routeId)!, stops });
  });
}

/** A plan with its figures. */
export async function planOf(services: ServiceContext, id: string) {
  return fromPlan(await readWaveFigures(services, { id }), services.actor.organizationId);
}
