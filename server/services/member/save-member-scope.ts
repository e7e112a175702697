import "server-only";
import { z } from "zod";
import { listMemberScopes, lockMember, putMemberScope } from "@/db/queries/access/member-scopes";
import { memberScopeSchema, WHOLE_SCOPE } from "@/server/domain/access/member-scope";
import { changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { checkScope } from "./check-scope";
import { holdOwners, openMember } from "./open-member";

/**
 * Says what a member is let in to. It holds from their next request on, and ends live streams at once.
 * Nobody changes what they see themselves, or what somebody sees who may more.
 */
export const saveMemberScope = command({
  permission: "members.manage",
  input: z.object({ userId: z.uuid(), scope: memberScopeSchema }),
  run: async ({ tx, actor, now }, { userId, scope: asked }) => {
    const { organizationId } = actor;
    // Before the member: everybody else holds them so too.
    await holdOwners({ tx, actor });
    const member = found(await lockMember(tx, organizationId, userId), "person");
    if (userId === actor.id) {
      throw new ServiceError("refused", "Nobody changes what they are let in to themselves.", { reason: "own-scope" });
    }
    await openMember({ tx, actor }, member.id);
    const scope = await checkScope(tx, organizationId, member.role, asked);
    const known = await listMemberScopes(tx, organizationId);
    const { userId: _, ...before } = known.find((each) => each.userId === userId) ?? { userId, ...WHOLE_SCOPE };
    if (JSON.stringify(sorted(before)) === JSON.stringify(sorted(scope))) return unchanged(scope);
    const isWhole = JSON.stringify(sorted(scope)) === JSON.stringify(sorted(WHOLE_SCOPE));
    await putMemberScope(tx, { organizationId, userId, updatedAt: now }, isWhole ? null : scope);
    return changed(scope, [
      {
        type: "member.scope-changed",
        entity: "member",
        entityId: member.id,
        before: sorted(before),
        after: sorted(scope),
      },
    ]);
  },
});

function sorted({ projectIds, depotIds, partnerId, driverId }: typeof WHOLE_SCOPE) {
  return { projectIds: [...projectIds].sort(), depotIds: [...depotIds].sort(), partnerId, driverId };
}
