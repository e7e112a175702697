import { describe, expect, test } from "vitest";
import { type DrivenDay, drivenDay } from "@/server/testing/driven-day";
import { storedPositions } from "@/server/testing/stored-positions";
import { listRuns } from "../execution/list-runs";
import { refreshArrivals } from "../execution/refresh-arrivals";
import { syncDriverOps } from "../execution/sync-driver-ops";
import { recordPositions } from "../position/record-positions";
import { lockRoutes } from "./lock-routes";
import { lockStops } from "./lock-stops";
import { previewMove } from "./preview-move";

async function send(day: DrivenDay, ...acts: readonly unknown[]) {
  await syncDriverOps(await day.driver(0), { deviceNow: day.clock.now(), ops: [...acts] });
}

/** Some hundred metres per unit from the depot, as the scenario's doors. */
async function seeAt(day: DrivenDay, [x, y]: readonly [number, number]) {
  const positions = storedPositions(day.scenario.tenant.database);
  const { actor } = await day.driver(0);
  const fix = { recordedAt: day.clock.now().toISOString(), lat: 55.67 + y * 0.001, lng: 12.55 + x * 0.001 };
  await recordPositions({ ...day.scenario.context("owner", { positions }), actor }, { fixes: [fix] });
}

/** When the open stops are reached, by what the desk and customers are told, and by the board. */
async function pictures(day: DrivenDay) {
  const { scenario } = day;
  await refreshArrivals(scenario.context(), { routeId: scenario.routeIds[0]! });
  const { arrivals } = await listRuns(scenario.context(), { planId: scenario.planId });
  const { plan, routes } = await scenario.board();
  const expected = new Map(arrivals.map((each) => [each.visitId, each.arriveAt.getTime()]));
  const planned = routes[0]!.schedule.stops.flatMap(({ visitId, arriveSeconds }) =>
    expected.has(visitId) ? [[visitId, plan.midnightEpochMs + arriveSeconds * 1000] as const] : [],
  );
  return { expected, planned };
}

async function expectOnePicture(day: DrivenDay, count: number) {
  const { expected, planned } = await pictures(day);
  expect(planned).toHaveLength(count);
  for (const [visitId, at] of planned) expect(Math.abs(at - expected.get(visitId)!)).toBeLessThanOrEqual(1000);
}

describe("a route in progress is timed from now", () => {
  test("board, previews and expected arrivals are one picture: before the start, between doors, by sight, under way", async () => {
    const day = await drivenDay([[0, 1, 2, 3], []]);
    const { scenario, clock } = day;
    await expectOnePicture(day, 4);
    const [first, second] = (await scenario.board()).routes[0]!.stops.map(({ visitId }) => visitId);
    await send(day, day.act({ type: "start-route" }));
    clock.advanceSeconds(600);
    await expectOnePicture(day, 4);
    await send(day, day.act({ type: "complete", visitIds: [first], outcome: "delivered" }));
    // Nobody hears of him for half an hour: what is open moves along with the clock.
    clock.advanceSeconds(1800);
    await expectOnePicture(day, 3);
    const silent = (await scenario.board()).routes[0]!;
    expect(silent.underWay!.asOfSeconds).toBe((clock.now().getTime() - (await midnight(day))) / 1000);
    expect(silent.schedule.stops[1]!.arriveSeconds).toBe(silent.underWay!.asOfSeconds);
    await seeAt(day, [40, 40]);
    clock.advanceSeconds(60);
    await expectOnePicture(day, 3);
    const seen = (await scenario.board()).routes[0]!;
    expect(seen.schedule.stops[1]!.arriveSeconds).toBeGreaterThan(seen.underWay!.asOfSeconds + 300);
    const preview = await previewMove(scenario.context(), {
      planId: scenario.planId,
      visitIds: [seen.stops[3]!.visitId],
      to: { kind: "best", routeId: scenario.routeIds[1]! },
    });
    const before = preview.preview.diff.routes[0]!.before;
    expect(before.durationSeconds).toBe(seen.schedule.endSeconds - seen.schedule.startSeconds);
    await send(day, day.act({ type: "depart", visitId: second }));
    await expectOnePicture(day, 3);
    await send(day, day.act({ type: "arrive", visitId: second }));
    await expectOnePicture(day, 3);
    // A sight that is old says nothing any more.
    clock.advanceSeconds(900);
    await expectOnePicture(day, 3);
  });

  test("an answer to an edit is timed as the board is, the first time and when it is asked for again", async () => {
    const day = await drivenDay([[0, 1, 2]]);
    const { scenario, clock } = day;
    await send(day, day.act({ type: "start-route" }));
    clock.advanceSeconds(3600);
    const { stops, schedule } = (await scenario.board()).routes[0]!;
    const { planId } = scenario;
    const wanted = { planId, routeIds: [scenario.routeIds[0]!], locked: true, mutationId: scenario.mutationId() };
    const answers = [
      await lockStops(scenario.context(), {
        planId,
        mutationId: scenario.mutationId(),
        visitIds: [stops[2]!.visitId],
        lockedToDriver: true,
      }),
      await lockRoutes(scenario.context(), wanted),
      await lockRoutes(scenario.context(), wanted),
    ];
    expect(answers.map(({ isRepeated }) => isRepeated)).toEqual([false, false, true]);
    for (const { patch } of answers) expect(patch.routes.map((route) => route.schedule)).toEqual([schedule]);
  });

  test("one that should have left leaves now at the earliest, until its day is over", async () => {
    const day = await drivenDay([[0, 1]]);
    day.clock.set("2026-06-10T10:00:00Z");
    const late = (await day.scenario.board()).routes[0]!;
    expect(late.schedule.startSeconds).toBe((day.clock.now().getTime() - (await midnight(day))) / 1000);
    expect(late.schedule.planned![0]!.arriveSeconds).toBeLessThan(late.schedule.startSeconds);
    day.clock.set("2026-06-12T10:00:00Z");
    expect((await day.scenario.board()).routes[0]!.underWay).toBeUndefined();
  });
});

const midnight = async ({ scenario }: DrivenDay) => (await scenario.board()).plan.midnightEpochMs;
