import "server-only";
import { z } from "zod";
import { lockOwners, requiresSecondFactor, setRequiresSecondFactor } from "@/db/queries/access/members";
import { changed, command, unchanged } from "../kernel/command";
import { ServiceError } from "../kernel/service-error";
import { ownersOnly } from "./open-member";

/**
 * Asks a second factor of everyone, or no longer: an owner's word, who has shown one in the session he acts from, be it a passkey: one that
 * he has lost would shut him out at once. Who has none can do nothing here from the next request on but set one up.
 */
export const requireSecondFactor = command({
  permission: "members.manage",
  input: z.object({ isRequired: z.boolean() }),
  run: async ({ tx, actor }, { isRequired }) => {
    const { organizationId } = actor;
    const owners = await lockOwners(tx, organizationId);
    if (actor.id === null || !owners.includes(actor.id)) throw ownersOnly();
    const before = await requiresSecondFactor(tx, organizationId);
    if (before === isRequired) return unchanged({ isRequired });
    if (isRequired && !actor.hasShownFactor) {
      throw new ServiceError("refused", "Set up your own second step first.", { reason: "second-factor-first" });
    }
    await setRequiresSecondFactor(tx, organizationId, isRequired);
    return changed({ isRequired }, [
      {
        type: "organization.second-factor-changed",
        entity: "organization",
        entityId: organizationId,
        before: { isRequired: before },
        after: { isRequired },
      },
    ]);
  },
});
