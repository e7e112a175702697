import { describe, expect, test } from "vitest";
import { madeStops } from "@/server/domain/plan/under-way";
import { drivenDay } from "@/server/testing/driven-day";
import { readEventsAfter } from "../event/read-events-after";
import { ServiceError } from "../kernel/service-error";
import { listMessages } from "../message/list-messages";
import { buildRoutingProblem } from "../plan/build-routing-problem";
import { moveStops } from "../plan/move-stops";
import { previewMove } from "../plan/preview-move";
import { undoEdit } from "../plan/undo-edit";
import { syncDriverOps } from "./sync-driver-ops";

type Day = Awaited<ReturnType<typeof drivenDay>>;

async function send(day: Day, route: number, ...acts: readonly unknown[]) {
  return syncDriverOps(await day.driver(route), { deviceNow: day.clock.now(), ops: [...acts] });
}

const done = (day: Day, ...indices: number[]) =>
  day.act({
    type: "complete",
    visitIds: indices.map((index) => day.scenario.visitIds[index]!),
    outcome: "delivered",
  });

async function move({ scenario }: Day, indices: readonly number[], to: object, over: object = {}) {
  return moveStops(scenario.context(), {
    planId: scenario.planId,
    mutationId: scenario.mutationId(),
    visitIds: indices.map((index) => scenario.visitIds[index]!),
    to: to as never,
    confirmed: await scenario.seenRoutes(),
    ...over,
  });
}

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof ServiceError ? error.details : Promise.reject(error)),
  );

const changesTold = async ({ scenario }: Day) =>
  (await listMessages(scenario.context(), {})).filter(({ purpose }) => purpose === "route-changed");

