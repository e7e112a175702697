import { isStanding } from "@/server/domain/exception/exception-type";
import type { Exception } from "./exception-words";

/** True while somebody has put it out of sight for some time. */
export function isSnoozed({ status, snoozedUntilMs }: Pick<Exception, "status" | "snoozedUntilMs">, nowMs: number) {
  return isStanding(status) && snoozedUntilMs !== null && snoozedUntilMs > nowMs;
}

const REVIEWED: readonly string[] = ["proof-missing", "proof-rejected", "proof-flagged"];

/** Where the evidence it is about is reviewed; null: it is about none. */
export function reviewAddress({ type, date, projectId, routeId, visitId }: Exception): string | null {
  if (!REVIEWED.includes(type) || !date || !routeId || !visitId) return null;
  const query = new URLSearchParams({
    ...(projectId && { project: projectId }),
    date,
    show: "all",
    stop: `${routeId}.${visitId}`,
  });
  return `/review?${query}`;
}

/** Where the board shows what it is about; null: it is about nothing on a map. */
export function boardAddress({
  date,
  projectId,
  visitId,
  routeId,
  details,
}: Pick<Exception, "date" | "projectId" | "visitId" | "routeId" | "details">): string | null {
  if (!date) return null;
  const stop = visitId ?? details.visitIds?.[0];
  const focus = stop ? `stop:${stop}` : routeId ? `route:${routeId}` : null;
  const query = new URLSearchParams({
    mode: "live",
    ...(projectId && { project: projectId }),
    ...(focus && { focus }),
  });
  return `/plan/${date}?${query}`;
}
