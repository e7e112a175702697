import { describe, expect, test } from "vitest";
import { lockLocation } from "@/db/testing/lock-location";
import { createDeliveries } from "@/server/services/order/create-deliveries";
import { getDelivery } from "@/server/services/order/get-delivery";
import { dropoffDraft, testProject } from "@/server/testing/order-builders";
import { testTenant } from "@/server/testing/test-tenant";
import { untilWaiting } from "@/server/testing/until-waiting";
import { pinLocation } from "../location/pin-location";
import { inTenant } from "./in-tenant";

describe("a tenant's transaction", () => {
  test("that waits for another which waits for it is done again, and both are saved", async () => {
    const tenant = await testTenant();
    const projectId = await testProject(tenant);
    const context = tenant.context();
    const drafts = [dropoffDraft(1), dropoffDraft(2, { dropoff: dropoffDraft(1).dropoff })];
    const { verdicts } = await createDeliveries(context, { projectId, deliveries: drafts });
    const locationIds: string[] = [];
    for (const { deliveryId } of verdicts) {
      const { visits } = await getDelivery(context, { id: deliveryId! });
      locationIds.push(visits[0]!.locationId);
    }
    // A pin moves both locations, in the order in which they are found; whichever is first, the other is held here.
    const position = { lat: 55.68, lng: 12.58 };
    let pinned: Promise<unknown> | undefined;
    await inTenant(context, async (tx) => {
      await lockLocation(tx, locationIds[1]!);
      if (!pinned) {
        pinned = pinLocation(context, { locationId: locationIds[0]!, position });
        await untilWaiting(tenant.database, 1);
      }
      await lockLocation(tx, locationIds[0]!);
    });
    await expect(pinned).resolves.toEqual({ moved: 2 });
  });
});
