import "server-only";
import { z } from "zod";
import { changed, command, unchanged } from "../kernel/command";
import { holdOwners } from "./open-member";
import { withdrawInvitations } from "./withdraw-invitations";

/** Takes an invitation back that nobody has accepted; one that is answered or gone stays as it is. */
export const withdrawInvitation = command({
  permission: "members.manage",
  input: z.object({ id: z.uuid() }),
  run: async (scope, { id }) => {
    const events = await withdrawInvitations(scope, { id }, await holdOwners(scope));
    return events.length > 0 ? changed({ id }, events) : unchanged({ id });
  },
});
