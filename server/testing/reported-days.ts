import { keepExpectations } from "@/db/queries/execution/arrivals";
import { withTenant } from "@/db/with-tenant";
import { chooseDrivers } from "@/server/services/plan/choose-drivers";
import { openPlan } from "@/server/services/plan/open-plan";
import { type PlanScenario, planScenario, type ScenarioVisit } from "./plan-scenario";

const HOUR = 3600;
/** Promised from nine to ten by the wall's clock. */
const NINE_TO_TEN = [{ fromSeconds: 9 * HOUR, toSeconds: 10 * HOUR }];

export interface ReportedDays {
  readonly scenario: PlanScenario;
  /** A day's attempt at a door by one of its two drivers; instants of UTC. */
  attempt(attempt: {
    readonly day: number;
    readonly driver: number;
    readonly visit: number;
    readonly arrivedAt: string;
    readonly status?: "delivered" | "partial" | "failed" | "attempted";
    readonly completedAt?: string;
    readonly departedAt?: string;
  }): Promise<void>;
  /** Notes what was expected of the stops that were reached, as a driver's acts do. */
  keepExpectations(): Promise<void>;
  routeId(day: number, driver: number): string;
  /** A route driven from then to then, as planned from eight to eleven by the wall's clock. */
  drove(
    day: number,
    driver: number,
    span: readonly [startedAt: string, finishedAt: string],
    more?: { readonly drivenMeters?: number; readonly checkedInAt?: string; readonly emissionGramsPerKm?: number },
  ): Promise<void>;
}

/**
 * Two days of New York, the first of 23 hours (8 March 2026, clocks go forward at two), with two drivers and as many doors
 * as wished, promised from nine to ten; nothing of it driven yet. What is counted of it is written down by the test.
 */
export async function reportedDays(
  doors: number,
  visit: (index: number) => Partial<ScenarioVisit> = () => ({}),
): Promise<ReportedDays> {
  const dates = ["2026-03-08", "2026-03-09"];
  const visits = Array.from({ length: doors }, (_, index) => ({
    at: [index + 1, index + 1] as const,
    windows: NINE_TO_TEN,
    ...visit(index),
  }));
  const scenario = await planScenario(visits, { drivers: 2, date: dates[0]!, zone: "America/New_York" });
  const { tenant, projectId, driverIds } = scenario;
  const { organizationId, database } = tenant;
  const second = await openPlan(scenario.context(), { projectId, date: dates[1]! });
  const chosen = await chooseDrivers(scenario.context(), {
    planId: second.planId,
    drivers: driverIds.map((driverId) => ({ driverId })),
  });
  const planIds = [scenario.planId, second.planId];
  const routeIds = [scenario.routeIds, chosen.added.map(({ routeId }) => routeId)];
  const routeId = (day: number, driver: number) => routeIds[day]![driver]!;
  await database.raw`update delivery set created_at = '2026-03-08T00:00:00Z' where organization_id = ${organizationId}`;
  return {
    scenario,
    routeId,
    attempt: async ({ day, driver, visit, arrivedAt, status = "delivered", completedAt = arrivedAt, departedAt }) => {
      await database.raw`insert into stop_run (organization_id, route_id, visit_id, plan_id, delivery_id, status,
          departed_at, arrived_at, completed_at, updated_at)
        values (${organizationId}, ${routeId(day, driver)}, ${scenario.visitIds[visit]!}, ${planIds[day]!},
          ${scenario.deliveryIds[visit]!}, ${status}, ${departedAt ?? null}, ${arrivedAt}, ${completedAt}, now())`;
    },
    keepExpectations: () =>
      withTenant(database, organizationId, async (tx) => {
        for (const id of routeIds.flat()) await keepExpectations(tx, organizationId, id, scenario.visitIds);
      }),
    drove: async (day, driver, [startedAt, finishedAt], { drivenMeters, checkedInAt, emissionGramsPerKm } = {}) => {
      // Elapsed since midnight: on the first day the wall's eight o'clock is the seventh hour.
      const eight = (day === 0 ? 7 : 8) * HOUR;
      await database.raw`update route set start_seconds = ${eight}, end_seconds = ${eight + 3 * HOUR},
          distance_meters = 30000 where organization_id = ${organizationId} and id = ${routeId(day, driver)}`;
      await database.raw`insert into route_run (organization_id, route_id, plan_id, checked_in_at, started_at,
          finished_at, breaks, skew_seconds, synced_at, driven_meters, emission_grams_per_km, updated_at)
        values (${organizationId}, ${routeId(day, driver)}, ${planIds[day]!}, ${checkedInAt ?? null}, ${startedAt},
          ${finishedAt}, '[]', 0, now(), ${drivenMeters ?? null}, ${emissionGramsPerKm ?? null}, now())`;
    },
  };
}
