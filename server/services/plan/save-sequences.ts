import "server-only";
import type { Tx } from "@/db/client";
import { beginTelling } from "@/db/queries/notification/doors-to-tell";
import { touchPlan } from "@/db/queries/plan/find-plan";
import { type RouteFiguresRow, replaceStops, setDeliveryStatus } from "@/db/queries/plan/save-routes";
import type { stop } from "@/db/schema/plan";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { BoardPatch } from "@/server/domain/plan/apply-board-patch";
import type { RouteShapes } from "@/server/domain/plan/edit-result";
import type { RouteSequence } from "@/server/domain/plan/place-visits";
import {
  type BoardReload,
  type BoardRoute,
  type BoardVisit,
  boardVisit,
  type PlanBoard,
} from "@/server/domain/plan/plan-board";
import { drivenLegs, reloadsOf } from "@/server/domain/plan/reload-trips";
import { retimeRoute } from "@/server/domain/plan/retime-route";
import type { RouteLook } from "@/server/domain/plan/route-look";
import { giveLooks } from "./give-looks";
import { type LegBook, pointsOf } from "./leg-book";
import type { PartialBoard } from "./load-board";

export interface SaveScope {
  readonly tx: Tx;
  readonly actor: { readonly organizationId: string };
  readonly now: Date;
  newId(): string;
}

export interface SavedSequences {
  readonly patch: BoardPatch;
  readonly shapes: readonly RouteShapes[];
  /** One per route, one per delivery whose status changed. */
  readonly events: readonly DomainEvent[];
  /** True when a leg was neither known nor asked for in time: the routes are to be measured again. */
  readonly isGuessed: boolean;
}

/** Stores new sequences of routes, timed with the book's legs, moves their deliveries' statuses and counts versions. */
export async function saveSequences(
  scope: SaveScope,
  partial: PartialBoard,
  sequences: readonly RouteSequence[],
  mutationId: string | undefined,
  /** What somebody took and put somewhere, as against what only made room. */
  movedVisitIds: readonly string[] = [],
  /** Whether these are the optimizer's own orders; absent: whatever they were, they are only timed anew. */
  isOptimized?: boolean,
): Promise<SavedSequences> {
  const { board, book, stopIds } = partial;
  const { organizationId } = scope.actor;
  const legs = book.source(board);
  const before = new Map(board.routes.map((route) => [route.id, route]));
  const routes = sequences.map(({ routeId, visitIds, reloads }) => {
    const route = before.get(routeId)!;
    return { ...retimeRoute(route, visitIds, board, legs, reloads), version: route.version + 1 };
  });
  const ways = routes.map((route) => waysOf(board, route, book));
  const figures = routes.map((route, index) => ({
    ...figuresRow(route, ways[index]!, scope.now),
    ...(isOptimized !== undefined && { isOptimized }),
  }));
  const stops = routes.flatMap((route, index) =>
    stopRows(organizationId, board, route, ways[index]!, (visitId) => stopIds.get(visitId) ?? scope.newId()),
  );
  await replaceStops(scope.tx, organizationId, figures, stops);
  const looks = routes.some(lacksLook) ? await giveLooks(scope.tx, organizationId, board.plan.id) : NO_LOOKS;
  const looking = routes.map((route) => ({ ...route, ...lookIn(looks, route.id) }));
  const statuses = await moveStatuses(scope, board, routes);
  const planVersion = await touchPlan(scope.tx, organizationId, board.plan.id, scope.now);
  const moved = new Set(movedVisitIds);
  const visits = changedVisits(board, routes, new Map(statuses.map(({ id, after }) => [id, after])));
  return {
    patch: {
      planVersion,
      planStatus: board.plan.status,
      routes: looking,
      removedRouteIds: [],
      visits,
      removedVisitIds: [],
    },
    shapes: routes.map((route, index) => shapesOf(route, ways[index]!)),
    events: [
      ...routes.map((route) => routeEvent(board, before.get(route.id)!, route, moved, mutationId)),
      ...statuses.map((change) => statusEvent(board, change, mutationId)),
    ],
    isGuessed: ways.some((way) => way.isGuessed),
  };
}

