import "server-only";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { lockOwners, requiresSecondFactor, selectMembers, setRequiresSecondFactor } from "@/db/queries/access/members";
import { countMemberPasskeys } from "@/db/queries/access/passkeys";
import { changed, command, unchanged } from "../kernel/command";
import { ServiceError } from "../kernel/service-error";
import { ownersOnly } from "./open-member";

/**
 * Asks a second factor of everyone, or no longer: an owner's word, who has one himself. A passkey is one. Who has none can do nothing here
 * from the next request on but set one up.
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
    if (isRequired && !(await hasOne(tx, organizationId, actor.id))) {
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

async function hasOne(tx: Tx, organizationId: string, userId: string): Promise<boolean> {
  const self = (await selectMembers(tx, organizationId)).find((each) => each.userId === userId);
  return Boolean(self?.hasSecondFactor) || (await countMemberPasskeys(tx)).has(userId);
}
