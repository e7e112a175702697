import { expect, test } from "vitest";
import { drivenDay } from "@/server/testing/driven-day";
import { removeDeliveries } from "./remove-deliveries";
import { withdrawDelivery } from "./withdraw-delivery";

test("what its sender took back from a running route is gone once, and is not told again when it is deleted", async () => {
  const { scenario } = await drivenDay([[0, 1]]);
  const { tenant } = scenario;
  const [id] = scenario.deliveryIds as [string];
  expect(await withdrawDelivery(tenant.context(), { id })).toEqual({ isGone: false });
  await expect(withdrawDelivery(tenant.context(), { id })).rejects.toMatchObject({ code: "not-found" });
  const { verdicts } = await removeDeliveries(tenant.context(), { ids: [id], isForced: true });
  expect(verdicts).toEqual([{ outcome: "removed" }]);
  const told = await tenant.database.raw`select data from event
    where organization_id = ${tenant.organizationId} and entity_id = ${id} and type = 'delivery.deleted'`;
  expect(told).toMatchObject([{ data: { wasWithdrawn: true } }]);
});
