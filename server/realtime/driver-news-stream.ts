import "server-only";
import { listOwnRoutes } from "@/server/services/execution/read-own-route";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import type { EventFeed } from "./event-feed";
import { streamEvents } from "./event-stream";

/** Something that happened to one of a driver's routes. */
export interface DriverNews {
  readonly id: number;
  readonly type: string;
  readonly routeId: string;
  readonly occurredAt: Date;
}

interface DriverNewsBatch {
  readonly news: readonly DriverNews[];
  readonly lastSeq: number;
  /** So much was missed that everything is to be read anew. */
  readonly isResync: boolean;
}

/** What may give a driver a route, or take one from him. */
const HANDS_OVER = /^(assignment\.|route\.(dispatched|driver-changed|link-sent|finished)|driver-day\.|plan\.)/;

/**
 * What happens to any of a driver's routes, those he is given on the way among them, picked from the organization's log
 * as it grows; resumes after a number.
 */
export async function* streamDriverNews(
  feed: EventFeed,
  services: ServiceContext,
  afterSeq: number | null,
  signal: AbortSignal,
): AsyncGenerator<DriverNewsBatch> {
  const read = async () => new Set((await listOwnRoutes(services, {})).map(({ routeId }) => routeId));
  let own = await read();
  const { organizationId } = services.actor;
  for await (const { events, lastSeq, isResync } of streamEvents(feed, organizationId, afterSeq, signal)) {
    const now = events.some(({ type }) => HANDS_OVER.test(type)) ? await read() : own;
    const news = events.flatMap(({ seq: id, type, entity, entityId, data, occurredAt }): DriverNews[] => {
      const routeId = entity === "route" ? entityId : data.routeId;
      // What was taken from him concerns him as much as what he is given.
      if (typeof routeId !== "string" || entity === "message" || !(own.has(routeId) || now.has(routeId))) return [];
      return [{ id, type, routeId, occurredAt }];
    });
    own = now;
    yield { news, lastSeq, isResync };
  }
}
