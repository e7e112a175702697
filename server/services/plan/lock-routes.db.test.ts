import { expect, test } from "vitest";
import { type PlanScenario, planScenario } from "@/server/testing/plan-scenario";
import type { ServiceContext } from "../kernel/service-context";
import { lockRoutes } from "./lock-routes";
import { moveStops } from "./move-stops";

const spots = [1, 2, 3].map((x) => ({ at: [x, x] as const }));

function colleague(s: PlanScenario): ServiceContext {
  const mine = s.context("dispatcher");
  return { ...mine, actor: { ...mine.actor, id: s.tenant.newId(), label: "Cole League" } };
}

async function twoPeople() {
  const s = await planScenario(spots);
  const me = s.context("dispatcher");
  const put = (context: ServiceContext, index: number, route: number) =>
    moveStops(context, {
      planId: s.planId,
      mutationId: s.mutationId(),
      visitIds: [s.visitIds[index]!],
      to: { kind: "best", routeId: s.routeIds[route]! },
    });
  const lock = async (
    context: ServiceContext,
    seenRoutes: Awaited<ReturnType<typeof s.seenRoutes>>,
    over: Partial<Parameters<typeof lockRoutes>[1]> = { locked: true },
  ) =>
    lockRoutes(context, {
      planId: s.planId,
      mutationId: s.mutationId(),
      routeIds: [s.routeIds[0]!],
      seenRoutes,
      ...over,
    });
  return { s, me, other: colleague(s), put, lock };
}

test("a route that somebody else has changed since is not locked, and it is said who changed what", async () => {
  const { s, me, other, put, lock } = await twoPeople();
  await put(me, 0, 0);
  const seen = await s.seenRoutes();
  await put(other, 1, 0);
  await expect(lock(me, seen)).rejects.toMatchObject({
    code: "stale",
    details: {
      reason: "routes-changed",
      routes: [{ routeId: s.routeIds[0], routeNumber: 1, change: "stops", changedBy: "Cole League" }],
    },
  });
  await expect(lock(me, seen, { frozenStops: 1 })).rejects.toMatchObject({ code: "stale" });
  expect((await s.board()).routes[0]).toMatchObject({ locked: false, frozenStops: 0 });
  expect((await lock(me, await s.seenRoutes())).patch.routes[0]!.locked).toBe(true);
});

test("nor one whose locks somebody else has changed", async () => {
  const { s, me, other, lock } = await twoPeople();
  const seen = await s.seenRoutes();
  await lock(other, seen);
  const again = lock(me, seen, { locked: false });
  await expect(again).rejects.toMatchObject({ details: { routes: [{ change: "locks", changedBy: "Cole League" }] } });
});

test("one's own changes, others' on other routes, and requests that name no version stand in no one's way", async () => {
  const { s, me, other, put, lock } = await twoPeople();
  const seen = await s.seenRoutes();
  await put(me, 0, 0);
  await put(other, 1, 1);
  expect((await lock(me, seen)).patch.routes[0]!.locked).toBe(true);
  await lock(other, await s.seenRoutes(), { locked: false });
  expect((await lock(me, [])).patch.routes[0]!.locked).toBe(true);
});
