/** What a driver's device learns of an event: enough to know what to read again, and nothing about anybody else. */
export interface RouteNews {
  readonly type: string;
  readonly entity: string;
  readonly entityId: string;
  readonly occurredAt: Date;
}

interface LoggedEvent extends RouteNews {
  readonly data: Readonly<Record<string, unknown>>;
}

/** The news an event is for a route's driver; null when it is none of his business. */
export function routeNews(event: LoggedEvent, routeId: string, deliveryIds: ReadonlySet<string>): RouteNews | null {
  const { type, entity, entityId, occurredAt, data } = event;
  const isMeant =
    (entity === "route" && entityId === routeId) ||
    data.routeId === routeId ||
    (entity === "delivery" && deliveryIds.has(entityId));
  return isMeant && entity !== "message" ? { type, entity, entityId, occurredAt } : null;
}
