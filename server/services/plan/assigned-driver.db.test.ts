import { expect, test } from "vitest";
import { findPlan } from "@/db/queries/plan/find-plan";
import { withTenant } from "@/db/with-tenant";
import { planScenario } from "@/server/testing/plan-scenario";
import { buildRoutingProblem } from "./build-routing-problem";
import { loadBoard } from "./load-board";

test("what is assigned to a driver is planned with his van only; what is another day's driver's, with nobody's", async () => {
  const { tenant, planId, driverIds, deliveryIds } = await planScenario(
    [{ at: [1, 1] }, { at: [2, 1] }, { at: [3, 1] }],
    { drivers: 2 },
  );
  const { database, organizationId } = tenant;
  const [, second] = driverIds;
  const stranger = tenant.newId();
  await database.raw`
    insert into driver (organization_id, id, project_id, name, skills, status, shift_from_seconds, shift_to_seconds,
      cost_per_hour_cents, created_at, updated_at)
    select organization_id, ${stranger}, project_id, 'Elsewhere', '{}', 'active', 0, 1, 0, now(), now()
    from driver where organization_id = ${organizationId} and id = ${second!}`;
  await database.raw`update delivery set driver_id = ${second!} where id = ${deliveryIds[0]!}`;
  await database.raw`update delivery set driver_id = ${stranger} where id = ${deliveryIds[1]!}`;
  const board = await withTenant(database, organizationId, async (tx) =>
    loadBoard(tx, organizationId, (await findPlan(tx, organizationId, planId))!),
  );
  const options = { startFrom: "empty", keepDrivers: false, balance: null, clustering: false } as never;
  const { problem, visitIds, routes } = buildRoutingProblem(board, options);
  const allowed = deliveryIds.map((id) => {
    const { allowedVehicles } =
      problem.visits[visitIds.findIndex((each) => board.visits.get(each)!.deliveryId === id)]!;
    return allowedVehicles?.map((vehicle) => routes[vehicle]!.driver.id);
  });
  expect(allowed).toEqual([[second], [], undefined]);
});
