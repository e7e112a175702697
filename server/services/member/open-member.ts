import "server-only";
import type { Tx } from "@/db/client";
import { lockCustomRole } from "@/db/queries/access/custom-roles";
import { findMember, lockOwners, type MemberRow } from "@/db/queries/access/members";
import { isRole, type Permission, permissionsOf, permissionsOfCustomRole } from "@/server/domain/access/permissions";
import type { CommandScope } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { refuseBeyond } from "../role/refuse-beyond";

/**
 * A member somebody wants to do something to, who is not himself. An owner is only touched by an owner, and nobody by
 * who may less. As nobody touches himself there is always an owner left: who they are is held until the transaction ends.
 */
export async function openMember(
  { tx, actor }: Pick<CommandScope<unknown>, "tx" | "actor">,
  memberId: string,
): Promise<{ readonly member: MemberRow; readonly isByOwner: boolean }> {
  const owners = await lockOwners(tx, actor.organizationId);
  const member = found(await findMember(tx, actor.organizationId, memberId), "person");
  if (member.userId === actor.id) {
    throw new ServiceError("refused", "Nobody does this to himself.", { reason: "oneself" });
  }
  const isByOwner = actor.id !== null && owners.includes(actor.id);
  if (member.role === "owner" && !isByOwner) throw ownersOnly();
  refuseBeyond(actor, await rolePermissions(tx, actor.organizationId, member.role));
  return { member, isByOwner };
}

/** What a role gives, built in or the organization's own, which is held; nothing for a word that is no role. */
export async function rolePermissions(tx: Tx, organizationId: string, role: string): Promise<readonly Permission[]> {
  if (isRole(role)) return permissionsOf(role);
  const own = await lockCustomRole(tx, organizationId, { name: role });
  return permissionsOfCustomRole(own?.permissions ?? []);
}

/** The refusal of what only an owner may. */
export function ownersOnly(): ServiceError {
  return new ServiceError("forbidden", "Only an owner may do this.", { reason: "owners-only" });
}
