import "server-only";
import { groupByDay } from "@/server/domain/assignment/group-by-day";
import { boardLegs } from "@/server/domain/plan/board-legs";
import { moveStops } from "@/server/domain/plan/move-stops";
import type { ServiceContext } from "../kernel/service-context";
import { ServiceError } from "../kernel/service-error";
import { moveRefused } from "../plan/edit-outcome";
import { commitAssignment } from "./commit-assignment";
import { draftSequences } from "./draft-sequences";
import { asChange } from "./proposed-change";
import { readAssignables } from "./read-assignables";
import { type AssignmentDay, readAssignmentDay } from "./read-assignment-day";
import { unlessOvertaken } from "./unless-overtaken";

export interface HandedOver {
  readonly driverId: string;
  readonly deliveryIds: readonly string[];
  /** Also what another driver has and has not begun. */
  readonly isForced: boolean;
  /** Past locks. */
  readonly overrideLocks: boolean;
}

/**
 * Puts deliveries on a driver's route of their day, each where it costs least, and the route in his hands. What he has
 * already stays as it is. Refused whole: what is over, what another driver has (unless forced), a route that is locked or
 * over, and a driver who cannot work on that day.
 */
export function assignToDriver(services: ServiceContext, asked: HandedOver): Promise<readonly string[]> {
  return unlessOvertaken(() => attemptHandover(services, asked));
}

async function attemptHandover(services: ServiceContext, asked: HandedOver): Promise<readonly string[]> {
  const { driverId, isForced, overrideLocks } = asked;
  const found = await readAssignables(services, { deliveryIds: [...asked.deliveryIds] });
  const his = found.deliveries.filter((each) => each.driverId === driverId);
  const others = found.deliveries.filter((each) => each.routeId !== null && each.driverId !== driverId);
  if (others.length > 0 && !isForced) throw refused("on_route", "Another driver has it already.");
  const wanted = found.deliveries.filter((each) => !his.includes(each)).map((each) => ({ ...each, routeId: null }));
  const { groups, leftOut } = groupByDay(wanted, found.days, "strict");
  const [first] = leftOut;
  if (first?.reason === "past-day") throw refused("past-day", "That day is over.");
  if (first) throw refused("closed", "It is over, or with a partner.");
  const routeIds = new Set(his.flatMap(({ routeId }) => routeId ?? []));
  for (const { projectId, date, deliveries } of groups) {
    const visitIds = deliveries.flatMap((each) => each.visitIds);
    const from = others.flatMap(({ id, routeId }) =>
      deliveries.some((each) => each.id === id) ? (routeId ?? []) : [],
    );
    const own = await readAssignmentDay(services, { projectId, date, visitIds, driverIds: [driverId], besides: from });
    routeIds.add(await handOver(services, own, { driverId, visitIds, overrideLocks }));
  }
  return [...routeIds];
}

interface Handover {
  readonly driverId: string;
  readonly visitIds: readonly string[];
  readonly overrideLocks: boolean;
}

async function handOver(services: ServiceContext, day: AssignmentDay, asked: Handover): Promise<string> {
  const { board } = day.partial;
  const target = board.routes.find(({ driver }) => driver.id === asked.driverId);
  if (!target) throw refused("no-drivers", "This driver cannot work on that day.");
  const intent = {
    visitIds: asked.visitIds,
    to: { kind: "best" as const, routeId: target.id },
    overrideLocks: asked.overrideLocks,
  };
  const outcome = moveStops(board, intent, boardLegs(board));
  if (!outcome.ok) throw moveRefused(outcome.refusal, board);
  if (outcome.sequences.length === 0) return target.id;
  const routes = await draftSequences(services, day, outcome.sequences);
  await commitAssignment(services, asChange({ day, routes }, asked.visitIds, { isOptimized: false }));
  return target.id;
}

function refused(reason: "on_route" | "closed" | "past-day" | "no-drivers", message: string): ServiceError {
  return new ServiceError("conflict", message, { reason });
}
