import { expect, test } from "vitest";
import { drivenDay } from "@/server/testing/driven-day";
import { reportForDriver } from "../execution/report-for-driver";
import { listMessages } from "../message/list-messages";
import { readDeliveryRecord } from "../order/read-delivery-record";
import { takeOffRoute } from "./take-off-route";

test("what its driver is on the way to goes back into the pool and he is told; of what is made he is not", async () => {
  const { scenario, act } = await drivenDay([[0, 1]]);
  const context = scenario.context();
  const [routeId] = scenario.routeIds as [string];
  const [first, second] = scenario.visitIds as [string, string];
  const report = (said: { type: string } & Record<string, unknown>) =>
    reportForDriver(context, { routeId, act: act(said) as never });
  const status = async () => (await readDeliveryRecord(context, { id: scenario.deliveryIds[0]! })).delivery.status;
  const letters = async () =>
    (await listMessages(context, {})).filter(({ purpose }) => purpose === "route-changed").length;
  await report({ type: "start-route" });
  await report({ type: "depart", visitId: first });
  expect([await status(), await letters()]).toEqual(["enroute", 0]);
  await takeOffRoute(context, { routeId, visitIds: [first] });
  const written = await letters();
  expect([await status(), written > 0]).toEqual(["requested", true]);
  await report({ type: "complete", visitIds: [second], outcome: "delivered" });
  await takeOffRoute(context, { routeId, visitIds: [second] });
  expect(await letters()).toBe(written);
});
