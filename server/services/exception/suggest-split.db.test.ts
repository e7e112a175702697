import { expect, test } from "vitest";
import { drivenDay } from "@/server/testing/driven-day";
import { planScenario } from "@/server/testing/plan-scenario";
import { refreshArrivals } from "../execution/refresh-arrivals";
import { previewSplit } from "../plan/preview-split";
import { listExceptions } from "./list-exceptions";
import { suggestSplit } from "./suggest-split";
import { watchPlan } from "./watch-plan";

test("a driver who has not left: his route is offered split over the others, as its preview then shows it", async () => {
  const day = await drivenDay([[0, 1, 2], [3, 4], [5]]);
  const { scenario, clock } = day;
  clock.set("2026-06-10T07:30:00Z");
  for (const routeId of scenario.routeIds) await refreshArrivals(scenario.context(), { routeId });
  await watchPlan(scenario.tenant.systemContext(), { planId: scenario.planId });
  const raised = await listExceptions(scenario.context(), { isClosed: false });
  const absent = raised.find(({ type, routeNumber }) => type === "no-start" && routeNumber === 1)!;
  const split = await suggestSplit(scenario.context(), { exceptionId: absent.id });
  const { preview } = await previewSplit(scenario.context(), {
    planId: scenario.planId,
    routeId: scenario.routeIds[0]!,
  });
  const { before, after } = preview.diff.totals;
  expect(split).toMatchObject({
    date: scenario.date,
    projectId: scenario.projectId,
    routeNumber: 1,
    stops: 3,
    routes: preview.diff.routes.length - 1,
    left: 0,
    lateAfter: 0,
    durationSeconds: after.durationSeconds - before.durationSeconds,
  });
  const unopened = raised.find(({ type }) => type === "link-not-opened")!;
  expect(await suggestSplit(scenario.context(), { exceptionId: unopened.id })).toBeNull();
  const other = await planScenario([{ at: [1, 1] }]);
  await expect(suggestSplit(other.context(), { exceptionId: absent.id })).rejects.toMatchObject({ code: "not-found" });
});
