import { expect, test } from "vitest";
import { syncDriverOps } from "@/server/services/execution/sync-driver-ops";
import { drivenDay } from "@/server/testing/driven-day";
import { readCustomer } from "./read-customer";
import { readRatings } from "./read-ratings";

/** Two drivers with three doors each; all but the last delivered and rated. */
async function ratedDay() {
  const day = await drivenDay([
    [0, 1, 2],
    [3, 4, 5],
  ]);
  const { scenario, clock } = day;
  const { database, organizationId } = scenario.tenant;
  for (const [route, stops] of [[0, [0, 1, 2]] as const, [1, [3, 4, 5]] as const]) {
    const ops = [
      day.act({ type: "start-route" }),
      ...stops.map((stop) => day.act({ type: "complete", visitIds: [scenario.visitIds[stop]!], outcome: "delivered" })),
    ];
    await syncDriverOps(await day.driver(route), { deviceNow: clock.now(), ops });
  }
  for (const [index, stars] of [5, 4, 5, 1, 2].entries()) {
    await database.raw`insert into delivery_rating (organization_id, delivery_id, stars, comment, created_at)
      values (${organizationId}, ${scenario.deliveryIds[index]!}, ${stars}, ${stars < 3 ? `Late again ${index}` : ""},
        ${new Date(Date.UTC(2026, 5, 10, 12, index))})`;
  }
  const scope = { projectId: scenario.projectId, fromDate: "2026-06-01", toDate: "2026-06-30", driverId: null };
  const read = (change: object = {}) => readRatings(scenario.context("viewer"), { ...scope, show: "all", ...change });
  return { scenario, read };
}

test("ratings are summed up over all, by day and by driver, whoever pleases least first", async () => {
  const { scenario, read } = await ratedDay();
  const ratings = await read();
  expect(ratings.all).toEqual({ ratings: 5, average: 17 / 5, stars: [1, 1, 0, 1, 2], low: 2 });
  expect(ratings.byDay).toEqual([{ date: "2026-06-10", ...ratings.all }]);
  expect(ratings.byDriver.map(({ driverId, average, ratings }) => [driverId, average, ratings])).toEqual([
    [scenario.driverIds[1], 1.5, 2],
    [scenario.driverIds[0], 14 / 3, 3],
  ]);
  expect(ratings.list.map(({ stars }) => stars)).toEqual([2, 1, 5, 4, 5]);
});

test("low ones, those with a word, and one driver's can be asked for alone; another day has none", async () => {
  const { scenario, read } = await ratedDay();
  expect((await read({ show: "low" })).list.map(({ comment }) => comment)).toEqual(["Late again 4", "Late again 3"]);
  expect((await read({ show: "comments" })).list).toHaveLength(2);
  const one = await read({ driverId: scenario.driverIds[0] });
  expect([one.all.ratings, one.all.low, one.byDriver.length, one.list.length]).toEqual([3, 0, 1, 3]);
  const other = await read({ fromDate: "2026-06-11" });
  expect(other).toEqual({
    all: { ratings: 0, average: null, stars: [0, 0, 0, 0, 0], low: 0 },
    byDay: [],
    byDriver: [],
    list: [],
    mostShown: 200,
  });
});

test("an order knows its rating", async () => {
  const { scenario } = await ratedDay();
  const read = async (index: number) =>
    (await readCustomer(scenario.context("viewer"), { deliveryId: scenario.deliveryIds[index]! })).rating;
  expect([await read(3), await read(5)]).toMatchObject([{ stars: 1, comment: "Late again 3" }, null]);
});
