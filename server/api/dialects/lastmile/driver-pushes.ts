import "server-only";
import type { DriverNews } from "@/server/realtime/driver-news-stream";
import { listOwnRoutes, readOwnRoute } from "@/server/services/execution/read-own-route";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { ServiceError } from "@/server/services/kernel/service-error";
import { dress } from "./ids";
import { fromDriverRoute } from "./map/driver-route";
import type { DriverAssignmentAnswer } from "./wire/driver-api";

/** All a driver has before him, or is out on. */
export async function assignmentsOf(services: ServiceContext): Promise<DriverAssignmentAnswer[]> {
  const assignments: DriverAssignmentAnswer[] = [];
  for (const { routeId } of await listOwnRoutes(services, {})) {
    assignments.push(fromDriverRoute(await readOwnRoute(services, { routeId })));
  }
  return assignments;
}

/** One of his routes as it is after what happened to it; of several things at once the last. Null: it is his no more. */
export async function pushesOf(services: ServiceContext, news: readonly DriverNews[]) {
  const last = new Map(news.map((each) => [each.routeId, each]));
  const pushes = [];
  for (const { id, type, routeId } of [...last.values()].sort((a, b) => a.id - b.id)) {
    const assignment = await readOwnRoute(services, { routeId }).then(fromDriverRoute, (error: unknown) => {
      if (error instanceof ServiceError && error.code === "not-found") return null;
      throw error;
    });
    pushes.push({ id, data: { type, assignment_id: dress("assignment", routeId), assignment } });
  }
  return pushes;
}
