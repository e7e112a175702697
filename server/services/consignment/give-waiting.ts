import "server-only";
import { z } from "zod";
import { findDriversByEmail, giveConsignmentDriver, lockNextWaiting } from "@/db/queries/consignment/consignments";
import { changed, command, unchanged } from "../kernel/command";
import type { ServiceContext } from "../kernel/service-context";
import { placeConsignment } from "./place-consignment";

/**
 * Gives what waits for the driver of an address to him, one after the other. May be asked any number of times: what goes
 * wrong with one leaves the others waiting.
 */
export async function giveWaiting(services: ServiceContext, email: string): Promise<void> {
  for (;;) {
    const id = await claimNext(services, { email });
    if (id === null) return;
    await placeConsignment(services, id);
  }
}

const claimNext = command({
  permission: "plan.dispatch",
  input: z.object({ email: z.string().min(1) }),
  run: async ({ tx, actor, now }, { email }) => {
    const { organizationId } = actor;
    const [driver] = await findDriversByEmail(tx, organizationId, email);
    const id = driver?.status === "active" ? await lockNextWaiting(tx, organizationId, email) : undefined;
    if (!driver || id === undefined) return unchanged(null);
    await giveConsignmentDriver(tx, organizationId, id, driver.id, now);
    const after = { driverId: driver.id };
    return changed(id, [{ type: "consignment.changed", entity: "consignment", entityId: id, after }]);
  },
});
