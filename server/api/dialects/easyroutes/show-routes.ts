import "server-only";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { noSuch } from "@/server/services/kernel/service-error";
import { noteEvidenceShown } from "@/server/services/route/note-evidence-shown";
import { type RouteRecord, readRouteRecords } from "@/server/services/route/read-route-records";
import { fromRoute } from "./map/from-route";
import { fromStop } from "./map/from-stop";
import type { RouteWire } from "./wire/route";

/** How long the addresses of pictures are good: whoever gets them by webhook may be away for hours. */
const EVIDENCE_SECONDS = 24 * 3600;

/** Routes as they are handed out, in the order asked for; that addresses of evidence went with them is put on record. */
export async function showRoutes(services: ServiceContext, routeIds: readonly string[]): Promise<RouteWire[]> {
  const records = await openRoutes(services, routeIds);
  return records.map(fromRoute);
}

/** One stop of a route as it is handed out, with the evidence that goes with it on record, and nobody else's. */
export async function showRouteStop(services: ServiceContext, routeId: string, visitId: string | undefined) {
  const [route] = await readRouteRecords(services, { routeIds: [routeId], evidenceSeconds: EVIDENCE_SECONDS });
  if (!route) throw noSuch("route");
  const stop = route.stops.find((each) => each.visitId === visitId);
  if (!stop) throw noSuch("stop");
  const proofIds = [...new Set(stop.evidence.files.map(({ id }) => id))];
  if (proofIds.length > 0) await noteEvidenceShown(services, { routeId, proofIds });
  return fromStop(stop, route);
}

/** The same before they are put into words. */
export async function openRoutes(
  services: ServiceContext,
  routeIds: readonly string[],
): Promise<readonly RouteRecord[]> {
  const records = await readRouteRecords(services, { routeIds: [...routeIds], evidenceSeconds: EVIDENCE_SECONDS });
  const files = records.flatMap(({ stops }) => stops.flatMap(({ evidence }) => evidence.files));
  const first = records.find(({ stops }) => stops.some(({ evidence }) => evidence.files.length > 0));
  if (first)
    await noteEvidenceShown(services, { routeId: first.id, proofIds: [...new Set(files.map(({ id }) => id))] });
  return records;
}
