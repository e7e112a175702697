import "server-only";
import { z } from "zod";
import { changedQuietly, command } from "../kernel/command";
import { giveTrackingLinks } from "./give-tracking-links";

/** A link for whoever has shown who he is by a number and a second factor; the one he had in this way is shut. */
export const giveFormLink = command({
  permission: "order.read",
  input: z.object({ visitId: z.uuid() }),
  run: async (scope, { visitId }) => {
    const links = await giveTrackingLinks(scope, [visitId], "form");
    return changedQuietly({ url: links.get(visitId)! });
  },
});
