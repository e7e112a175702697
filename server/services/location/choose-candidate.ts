import "server-only";
import { z } from "zod";
import { findLocation } from "@/db/queries/location/pin-address";
import { changed, command } from "../kernel/command";
import { found } from "../kernel/service-error";
import { pinAddress } from "./pin-address";

/** A person picks one of the geocoders' proposals; it counts as a pin. */
export const chooseCandidate = command({
  permission: "order.write",
  input: z.object({ locationId: z.uuid(), candidate: z.int().min(0).max(20) }),
  run: async (scope, { locationId, candidate }) => {
    const location = found(await findLocation(scope.tx, scope.actor.organizationId, locationId), "location");
    const chosen = found(location.candidates?.[candidate], "proposal for this address");
    const { moved, events } = await pinAddress(scope, location, chosen.position);
    return changed({ moved }, events);
  },
});
