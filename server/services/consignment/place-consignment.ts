import "server-only";
import type { ConsignmentFigures } from "@/server/domain/consignment/consignment";
import type { SequencedDoor } from "@/server/domain/consignment/door-sequence";
import type { DraftLeg, DraftRoute } from "@/server/domain/plan/optimization-run";
import { type BoardRoute, boardVisit, type PlanBoard } from "@/server/domain/plan/plan-board";
import { keptReloads } from "@/server/domain/plan/reload-trips";
import { routeGeometry } from "@/server/domain/plan/route-geometry";
import type { TravelLeg } from "@/server/ports/travel";
import { commitAssignment } from "../assignment/commit-assignment";
import { asChange } from "../assignment/proposed-change";
import { type AssignmentDay, readAssignmentDay } from "../assignment/read-assignment-day";
import { unlessOvertaken } from "../assignment/unless-overtaken";
import type { ServiceContext } from "../kernel/service-context";
import { ServiceError } from "../kernel/service-error";
import { LegBook, pointsOf } from "../plan/leg-book";
import { orderConsignment } from "./order-consignment";
import { type ConsignmentDoor, readConsignmentDoors } from "./read-consignment-doors";
import { sequenceDoors } from "./sequence-doors";

/** Where a shift of nobody in particular begins. */
const MORNING_SECONDS = 8 * 3600;

/**
 * Puts a consignment's doors in the shortest order and, where its driver is known, at the end of his route of the day, which goes
 * to him. Doors nobody can find stay off it. Where his route takes nothing more (it is over, locked, or he has no vehicle), or
 * somebody is at work on it just then, the deliveries stay in the day's pool for a dispatcher.
 */
export async function placeConsignment(services: ServiceContext, consignmentId: string): Promise<void> {
  await unlessOvertaken(() => attemptPlacing(services, consignmentId)).catch(leftToDispatcher);
}

async function attemptPlacing(services: ServiceContext, consignmentId: string): Promise<void> {
  const { driverId, projectId, date, doors } = await readConsignmentDoors(services, { consignmentId });
  const visitIds = doors.map(({ visitId }) => visitId);
  const driverIds = driverId === null ? [] : [driverId];
  const day = await readAssignmentDay(services, { projectId, date, visitIds, driverIds, isOrdered: true });
  const { board } = day.partial;
  const target = board.routes.find(({ driver }) => driver.id === driverId);
  const free = doors.filter(({ visitId, isOpen }) => isOpen && board.visits.has(visitId));
  const located = free.flatMap((door) => sequenced(board, door));
  const profile = target?.vehicle.profile ?? "van";
  const calibration = board.calibrations[profile];
  const startSeconds = target ? (target.rules.shift?.fromSeconds ?? MORNING_SECONDS) : MORNING_SECONDS;
  const ordered = await sequenceDoors(services.ports, located, { profile, calibration, startSeconds });
  const positions = ordered.map(({ position }) => position);
  const legs = positions.length < 2 ? [] : await services.ports.travel.legs(positions, profile, { calibration });
  await orderConsignment(services, {
    consignmentId,
    visitIds: ordered.map(({ id }) => id),
    figures: legs.length === 0 ? null : figuresOf(ordered, legs),
  });
  if (!target || ordered.length === 0 || !takesMore(target)) return;
  await hand(services, day, target, { ordered, legs });
}

function takesMore({ status, locked }: BoardRoute): boolean {
  return status !== "finished" && !locked;
}

function sequenced(board: PlanBoard, { visitId }: ConsignmentDoor): SequencedDoor[] {
  const { position, obstacle, serviceSeconds, windows, windowSemantics, priority } = boardVisit(board, visitId);
  if (!position || obstacle) return [];
  return [{ id: visitId, position, serviceSeconds, windows, windowSemantics, priority }];
}

function figuresOf(doors: readonly SequencedDoor[], legs: readonly TravelLeg[]): ConsignmentFigures {
  const ways = legs.map(({ shape = "" }, index) => ({
    from: doors[index]!.position,
    to: doors[index + 1]!.position,
    shape,
  }));
  return {
    distanceMeters: legs.reduce((sum, leg) => sum + leg.distanceMeters, 0),
    driveSeconds: legs.reduce((sum, leg) => sum + leg.durationSeconds, 0),
    geometry: routeGeometry(ways),
  };
}

interface Ordered {
  readonly ordered: readonly SequencedDoor[];
  readonly legs: readonly TravelLeg[];
}

async function hand(services: ServiceContext, day: AssignmentDay, target: BoardRoute, { ordered, legs }: Ordered) {
  const { board } = day.partial;
  const ids = ordered.map(({ id }) => id);
  const added = ids.filter((id) => !target.stops.some(({ visitId }) => visitId === id));
  if (added.length === 0) return;
  const visitIds = [...target.stops.map(({ visitId }) => visitId), ...added];
  const { profile } = target.vehicle;
  const book = new LegBook();
  book.addMissing(day.partial.book);
  for (const [index, { source, shape = "", durationSeconds, distanceMeters }] of legs.entries()) {
    const leg = { durationSeconds, distanceMeters, isEstimate: source === "estimate" };
    book.add(boardVisit(board, ids[index]!), boardVisit(board, ids[index + 1]!), profile, { leg, shape });
  }
  await book.fetchMissing(services.ports.travel, board, [{ routeId: target.id, visitIds }]);
  const reloads = keptReloads(target, visitIds);
  const points = pointsOf(board, target, { visitIds, reloads });
  const startsThere = day.newDays.get(target.id)?.start.kind === "first-stop";
  const drawn = points.slice(1).map((to, index): DraftLeg => {
    if (index === 0 && startsThere) return [0, 0, 1, ""];
    const known = book.find(points[index]!, to, profile);
    const { durationSeconds = 0, distanceMeters = 0, isEstimate = true } = known?.leg ?? {};
    return [durationSeconds, distanceMeters, isEstimate ? 1 : 0, known?.shape ?? ""];
  });
  const loading = reloads.length > 0 ? { reloads } : {};
  const route: DraftRoute = { routeId: target.id, baseVersion: target.version, visitIds, ...loading, legs: drawn };
  await commitAssignment(services, asChange({ day, routes: [route] }, added));
}

/** What was taken in stays taken in: what the day does not allow costs it its route, and not its sender the answer. */
function leftToDispatcher(error: unknown): void {
  if (error instanceof ServiceError && (error.code === "refused" || error.code === "conflict")) return;
  throw error;
}
