import { expect, test } from "vitest";
import type { DraftLeg } from "@/server/domain/plan/optimization-run";
import { type PlanScenario, planScenario } from "@/server/testing/plan-scenario";
import { ServiceError } from "../kernel/service-error";
import { moveStops } from "../plan/move-stops";
import { assignToDriver } from "./assign-to-driver";
import { commitAssignment } from "./commit-assignment";
import { asChange } from "./proposed-change";
import { readAssignmentDay } from "./read-assignment-day";

const [day, nextDay] = ["2031-03-03", "2031-03-04"] as const;
const somewhere: DraftLeg = [600, 5000, 1, ""];

/** Deliveries of days that have no plan yet, and two drivers with nothing of their own to drive. */
async function carless(): Promise<PlanScenario> {
  const s = await planScenario([{ at: [1, 1] }, { at: [2, 2] }, { at: [3, 1] }]);
  const sql = s.tenant.database.raw;
  await sql`update driver set vehicle_id = null where organization_id = ${s.tenant.organizationId}`;
  await sql`update delivery set service_date = ${day} where organization_id = ${s.tenant.organizationId}`;
  return s;
}

/** What it takes to put one visit at the end of a driver's route, decided now and made so later. */
async function decided(s: PlanScenario, driver: number, visit: number, date: string = day) {
  const visitIds = [s.visitIds[visit]!];
  const asked = { projectId: s.projectId, date, visitIds, driverIds: [s.driverIds[driver]!] };
  const read = await readAssignmentDay(s.context(), asked);
  const [route] = read.partial.board.routes;
  const sequence = [...route!.stops.map(({ visitId }) => visitId), ...visitIds];
  const legs = [...sequence.map(() => somewhere), somewhere];
  const { id: routeId, version: baseVersion } = route!;
  return asChange({ day: read, routes: [{ routeId, baseVersion, visitIds: sequence, legs }] }, visitIds);
}

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof ServiceError ? [error.code, error.details.reason] : Promise.reject(error)),
  );

const daysOf = ({ tenant }: PlanScenario) =>
  tenant.database.raw<{ driverId: string; vehicleId: string }[]>`
    select driver_id as "driverId", vehicle_id as "vehicleId" from driver_day
    where organization_id = ${tenant.organizationId} and date >= ${day} order by date, created_at`;

const stopsOf = async ({ tenant }: PlanScenario) => {
  const rows = await tenant.database.raw<{ visitId: string }[]>`
    select visit_id as "visitId" from stop where organization_id = ${tenant.organizationId}`;
  return rows.map(({ visitId }) => visitId);
};

test("a spare vehicle goes to whoever takes it first; the other gets another one", async () => {
  const s = await carless();
  const [mine, theirs] = [await decided(s, 0, 0), await decided(s, 1, 1)];
  expect(theirs.newDays[0]!.vehicleId).toBe(mine.newDays[0]!.vehicleId);
  await commitAssignment(s.context(), mine);
  expect(await refusalOf(commitAssignment(s.context(), theirs))).toEqual(["conflict", "stale"]);
  expect(await stopsOf(s)).toEqual([s.visitIds[0]]);
  const again = { driverId: s.driverIds[1]!, deliveryIds: [s.deliveryIds[1]!], isForced: false, overrideLocks: false };
  await assignToDriver(s.context(), again);
  const out = await daysOf(s);
  expect(new Set(out.map(({ vehicleId }) => vehicleId)).size).toBe(2);
});

test("a driver for whom a vehicle is made gets one, also where several days were decided at once", async () => {
  const s = await carless();
  const { raw } = s.tenant.database;
  await raw`update vehicle set status = 'retired' where organization_id = ${s.tenant.organizationId}`;
  const changes = [await decided(s, 0, 0), await decided(s, 0, 1, nextDay)];
  expect(changes.map(({ newDays }) => newDays[0]!.newVehicle?.label)).toEqual(["Driver 0", "Driver 0"]);
  for (const change of changes) await commitAssignment(s.context(), change);
  const [first, second] = await daysOf(s);
  expect(second!.vehicleId).toBe(first!.vehicleId);
  const drivers = await raw`select vehicle_id as "vehicleId", version from driver where id = ${s.driverIds[0]!}`;
  expect(drivers).toMatchObject([{ vehicleId: first!.vehicleId, version: 2 }]);
});

test("what a colleague changes on the board meanwhile stands, and nothing is assigned", async () => {
  const s = await carless();
  await commitAssignment(s.context(), await decided(s, 0, 0));
  const change = await decided(s, 0, 1);
  const mine = s.context("dispatcher");
  const colleague = { ...mine, actor: { ...mine.actor, id: s.tenant.newId(), label: "Cole League" } };
  await moveStops(colleague, {
    planId: change.planId,
    mutationId: s.mutationId(),
    visitIds: [s.visitIds[0]!],
    to: { kind: "pool" },
    confirmed: [...change.seen],
  });
  expect(await refusalOf(commitAssignment(s.context(), change))).toEqual(["conflict", "routes-changed"]);
  expect(await stopsOf(s)).toEqual([]);
  await commitAssignment(s.context(), await decided(s, 0, 1));
  expect(await stopsOf(s)).toEqual([s.visitIds[1]]);
});
