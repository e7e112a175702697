import { describe, expect, test } from "vitest";
import { type DrivenDay, drivenDay } from "@/server/testing/driven-day";
import { readEventsAfter } from "../event/read-events-after";
import { listRuns } from "./list-runs";
import { refreshArrivals } from "./refresh-arrivals";
import { syncDriverOps } from "./sync-driver-ops";

const HOUR = 3600;

async function refresh({ scenario }: DrivenDay, route = 0) {
  return refreshArrivals(scenario.context("dispatcher"), { routeId: scenario.routeIds[route]! });
}

async function arrivalsOf({ scenario }: DrivenDay) {
  const { arrivals } = await listRuns(scenario.context(), { planId: scenario.planId });
  return [...arrivals].sort((a, b) => a.stopsBefore - b.stopsBefore);
}

const historyOf = async ({ scenario }: DrivenDay) =>
  scenario.tenant.database.raw`select visit_id, made_at, arrive_at from arrival_history
    where organization_id = ${scenario.tenant.organizationId} order by made_at`;

describe("expected arrivals", () => {
  test("a route just sent is expected as planned; nobody is told twice of the same", async () => {
    const day = await drivenDay([[0, 1, 2]]);
    day.clock.set("2026-06-10T04:00:00Z");
    expect(await refresh(day)).toEqual({ stops: 3, lateStops: 0 });
    const { plan, routes } = await day.scenario.board();
    expect((await arrivalsOf(day)).map(({ arriveAt }) => arriveAt.getTime())).toEqual(
      routes[0]!.schedule.stops.map(({ arriveSeconds }) => plan.midnightEpochMs + arriveSeconds * 1000),
    );
    const from = (await readEventsAfter(day.scenario.context(), { afterSeq: null })).lastSeq;
    await refresh(day);
    expect((await readEventsAfter(day.scenario.context(), { afterSeq: from })).events).toEqual([]);
    expect(await historyOf(day)).toHaveLength(3);
  });

  test("a driver who starts late makes his stops late; the log says which, the history keeps what was thought before", async () => {
    const windows = [{ fromSeconds: 8 * HOUR, toSeconds: 10 * HOUR }];
    const day = await drivenDay([[0, 1]], [{ at: [1, 1], windows }, { at: [2, 2] }]);
    day.clock.set("2026-06-10T04:00:00Z");
    await refresh(day);
    const from = (await readEventsAfter(day.scenario.context(), { afterSeq: null })).lastSeq;
    day.clock.set("2026-06-10T09:00:00Z");
    const acts = [day.act({ type: "start-route" })];
    await syncDriverOps(await day.driver(0), { deviceNow: day.clock.now(), ops: acts });
    expect(await refresh(day)).toEqual({ stops: 2, lateStops: 1 });
    const { events } = await readEventsAfter(day.scenario.context(), { afterSeq: from });
    expect(events.find(({ type }) => type === "route.arrivals-changed")?.data).toMatchObject({
      number: 1,
      lateStops: 1,
    });
    expect(await historyOf(day)).toHaveLength(4);
    const late = (await arrivalsOf(day)).find(({ visitId }) => visitId === day.scenario.visitIds[0]);
    expect(late?.lateSeconds).toBeGreaterThan(HOUR);
  });

  test("what is done is not expected any more, nor is anything of a finished route", async () => {
    const day = await drivenDay([[0, 1]]);
    const { scenario, act } = day;
    const send = async (...ops: unknown[]) => syncDriverOps(await day.driver(0), { deviceNow: day.clock.now(), ops });
    await refresh(day);
    await send(act({ type: "complete", visitIds: [scenario.visitIds[0]], outcome: "delivered" }));
    expect(await refresh(day)).toEqual({ stops: 1, lateStops: 0 });
    expect((await arrivalsOf(day)).map(({ visitId }) => visitId)).toEqual([scenario.visitIds[1]]);
    await send(act({ type: "finish-route" }));
    expect(await refresh(day)).toEqual({ stops: 0, lateStops: 0 });
  });

  test("nothing is expected of a day that is over and was never closed; a van still driving at night is", async () => {
    const day = await drivenDay([[0, 1]]);
    const { clock, act } = day;
    const send = async (...ops: unknown[]) => syncDriverOps(await day.driver(0), { deviceNow: clock.now(), ops });
    await send(act({ type: "start-route" }));
    clock.set("2026-06-10T21:30:00Z");
    await send(act({ type: "depart", visitId: day.scenario.visitIds[0] }));
    // 23:30 at the latest word, half past midnight now.
    clock.set("2026-06-10T22:30:00Z");
    expect(await refresh(day)).toEqual({ stops: 2, lateStops: 0 });
    clock.set("2026-06-11T05:00:00Z");
    expect(await refresh(day)).toEqual({ stops: 0, lateStops: 0 });
    expect(await arrivalsOf(day)).toEqual([]);
    await send(act({ type: "arrive", visitId: day.scenario.visitIds[0] }));
    expect(await refresh(day)).toMatchObject({ stops: 2 });
  });

  test("a route that is not sent, of another organization or of nobody expects nothing", async () => {
    const [day, other] = [await drivenDay([[0], []]), await drivenDay([[0]])];
    expect(await refresh(day, 1)).toEqual({ stops: 0, lateStops: 0 });
    await expect(
      refreshArrivals(day.scenario.context(), { routeId: other.scenario.routeIds[0]! }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});
