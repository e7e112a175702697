import "server-only";
import { z } from "zod";
import { listDoorPictures } from "@/db/queries/tracking/customer-acts";
import { findTolds } from "@/db/queries/tracking/customer-told";
import { findTrackingPolicy } from "@/db/queries/tracking/tracking-policies";
import { query } from "../kernel/query";
import { noSuch } from "../kernel/service-error";
import { pictureKey } from "../proof/proof-keys";
import { actRefused, refusalOf, trackedRow } from "./judge-act";

/**
 * One picture of a door's proof by its place, 0 the first, for whoever has shown who he is: the caller has looked at his
 * grant. Refused once the page shows the state only, or the policy shows no proof.
 */
export const readPicture = query({
  permission: "order.read",
  input: z.object({ visitId: z.uuid(), scope: z.enum(["page", "status"]), place: z.int().min(0).max(99) }),
  prepare: async ({ actor: { organizationId }, now, ports, read }, { visitId, scope, place }) => {
    const picture = await read(async (tx) => {
      const policy = await findTrackingPolicy(tx, organizationId);
      const row = await trackedRow(tx, organizationId, visitId, now);
      const [told] = await findTolds(tx, organizationId, [visitId]);
      const refusal = refusalOf("proof", scope, row, told ?? null, policy, now);
      if (refusal) throw actRefused(refusal);
      return (await listDoorPictures(tx, organizationId, visitId))[place];
    });
    const bytes = picture && (await ports.blobs.get(pictureKey(organizationId, picture.id)));
    return bytes && { bytes, contentType: picture.contentType };
  },
  run: async ({ prepared }) => {
    if (!prepared) throw noSuch("proof");
    return prepared;
  },
});
