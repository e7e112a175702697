import "server-only";
import { z } from "zod";
import {
  findDriversByEmail,
  giveConsignmentDriver,
  lockWaitingConsignments,
} from "@/db/queries/consignment/consignments";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { changed, command, unchanged } from "../kernel/command";
import type { ServiceContext } from "../kernel/service-context";
import { placeConsignment } from "./place-consignment";

/** Gives what waits for the driver of an address to him, one after the other. May be asked any number of times. */
export async function giveWaiting(services: ServiceContext, email: string): Promise<void> {
  for (const id of await claimWaiting(services, { email })) await placeConsignment(services, id);
}

const claimWaiting = command({
  permission: "plan.dispatch",
  input: z.object({ email: z.string().min(1) }),
  run: async ({ tx, actor, now }, { email }) => {
    const { organizationId } = actor;
    const [driver] = await findDriversByEmail(tx, organizationId, email);
    const waiting = driver?.status === "active" ? await lockWaitingConsignments(tx, organizationId, email) : [];
    const ids = waiting.map(({ id }) => id);
    if (!driver || ids.length === 0) return unchanged(ids);
    await giveConsignmentDriver(tx, organizationId, ids, driver.id, now);
    const after = { driverId: driver.id };
    return changed(
      ids,
      ids.map((entityId): DomainEvent => ({ type: "consignment.changed", entity: "consignment", entityId, after })),
    );
  },
});