describe("a route in progress", () => {
  test("has what was made at its front, in the order in which it was, with the real times", async () => {
    const day = await drivenDay([[0, 1, 2, 3], []]);
    const { scenario, clock } = day;
    const from = (await readEventsAfter(scenario.context(), { afterSeq: null })).lastSeq;
    await send(day, 0, day.act({ type: "start-route" }));
    clock.advanceSeconds(900);
    const arrive = day.act({ type: "arrive", visitId: scenario.visitIds[2]! });
    clock.advanceSeconds(120);
    await send(day, 0, arrive, done(day, 2));
    clock.advanceSeconds(300);
    await send(day, 0, day.act({ type: "depart", visitId: scenario.visitIds[1]! }));
    const board = await scenario.board();
    const route = board.routes[0]!;
    const ids = route.stops.map(({ visitId }) => scenario.visitIds.indexOf(visitId));
    expect(ids.slice(0, 2)).toEqual([2, 1]);
    expect(madeStops(route)).toBe(2);
    const at = (iso: Date) => Math.round((iso.getTime() - board.plan.midnightEpochMs) / 1000);
    const [first, second, third] = route.schedule.stops;
    expect(first!.departSeconds).toBe(at(clock.now()) - 300);
    expect(first!.arriveSeconds).toBe(at(clock.now()) - 420);
    expect(second!.arriveSeconds).toBe(at(clock.now()) + route.stops[1]!.leg.durationSeconds);
    expect(third!.arriveSeconds).toBe(second!.departSeconds + route.stops[2]!.leg.durationSeconds);
    const events = (await readEventsAfter(scenario.context(), { afterSeq: from, limit: 1000 })).events;
    expect(events.filter(({ type }) => type === "route.changed")).toHaveLength(2);
    expect(await changesTold(day)).toEqual([]);
  });

  test("takes and gives stops with a preview; only the difference is told; what is made stays", async () => {
    const day = await drivenDay([
      [0, 1, 2, 3, 4],
      [5, 6],
    ]);
    const { scenario } = day;
    await send(day, 0, day.act({ type: "start-route" }));
    day.clock.advanceSeconds(600);
    const order = (await scenario.board()).routes[0]!.stops.map(({ visitId }) => scenario.visitIds.indexOf(visitId));
    await send(day, 0, done(day, order[0]!));
    const toOther = { kind: "best", routeId: scenario.routeIds[1]! };
    const last = order.at(-1)!;
    const preview = await previewMove(scenario.context(), {
      planId: scenario.planId,
      visitIds: [scenario.visitIds[last]!],
      to: toOther as never,
    });
    expect(preview.preview.diff.routes.map(({ number }) => number)).toEqual([1, 2]);
    expect(await refusalOf(move(day, [last], toOther, { confirmed: [] }))).toMatchObject({
      reason: "needs-confirmation",
      routeNumbers: [1, 2],
    });
    await move(day, [last], toOther, { confirmed: preview.base });
    expect((await changesTold(day)).length).toBe(4);
    expect(await refusalOf(move(day, [order[0]!], toOther, { overrideLocks: true }))).toMatchObject({
      reason: "stop-made",
    });
    expect(await refusalOf(move(day, [order[1]!], toOther))).toMatchObject({ reason: "stop-locked", lock: "next" });
    const behindNothing = { kind: "position", routeId: scenario.routeIds[0]!, afterVisitId: null };
    expect(await refusalOf(move(day, [5], behindNothing, { overrideLocks: true }))).toMatchObject({
      reason: "stop-made",
    });
    await move(day, [order[1]!], { kind: "pool" }, { overrideLocks: true });
    const after = (await scenario.board()).routes[0]!;
    expect(after.stops.map(({ visitId }) => scenario.visitIds.indexOf(visitId))).toEqual([
      order[0],
      ...order.slice(2, -1),
    ]);
  });

  test("an undo does not take back what is made since, nor puts anything before it", async () => {
    const day = await drivenDay([
      [0, 1],
      [2, 3, 4],
    ]);
    const { scenario } = day;
    await move(day, [2], { kind: "position", routeId: scenario.routeIds[0]!, afterVisitId: null });
    await send(day, 0, done(day, 2));
    const undo = undoEdit(scenario.context(), {
      planId: scenario.planId,
      mutationId: scenario.mutationId(),
      confirmed: await scenario.seenRoutes(),
    });
    expect(await refusalOf(undo)).toMatchObject({ reason: "stop-made" });
  });

  test("when its driver completes a stop while its move is confirmed, exactly one of the two wins", async () => {
    for (let round = 0; round < 6; round++) {
      const day = await drivenDay([[0, 1, 2, 3], []]);
      const { scenario } = day;
      await send(day, 0, day.act({ type: "start-route" }));
      const index = scenario.visitIds.indexOf((await scenario.board()).routes[0]!.stops[3]!.visitId);
      const confirmed = await scenario.seenRoutes();
      const act = done(day, index);
      const moving = () =>
        refusalOf(move(day, [index], { kind: "best", routeId: scenario.routeIds[1]! }, { confirmed }));
      const acting = () => send(day, 0, act).then(({ answers }) => answers[0]!.verdict);
      const [first, second] = round % 2 === 0 ? [moving, acting] : [acting, moving];
      const results = await Promise.all([first(), second()]);
      const verdict = results.find((each) => typeof each === "string");
      const refusal = results.find((each) => typeof each !== "string");
      const onRoute = (await scenario.board()).routes.map((route) =>
        route.stops.some(({ visitId }) => visitId === scenario.visitIds[index]),
      );
      if (verdict === "applied") {
        expect(refusal).toMatchObject({ reason: expect.stringMatching(/^(stop-made|changed-since-preview)$/) });
        expect(onRoute).toEqual([true, false]);
      } else {
        expect(verdict).toBe("rejected");
        expect(refusal).toBeNull();
        expect(onRoute).toEqual([false, true]);
      }
    }
  });

  test("is asked of the optimizer only by name, what is made as it was and fixed", async () => {
    const day = await drivenDay([[0, 1, 2, 3, 4], [5]]);
    const { scenario } = day;
    await send(day, 0, day.act({ type: "start-route" }));
    day.clock.advanceSeconds(1800);
    const order = (await scenario.board()).routes[0]!.stops.map(({ visitId }) => visitId);
    await send(day, 0, done(day, scenario.visitIds.indexOf(order[0]!)));
    const board = await scenario.board();
    const options = { startFrom: "current", keepDrivers: false, balance: null, clustering: 0 } as const;
    expect(buildRoutingProblem(board, { ...options, scope: null }).routes).toEqual([]);
    const scope = { kind: "routes" as const, routeIds: [scenario.routeIds[0]!] };
    const { problem, visitIds } = buildRoutingProblem(board, { ...options, scope });
    const [vehicle] = problem.vehicles;
    expect(vehicle!.frozenVisits!.map((index) => visitIds[index])).toEqual(order.slice(0, 3));
    const made = problem.visits[visitIds.indexOf(order[0]!)]!;
    const departSeconds = board.routes[0]!.schedule.stops[0]!.departSeconds;
    expect(made).toMatchObject({ serviceSeconds: 0, windows: [{ fromSeconds: departSeconds }] });
  });
});
