import "server-only";
import { z } from "zod";
import { findLocation } from "@/db/queries/location/pin-address";
import { positionSchema } from "@/server/domain/order/delivery-schema";
import { changed, command } from "../kernel/command";
import { found } from "../kernel/service-error";
import { pinAddress } from "./pin-address";

/** A person says where a door is: remembered for the address, and all its open locations move there. */
export const pinLocation = command({
  permission: "order.write",
  input: z.object({ locationId: z.uuid(), position: positionSchema }),
  run: async (scope, { locationId, position }) => {
    const location = found(await findLocation(scope.tx, scope.actor.organizationId, locationId), "location");
    const { moved, events } = await pinAddress(scope, location, position);
    return changed({ moved }, events);
  },
});
