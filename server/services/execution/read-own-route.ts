import "server-only";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { loadRouteOps } from "@/db/queries/execution/driver-ops";
import {
  findDoor,
  findOwnRoute,
  findOwnRouteOfVisit,
  listOpenRoutes,
  type OwnRoute,
} from "@/db/queries/execution/own-routes";
import { listDeliveryItems } from "@/db/queries/order/delivery-items";
import { findPlan } from "@/db/queries/plan/find-plan";
import { foldOps } from "@/server/domain/execution/fold-ops";
import { type StopRun, untouchedStop } from "@/server/domain/execution/run-state";
import type { BoardRoute, BoardVisit } from "@/server/domain/plan/plan-board";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { loadPartialBoard } from "../plan/load-board";
import { readShapes } from "../plan/read-shapes";

/** One stop of a driver's route: what is there, when he is expected, and what he has made of it. */
export interface DriverStop {
  readonly visit: Pick<BoardVisit, "id" | "deliveryId" | "role" | "status" | "name" | "street" | "place" | "position">;
  /** Of an open stop when he is expected, of one that is made when he came. */
  readonly arriveAt: Date;
  readonly run: StopRun;
}

/** A driver's own route as it is now. */
export interface DriverRoute {
  readonly own: OwnRoute;
  readonly route: BoardRoute;
  readonly startAt: Date;
  readonly endAt: Date;
  /** The ways between the stops, each an encoded polyline; empty where only the straight line is known. */
  readonly legs: readonly string[];
  /** The way back. */
  readonly back: string;
  readonly stops: readonly DriverStop[];
}

/** One of the acting driver's own routes, timed as the desk's board times it. Refuses anybody else's as none. */
export const readOwnRoute = query({
  permission: "run.read",
  input: z.object({ routeId: z.uuid() }),
  run: async ({ tx, actor, now }, { routeId }): Promise<DriverRoute> => {
    const driverId = found(actor.id, "driver");
    const own = found(await findOwnRoute(tx, actor.organizationId, driverId, routeId), "assignment");
    return loadDriverRoute(tx, actor.organizationId, own, now);
  },
});

/** A stop of the acting driver's with its route, and what is in its parcels. Refuses anybody else's as none. */
export const readOwnStop = query({
  permission: "run.read",
  input: z.object({ visitId: z.uuid() }),
  run: async ({ tx, actor, now }, { visitId }) => {
    const { organizationId } = actor;
    const driverId = found(actor.id, "driver");
    const own = found(await findOwnRouteOfVisit(tx, organizationId, driverId, visitId), "stop");
    const driven = await loadDriverRoute(tx, organizationId, own, now);
    const here = driven.stops.find(({ visit }) => visit.id === visitId);
    const stop = here ?? (await loadFormerStop(tx, organizationId, own.routeId, visitId));
    return { driven, stop, items: await listDeliveryItems(tx, organizationId, stop.visit.deliveryId) };
  },
});

/** The routes the acting driver has before him or is out on, first day first. */
export const listOwnRoutes = query({
  permission: "run.read",
  input: z.object({}),
  run: ({ tx, actor, now }): Promise<OwnRoute[]> =>
    listOpenRoutes(tx, actor.organizationId, found(actor.id, "driver"), now),
});

async function loadDriverRoute(tx: Tx, organizationId: string, own: OwnRoute, now: Date): Promise<DriverRoute> {
  const plan = found(await findPlan(tx, organizationId, own.planId), "plan");
  const { board, book } = await loadPartialBoard(tx, organizationId, plan, [own.routeId], [], { now });
  const route = found(board.routes[0], "route");
  const run = foldOps(await loadRouteOps(tx, organizationId, own.routeId));
  const [shapes] = readShapes(board, book);
  const instant = (seconds: number) => new Date(board.plan.midnightEpochMs + seconds * 1000);
  return {
    own,
    route,
    startAt: instant(route.schedule.startSeconds),
    endAt: instant(route.schedule.endSeconds),
    legs: shapes?.legs ?? [],
    back: shapes?.back ?? "",
    stops: route.schedule.stops.map(({ visitId, arriveSeconds }) => ({
      visit: found(board.visits.get(visitId), "stop"),
      arriveAt: instant(arriveSeconds),
      run: run.stops.get(visitId) ?? untouchedStop(visitId),
    })),
  };
}

/** A door that was tried on a route and is planned elsewhere by now. */
async function loadFormerStop(tx: Tx, organizationId: string, routeId: string, visitId: string): Promise<DriverStop> {
  const { lat, lng, ...door } = found(await findDoor(tx, organizationId, visitId), "stop");
  const run = foldOps(await loadRouteOps(tx, organizationId, routeId)).stops.get(visitId) ?? untouchedStop(visitId);
  const atMs = run.arrivedAtMs ?? run.completion?.atMs ?? 0;
  const position = lat === null || lng === null ? null : { lat, lng };
  return { visit: { ...door, position }, arriveAt: new Date(atMs), run };
}