const NO_LOOKS: ReadonlyMap<string, RouteLook> = new Map();
const lacksLook = ({ stops, look }: BoardRoute) => stops.length > 0 && !look;

function lookIn(looks: ReadonlyMap<string, RouteLook>, routeId: string): Pick<BoardRoute, "look"> {
  const look = looks.get(routeId);
  return look ? { look } : {};
}

interface RouteWays {
  /** To each point that is driven to, reloads among them; without the way back. */
  readonly shapes: readonly string[];
  readonly back: string;
  readonly isGuessed: boolean;
}

function waysOf(board: PlanBoard, route: BoardRoute, book: LegBook): RouteWays {
  const points = pointsOf(board, route);
  const legs = points.slice(1).map((point, index) => book.find(points[index]!, point, route.vehicle.profile));
  const isGuessed = legs.some((leg, index) => !leg && points[index]!.position && points[index + 1]!.position);
  const shapes = legs.map((leg) => leg?.shape ?? "");
  const count = route.stops.length + reloadsOf(route).length;
  return { shapes: shapes.slice(0, count), back: shapes[count] ?? "", isGuessed };
}

function figuresRow(route: BoardRoute, ways: RouteWays, now: Date): RouteFiguresRow {
  const { id, version, stops, schedule, returnLeg } = route;
  const isUsed = stops.length > 0;
  return {
    id,
    version,
    startSeconds: schedule.startSeconds,
    endSeconds: schedule.endSeconds,
    distanceMeters: schedule.distanceMeters,
    driveSeconds: schedule.driveSeconds,
    serviceSeconds: schedule.serviceSeconds,
    waitSeconds: schedule.waitSeconds,
    lateStops: schedule.lateStops,
    costCents: schedule.costCents,
    returnShape: ways.back,
    returnLegMeters: (isUsed && returnLeg?.distanceMeters) || 0,
    returnLegSeconds: (isUsed && returnLeg?.durationSeconds) || 0,
    onRoads: isUsed && drivenLegs(route).every((leg) => !leg.isEstimate),
    updatedAt: now,
  };
}

function stopRows(
  organizationId: string,
  board: PlanBoard,
  route: BoardRoute,
  ways: RouteWays,
  idOf: (visitId: string) => string,
): (typeof stop.$inferInsert)[] {
  const shapes = ways.shapes.values();
  const nextShape = () => shapes.next().value ?? "";
  return route.stops.map((each, position) => {
    const timed = route.schedule.stops[position]!;
    const reload = each.reload && reloadRow(each.reload, nextShape());
    return {
      organizationId,
      id: idOf(each.visitId),
      planId: board.plan.id,
      routeId: route.id,
      visitId: each.visitId,
      position,
      lockedToDriver: each.lockedToDriver,
      lockedToPosition: each.lockedToPosition,
      lockedStartSeconds: boardVisit(board, each.visitId).timeLock?.startSeconds ?? null,
      arriveSeconds: timed.arriveSeconds,
      startSeconds: timed.startSeconds,
      departSeconds: timed.departSeconds,
      legMeters: each.leg.distanceMeters,
      legSeconds: each.leg.durationSeconds,
      legShape: nextShape(),
      ...(reload ?? NO_RELOAD),
      ruleBreaks: [...timed.breaks],
    };
  });
}

type ReloadColumns = Pick<
  typeof stop.$inferInsert,
  "reloadSeconds" | "reloadLegMeters" | "reloadLegSeconds" | "reloadLegShape"
>;
const NO_RELOAD: ReloadColumns = { reloadSeconds: null, reloadLegMeters: 0, reloadLegSeconds: 0, reloadLegShape: "" };

