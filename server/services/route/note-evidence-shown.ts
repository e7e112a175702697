import "server-only";
import { z } from "zod";
import { changed, command } from "../kernel/command";

/** Puts on record that addresses of evidence were given out: one entry for all that was read at once. */
export const noteEvidenceShown = command({
  permission: "proof.read",
  input: z.object({ routeId: z.uuid(), proofIds: z.array(z.uuid()).min(1) }),
  run: async (_scope, { routeId, proofIds }) =>
    changed(null, [{ type: "proof.viewed", entity: "proof", entityId: routeId, data: { routeId, proofIds } }]),
});
