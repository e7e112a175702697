import "server-only";
import { type RouteNews, routeNews } from "@/server/domain/execution/route-news";
import { listRouteDeliveries } from "@/server/services/execution/list-route-deliveries";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { found } from "@/server/services/kernel/service-error";
import type { EventFeed } from "./event-feed";
import { streamEvents } from "./event-stream";

export interface RouteNewsBatch {
  readonly news: readonly { readonly id: number; readonly event: RouteNews }[];
  /** Up to here everything that concerns the route has been said. */
  readonly lastSeq: number;
  readonly isResync: boolean;
}

/** What happens to a driver's route, picked from the organization's log as it grows; resumes after a number. */
export async function* streamRouteNews(
  feed: EventFeed,
  services: ServiceContext,
  afterSeq: number | null,
  signal: AbortSignal,
): AsyncGenerator<RouteNewsBatch> {
  const { organizationId } = services.actor;
  const routeId = found(services.actor.routeId, "route");
  let deliveryIds = new Set(await listRouteDeliveries(services, {}));
  for await (const { events, lastSeq, isResync } of streamEvents(feed, organizationId, afterSeq, signal)) {
    const isRouteChanged = events.some(({ type, entityId }) => type === "route.changed" && entityId === routeId);
    // What was taken off the route and what was put on it both concern its driver.
    const now = isRouteChanged ? new Set(await listRouteDeliveries(services, {})) : deliveryIds;
    const concerned = new Set([...deliveryIds, ...now]);
    const news = events.flatMap((event) => {
      const said = routeNews(event, routeId, concerned);
      return said ? [{ id: event.seq, event: said }] : [];
    });
    deliveryIds = now;
    yield { news, lastSeq, isResync };
  }
}
