import { readRouteHeads } from "@/server/services/assignment/read-route-heads";
import { readRoutes } from "@/server/services/assignment/read-routes";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { readDeliveryRecords } from "@/server/services/order/read-delivery-records";
import { listVisitReports } from "@/server/services/proof/list-visit-reports";
import { readMemberships } from "@/server/services/wave/read-memberships";
import { readWaveFigures } from "@/server/services/wave/read-wave";
import { dress } from "../ids";
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
    stops.push(...(await someStops(services, deliveryIds.slice(from, from + MOST), visitIds)));
  }
  return stops;
}

/** Of each delivery the door it is known by: its drop-off, else its only one. */
export async function stopByDelivery(
  services: ServiceContext,
  deliveryIds: readonly string[],
): Promise<ReadonlyMap<string, StopAnswer>> {
  const { records } = await readDeliveryRecords(services, { ids: [...deliveryIds] });
  const doorOf = new Map(
    records.map(({ delivery: { id, visits } }) => {
      return [id, (visits.find(({ role }) => role === "dropoff") ?? visits[0]!).id] as const;
    }),
  );
  const stops = await stopsOf(services, deliveryIds, new Set(doorOf.values()));
  const byId = new Map(stops.map((stop) => [stop.id, stop]));
  return new Map([...doorOf].map(([deliveryId, visitId]) => [deliveryId, byId.get(dress(visitId))!]));
}

async function someStops(services: ServiceContext, ids: readonly string[], visitIds?: ReadonlySet<string>) {
  const { records } = await readDeliveryRecords(services, { ids: [...ids] });
  const { waveOfDelivery } = await readMemberships(services, { deliveryIds: [...ids] });
  const driven = records.filter(({ delivery }) => delivery.status !== "requested" && delivery.status !== "scheduled");
  const reports = await listVisitReports(services, { deliveryIds: driven.map(({ delivery }) => delivery.id) });
  return records.flatMap((record) => {
    const { id, visits } = record.delivery;
    const context = {
      organizationId: services.actor.organizationId,
      planId: waveOfDelivery.get(id),
      reports: reports.filter(({ deliveryId }) => deliveryId === id),
      fileUrl: (reportId: string, imageId: string) => fileUrl(services, reportId, imageId),
    };
    const wanted = visits.filter((visit) => visitIds?.has(visit.id) ?? true);
    return wanted.map((visit) => fromStop(record, visit.id, context));
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
