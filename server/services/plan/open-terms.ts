import "server-only";
import type { Tx } from "@/db/client";
import { listDriverDays } from "@/db/queries/plan/driver-days";
import type { PlanRow } from "@/db/queries/plan/find-plan";
import { lockRoutes } from "@/db/queries/plan/load-routes";
import { findRouteDrivers, findRouteVehicles, findUsualTerms } from "@/db/queries/plan/route-terms";
import { type RouteSequence, routeSequences } from "@/server/domain/plan/place-visits";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import type { RouteTerms } from "@/server/domain/plan/plan-edit";
import { type DrivenTerms, type FreeDriver, type SwapOutcome, swapDrivers } from "@/server/domain/plan/swap-drivers";
import { found } from "../kernel/service-error";
import { loadPartialBoard, type PartialBoard, type RowTerms } from "./load-board";

/** A day's route with its row of the day. */
export interface DayTerms extends DrivenTerms {
  readonly driverDayId: string;
}

/** Routes as they are and as others would drive them, stops and order the same. */
export interface OpenTerms {
  readonly before: PartialBoard;
  readonly after: PlanBoard;
  readonly sequences: readonly RouteSequence[];
  readonly terms: readonly RouteTerms[];
}

/** Who drives which route of the day. */
export async function readDayTerms(tx: Tx, organizationId: string, plan: PlanRow): Promise<DayTerms[]> {
  const days = await listDriverDays(tx, organizationId, plan.projectId, plan.date);
  const drivers = await findRouteDrivers(
    tx,
    organizationId,
    days.map(({ day }) => day.driverId),
  );
  const nameOf = new Map(drivers.map(({ id, name }) => [id, name]));
  return days.flatMap(({ day, routeId, routeNumber, routeStatus }): DayTerms[] => {
    if (routeId === null || routeNumber === null || routeStatus === null) return [];
    const { driverId, vehicleId, shiftFromSeconds, shiftToSeconds, breaks } = day;
    const terms = { routeId, driverId, vehicleId, shiftFromSeconds, shiftToSeconds, breaks };
    const driverName = nameOf.get(driverId) ?? "";
    return [{ ...terms, driverDayId: day.id, number: routeNumber, status: routeStatus, driverName }];
  });
}

/** Decides a swap on the day as it is. Throws where the driver is not of this project. */
export async function decideSwap(
  tx: Tx,
  organizationId: string,
  plan: PlanRow,
  { routeId, driverId, withVehicle }: { routeId: string; driverId: string; withVehicle: boolean },
): Promise<{ readonly day: readonly DayTerms[]; readonly outcome: SwapOutcome }> {
  const day = await readDayTerms(tx, organizationId, plan);
  const isOnDay = day.some((each) => each.driverId === driverId);
  const usual = isOnDay
    ? undefined
    : found(await findUsualTerms(tx, organizationId, plan.projectId, driverId), "driver");
  const driver: FreeDriver | { driverId: string } = usual
    ? { ...usual, isActive: usual.status === "active" }
    : { driverId };
  return { day, outcome: swapDrivers(day, routeId, driver, withVehicle) };
}

/** The routes that terms are about, as they are and as they would be. With `isLocked`, held until the transaction ends. */
export async function openTerms(
  tx: Tx,
  organizationId: string,
  plan: PlanRow,
  terms: readonly RouteTerms[],
  { isLocked, now }: { readonly isLocked: boolean; readonly now: Date },
): Promise<OpenTerms> {
  const routeIds = terms.map(({ routeId }) => routeId);
  if (isLocked) await lockRoutes(tx, organizationId, routeIds);
  const [drivers, vehicles] = [
    await findRouteDrivers(
      tx,
      organizationId,
      terms.map(({ driverId }) => driverId),
    ),
    await findRouteVehicles(
      tx,
      organizationId,
      terms.map(({ vehicleId }) => vehicleId),
    ),
  ];
  const rowTerms = new Map(
    terms.map((each): [string, RowTerms] => [
      each.routeId,
      {
        driver: found(
          drivers.find(({ id }) => id === each.driverId),
          "driver",
        ),
        vehicle: found(
          vehicles.find(({ id }) => id === each.vehicleId),
          "vehicle",
        ),
        shiftFromSeconds: each.shiftFromSeconds,
        shiftToSeconds: each.shiftToSeconds,
        breaks: each.breaks ?? null,
      },
    ]),
  );
  const before = await loadPartialBoard(tx, organizationId, plan, routeIds, [], { now });
  const after = await loadPartialBoard(tx, organizationId, plan, routeIds, [], { now, terms: rowTerms });
  return { before, after: after.board, sequences: routeSequences(before.board), terms };
}
