import { expect, test } from "vitest";
import { drivenDay } from "@/server/testing/driven-day";
import { listExceptions } from "../exception/list-exceptions";
import { watchPlan } from "../exception/watch-plan";
import { syncDriverOps } from "../execution/sync-driver-ops";
import { leaveInstructions } from "../tracking/leave-instructions";
import { nameSafePlace } from "../tracking/name-safe-place";
import { rateDelivery } from "../tracking/rate-delivery";
import { listWishes } from "./list-wishes";
import { readCustomer } from "./read-customer";

const scope = "page" as const;

test("what a customer asks for at his door is marked on the day's board and read beside his order", async () => {
  const { scenario } = await drivenDay([[0, 1]]);
  const { planId, visitIds, deliveryIds } = scenario;
  const system = scenario.tenant.systemContext();
  const wishes = () => listWishes(scenario.context("viewer"), { planId });
  const wishOf = async (index: number) =>
    (await readCustomer(scenario.context("viewer"), { deliveryId: deliveryIds[index]! })).doors[0]!.wish;
  expect([await wishes(), await wishOf(0)]).toEqual([[], null]);
  await leaveInstructions(system, { visitId: visitIds[0]!, scope, instructions: "Ring twice" });
  await nameSafePlace(system, { visitId: visitIds[0]!, scope, place: "garage", detail: "Behind the bikes" });
  const said = { instructions: "Ring twice", safePlace: "garage", safePlaceDetail: "Behind the bikes" };
  expect(await wishes()).toEqual([{ visitId: visitIds[0], ...said }]);
  expect([await wishOf(0), await wishOf(1)]).toMatchObject([said, null]);
  // What is taken back is no wish any more.
  await leaveInstructions(system, { visitId: visitIds[1]!, scope, instructions: "Use the back door" });
  await leaveInstructions(system, { visitId: visitIds[1]!, scope, instructions: "" });
  expect(await wishes()).toHaveLength(1);
});

test("a customer who was let down is somebody's to see to, once; one who is content is nobody's", async () => {
  const day = await drivenDay([[0, 1]]);
  const { scenario, clock } = day;
  const { planId, visitIds, tenant } = scenario;
  await syncDriverOps(await day.driver(0), {
    deviceNow: clock.now(),
    ops: [
      day.act({ type: "start-route" }),
      day.act({ type: "complete", visitIds: [...visitIds], outcome: "delivered" }),
    ],
  });
  tenant.jobs.length = 0;
  await rateDelivery(tenant.systemContext(), { visitId: visitIds[1]!, scope, stars: 5, comment: "" });
  expect(tenant.jobs.map(({ name }) => name)).not.toContain("watch-plan");
  await rateDelivery(tenant.systemContext(), { visitId: visitIds[0]!, scope, stars: 1, comment: "Left in the rain" });
  expect(tenant.jobs).toMatchObject([{ name: "watch-plan", payload: { planId } }]);
  for (let looks = 0; looks < 2; looks++) await watchPlan(tenant.systemContext(), { planId });
  const raised = await listExceptions(scenario.context(), { planId });
  expect(raised.filter(({ type }) => type === "low-rating")).toMatchObject([
    { severity: "medium", deliveryId: scenario.deliveryIds[0], details: { stars: 1, note: "Left in the rain" } },
  ]);
});
