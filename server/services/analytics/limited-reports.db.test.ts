import { expect, test } from "vitest";
import { accessOf, WHOLE_SCOPE } from "@/server/domain/access/member-scope";
import { dropoffDraft, testProject } from "@/server/testing/order-builders";
import { reportedDays } from "@/server/testing/reported-days";
import { keepVisibleEvents } from "../event/keep-visible-events";
import type { ServiceContext } from "../kernel/service-context";
import { createDeliveries } from "../order/create-deliveries";
import { listDeliveries } from "../order/list-deliveries";
import { exportReport } from "./export-report";
import { listOrdersOfFigure, listRoutesOfFigure } from "./list-behind";
import { measureOperations } from "./measure-operations";
import { measureReport } from "./measure-report";

const DAYS = { fromDate: "2026-03-08", toDate: "2026-03-09" };

/** A late delivery of a route driven to its end, and members of its project and of another. */
async function twoMembers() {
  const days = await reportedDays(2);
  await days.attempt({ day: 0, driver: 0, visit: 0, arrivedAt: "2026-03-08T14:01:00Z" });
  await days.attempt({ day: 0, driver: 0, visit: 1, arrivedAt: "2026-03-08T14:02:00Z", status: "failed" });
  await days.drove(0, 0, ["2026-03-08T12:00:00Z", "2026-03-08T15:00:00Z"], { emissionGramsPerKm: 200 });
  const { tenant, projectId } = days.scenario;
  const memberOf = (project: string): ServiceContext => {
    const whole = days.scenario.context("dispatcher");
    const { permissions, reach } = accessOf("dispatcher", null, { ...WHOLE_SCOPE, projectIds: [project] });
    return { ...whole, actor: { ...whole.actor, permissions: new Set(permissions), reach: reach! } };
  };
  return { days, tenant, projectId, here: memberOf(projectId), elsewhere: memberOf(await testProject(tenant)) };
}

test("figures, what stands behind them and their files hold nothing of a project that a member does not see", async () => {
  const { days, here, elsewhere } = await twoMembers();
  const counts = async (who: ServiceContext) => {
    const deliveries = await measureReport(who, { ...DAYS, group: "deliveries", by: "driver" });
    const routes = await measureReport(who, { ...DAYS, group: "routes", by: "driver" });
    const emissions = await measureReport(who, { ...DAYS, group: "emissions", by: "zone" });
    const readiness = await measureReport(who, { ...DAYS, group: "readiness", by: "zone" });
    const late = await listOrdersOfFigure(who, { ...DAYS, figure: "late", by: "day" });
    const driven = await listRoutesOfFigure(who, { ...DAYS, by: "day" });
    const operations = await measureOperations(who, DAYS);
    const { rows } = await exportReport(who, { ...DAYS, group: "deliveries", by: "driver" });
    return [
      deliveries.total.attempts,
      deliveries.rows.length,
      routes.total.routes,
      emissions.total.plannedGrams,
      readiness.total.orders,
      late.orders.length,
      driven.routes.length,
      operations.deliveries.attempts,
      rows,
      deliveries.firstDate,
    ];
  };
  expect(await counts(here)).toEqual([2, 1, 1, 6000, 2, 1, 1, 2, 1, "2026-03-08"]);
  expect(await counts(elsewhere)).toEqual([0, 0, 0, null, 0, 0, 0, 0, 0, null]);
  const named = { ...DAYS, group: "deliveries", by: "day", projectId: days.scenario.projectId } as const;
  await expect(measureReport(elsewhere, named)).rejects.toMatchObject({ code: "not-found" });
});

test("the live log and the search tell them nothing of it either", async () => {
  const { tenant, projectId, here, elsewhere } = await twoMembers();
  const draft = { ...dropoffDraft(7), externalId: "SEEN-HERE" };
  await createDeliveries(tenant.context(), { projectId, deliveries: [draft] });
  const events = await tenant.database.raw<{ seq: number }[]>`select seq::int as seq from event
    where organization_id = ${tenant.organizationId} and entity in ('delivery', 'plan', 'route')`;
  expect(events.length).toBeGreaterThan(0);
  expect(await keepVisibleEvents(here, events)).toHaveLength(events.length);
  expect(await keepVisibleEvents(elsewhere, events)).toEqual([]);
  const find = (who: ServiceContext) => listDeliveries(who, { filter: { projectId, search: "SEEN-HERE" } });
  expect(JSON.stringify(await find(here))).toContain("SEEN-HERE");
  expect(JSON.stringify(await find(elsewhere))).not.toContain("SEEN-HERE");
});
