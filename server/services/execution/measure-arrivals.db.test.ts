import { expect, test } from "vitest";
import { drivenDay } from "@/server/testing/driven-day";
import { listActs } from "./list-acts";
import { listRuns } from "./list-runs";
import { measureArrivals } from "./measure-arrivals";
import { refreshArrivals } from "./refresh-arrivals";
import { syncDriverOps } from "./sync-driver-ops";

test("what was expected an hour before is measured against when the driver came; acts tell who said it, by which clock", async () => {
  const day = await drivenDay([[0], [1]]);
  const { scenario, clock } = day;
  const { planId } = scenario;
  const [routeId] = scenario.routeIds;
  clock.set("2026-06-10T04:00:00Z");
  await refreshArrivals(scenario.context(), { routeId: routeId! });
  const { arrivals, links } = await listRuns(scenario.context(), { planId });
  expect(links).toEqual(expect.arrayContaining([{ routeId, status: "offered", openedAt: null }]));
  const expected = arrivals.find((each) => each.routeId === routeId)!;
  expect(await measureArrivals(scenario.context(), { planId })).toMatchObject([
    { stops: 0 },
    { stops: 0 },
    { stops: 0 },
  ]);

  const arrivedAt = new Date(expected.arriveAt.getTime() + 600_000);
  clock.set(arrivedAt);
  // The device's clock is five minutes behind.
  const deviceNow = new Date(arrivedAt.getTime() - 300_000);
  const act = day.act({ type: "arrive", visitId: expected.visitId, occurredAt: deviceNow.toISOString() });
  await syncDriverOps(await day.driver(0), { deviceNow, ops: [act] });
  expect(await measureArrivals(scenario.context(), { planId })).toMatchObject([
    { leadMinutes: 60, stops: 1, medianErrorSeconds: 600, p90ErrorSeconds: 600, biasSeconds: 600 },
    { leadMinutes: 30, stops: 1 },
    { leadMinutes: 15, stops: 1 },
  ]);
  const [said] = await listActs(scenario.context(), { routeId: routeId! });
  expect(said).toMatchObject({ type: "arrive", occurredAt: arrivedAt, deviceAt: deviceNow, skewSeconds: 300 });
  expect(said!.driverId).not.toBeNull();
  expect(await listActs(scenario.context(), { routeId: scenario.routeIds[1]! })).toEqual([]);
});