function reloadRow({ leg, loadSeconds }: BoardReload, reloadLegShape: string): ReloadColumns {
  return {
    reloadSeconds: loadSeconds,
    reloadLegMeters: leg.distanceMeters,
    reloadLegSeconds: leg.durationSeconds,
    reloadLegShape,
  };
}

/** On a route: scheduled; on a route that a driver holds: assigned; off it: requested again. */
async function moveStatuses(scope: SaveScope, board: PlanBoard, routes: readonly BoardRoute[]) {
  const { tx, now } = scope;
  const { organizationId } = scope.actor;
  const deliveriesOf = (visitIds: Iterable<string>) => [
    ...new Set([...visitIds].map((visitId) => boardVisit(board, visitId).deliveryId)),
  ];
  const planned = routes.filter((route) => route.status === "planned").flatMap(visitIdsOf);
  const dispatched = routes.filter((route) => route.status !== "planned").flatMap(visitIdsOf);
  const served = new Set([...planned, ...dispatched]);
  const touched = new Set(routes.map((route) => route.id));
  const dropped = board.routes
    .filter((route) => touched.has(route.id))
    .flatMap(visitIdsOf)
    .filter((visitId) => !served.has(visitId));
  const scheduled = await setDeliveryStatus(tx, organizationId, deliveriesOf(planned), "scheduled", now);
  const assigned = await setDeliveryStatus(tx, organizationId, deliveriesOf(dispatched), "assigned", now);
  await beginTelling(
    tx,
    organizationId,
    assigned.map(({ id }) => id),
    now,
  );
  return [
    ...scheduled,
    ...assigned,
    ...(await setDeliveryStatus(tx, organizationId, deliveriesOf(dropped), "requested", now)),
  ];
}

const visitIdsOf = (route: BoardRoute) => route.stops.map((each) => each.visitId);

function changedVisits(
  board: PlanBoard,
  routes: readonly BoardRoute[],
  statusOf: ReadonlyMap<string, BoardVisit["status"]>,
): BoardVisit[] {
  const known = new Set(board.routes.flatMap(visitIdsOf));
  const added = new Set(routes.flatMap(visitIdsOf).filter((visitId) => !known.has(visitId)));
  return [...board.visits.values()].flatMap((visit) => {
    const status = statusOf.get(visit.deliveryId);
    if (!status && !added.has(visit.id)) return [];
    return [{ ...visit, status: status ?? visit.status }];
  });
}

function shapesOf(route: BoardRoute, ways: RouteWays): RouteShapes {
  return { routeId: route.id, version: route.version, legs: ways.shapes, back: ways.back };
}

function routeEvent(
  board: PlanBoard,
  before: BoardRoute,
  after: BoardRoute,
  movedIds: ReadonlySet<string>,
  mutationId?: string,
): DomainEvent {
  const old = new Set(visitIdsOf(before));
  const next = new Set(visitIdsOf(after));
  return {
    type: "route.changed",
    entity: "route",
    entityId: after.id,
    planId: board.plan.id,
    ...(mutationId && { mutationId }),
    data: {
      number: after.number,
      version: after.version,
      added: [...next].filter((visitId) => !old.has(visitId)),
      removed: [...old].filter((visitId) => !next.has(visitId)),
      moved: [...next].filter((visitId) => movedIds.has(visitId)),
    },
    before: { stops: old.size, distanceMeters: before.schedule.distanceMeters, lateStops: before.schedule.lateStops },
    after: { stops: next.size, distanceMeters: after.schedule.distanceMeters, lateStops: after.schedule.lateStops },
  };
}

/** A delivery's change of status by planning. */
export function statusEvent(
  board: { readonly plan: { readonly id: string } },
  change: { readonly id: string; readonly before: string; readonly after: string },
  mutationId?: string,
): DomainEvent {
  return {
    type: "delivery.changed",
    entity: "delivery",
    entityId: change.id,
    planId: board.plan.id,
    ...(mutationId && { mutationId }),
    before: { status: change.before },
    after: { status: change.after },
  };
}
