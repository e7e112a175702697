import "server-only";
import { createHash } from "node:crypto";
import type { listRouteDoors } from "@/db/queries/execution/runs";
import type { PartnerWord } from "@/server/domain/partner/partner-word";

type Door = Awaited<ReturnType<typeof listRouteDoors>>[number];

/** What a partner says of a route of one of its drivers. */
export interface SaidOfRoute {
  readonly word: PartnerWord;
  readonly at: Date;
  readonly note: string;
  readonly recipientName: string;
  /** By what it is known when it comes again. */
  readonly name: string;
}

/** A partner's word as the acts its driver would have made, in the log's own terms; each has the same id each time. */
export function partnerActs(said: SaidOfRoute, doors: readonly Door[]): Record<string, unknown>[] {
  const { word, at, note, recipientName } = said;
  const act = (type: string, about: Record<string, unknown> = {}, suffix = "") => ({
    opId: idOfName(`${said.name} ${type} ${suffix}`),
    deviceSeq: 0,
    occurredAt: at.toISOString(),
    type,
    ...about,
  });
  const ids = (list: readonly Door[]) => list.map(({ visitId }) => visitId);
  const pickups = doors.filter(({ role }) => role === "pickup");
  const ends = doors.filter(({ role, kind }) => role === "dropoff" || kind === "pickup");
  const complete = (visitIds: string[], about: Record<string, unknown>) =>
    visitIds.length === 0 ? [] : [act("complete", { visitIds, ...about }, visitIds.join())];
  const each = (type: "depart" | "arrive") =>
    (doors.length === 1 ? ids(doors) : ids(ends)).map((visitId) => act(type, { visitId }, visitId));
  switch (word) {
    case "accepted":
      return [act("accept")];
    case "declined":
      return [act("decline", { reason: "other", note })];
    case "picked-up":
      return [act("start-route"), ...complete(ids(pickups), { outcome: "delivered", note })];
    case "enroute":
      // Of one delivery: on the way to it; of all: on the road.
      return [
        act("start-route"),
        ...(new Set(doors.map(({ deliveryId }) => deliveryId)).size === 1 ? each("depart") : []),
      ];
    case "arrived":
      return [act("start-route"), ...each("arrive")];
    case "delivered":
      return [act("start-route"), ...complete(ids(doors), { outcome: "delivered", note, recipientName })];
    case "failed":
    case "returned":
    case "cancelled": {
      const reason = word === "cancelled" ? "cancelled" : "other";
      return [act("start-route"), ...complete(ids(ends), { outcome: "failed", reason, note: note || word })];
    }
  }
}

/** An id that belongs to a name. */
function idOfName(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  const [a, b, c, d, e] = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(13, 16), hex.slice(17, 20), hex.slice(20, 32)];
  return `${a}-${b}-8${c}-8${d}-${e}`;
}
