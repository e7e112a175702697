import { expect, test } from "vitest";
import { drivenDay } from "@/server/testing/driven-day";
import { type PlanScenario, planScenario } from "@/server/testing/plan-scenario";
import { setDriverDay } from "./set-driver-day";

const works = ({ tenant, driverIds, date }: PlanScenario, isWorking: boolean) =>
  setDriverDay(tenant.context(), { driverId: driverIds[0]!, date, works: isWorking });

/** What the log says last of the day's route. */
async function said({ tenant }: PlanScenario): Promise<[string, string | null]> {
  const [row] = await tenant.database.raw`select data from event
    where organization_id = ${tenant.organizationId} and type = 'driver-day.changed' order by seq desc limit 1`;
  return [row!.data.change, row!.data.routeId];
}

test("the route that goes with a day off is said to be gone, and the one that comes back is another", async () => {
  const scenario = await planScenario([], { drivers: 1 });
  await works(scenario, false);
  expect(await said(scenario)).toEqual(["removed", scenario.routeIds[0]]);
  await works(scenario, false);
  expect(await said(scenario)).toEqual(["changed", null]);
  await works(scenario, true);
  const [change, routeId] = await said(scenario);
  expect([change, (await scenario.board()).routes.map(({ id }) => id)]).toEqual(["added", [routeId]]);
});

test("a route that a driver holds stays on his day off, and is not said to be gone", async () => {
  const { scenario } = await drivenDay([[0]]);
  await works(scenario, false);
  expect(await said(scenario)).toEqual(["changed", scenario.routeIds[0]]);
});
