import { expect, test } from "vitest";
import { type PlanScenario, planScenario } from "@/server/testing/plan-scenario";
import { moveStops } from "./move-stops";
import { openPlan } from "./open-plan";

/** Five doors within a block of each other, and one far away. */
const visits = [...[1, 2, 3, 4, 5].map((x) => ({ at: [x, 1] as const })), { at: [90, 90] as const }];

const put = (s: PlanScenario, index: number, route: number | null) =>
  moveStops(s.context(), {
    planId: s.planId,
    mutationId: s.mutationId(),
    visitIds: [s.visitIds[index]!],
    to: route === null ? { kind: "pool" } : { kind: "best", routeId: s.routeIds[route]! },
  });
const looks = async (s: PlanScenario) => (await s.board()).routes.map((route) => route.look);

test("a route gets its look with its first stop, unlike its neighbours', and keeps it whatever becomes of it", async () => {
  const s = await planScenario(visits, { drivers: 4 });
  expect(await looks(s)).toEqual([undefined, undefined, undefined, undefined]);
  const first = await put(s, 0, 2);
  const [given] = first.patch.routes.map((route) => route.look);
  expect(given).toBeDefined();
  expect(await looks(s)).toEqual([undefined, undefined, given, undefined]);
  await put(s, 1, 0);
  await put(s, 2, 3);
  const hues = (await looks(s)).flatMap((look) => look?.hueIndex ?? []);
  expect(new Set(hues).size).toBe(3);
  const before = await looks(s);
  await put(s, 0, 0);
  await put(s, 5, 2);
  await put(s, 1, null);
  expect(await looks(s)).toEqual(before);
});

test("routes from before looks were kept get theirs from whoever opens the day", async () => {
  const s = await planScenario(visits);
  await put(s, 0, 0);
  await put(s, 1, 1);
  await s.tenant.database.raw`update route set hue_index = null, line_style_index = null where plan_id = ${s.planId}`;
  await openPlan(s.context(), { projectId: s.projectId, date: s.date });
  const given = await looks(s);
  expect(given.every(Boolean)).toBe(true);
  expect(given[0]!.hueIndex).not.toBe(given[1]!.hueIndex);
  await openPlan(s.context(), { projectId: s.projectId, date: s.date });
  expect(await looks(s)).toEqual(given);
});
