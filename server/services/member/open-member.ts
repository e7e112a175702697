import "server-only";
import type { Tx } from "@/db/client";
import { lockCustomRole } from "@/db/queries/access/custom-roles";
import { findCustomPermissions } from "@/db/queries/access/member-scopes";
import { findMember, isOwner, lockOwners, type MemberRow } from "@/db/queries/access/members";
import type { Actor } from "@/server/domain/access/actor";
import { isRole, type Permission, permissionsOf, permissionsOfCustomRole } from "@/server/domain/access/permissions";
import type { CommandScope } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { refuseBeyond } from "../role/refuse-beyond";

type Asked = Pick<CommandScope<unknown>, "tx" | "actor">;

/**
 * A member somebody wants to do something to, who is not himself. An owner is only touched by an owner, and nobody by
 * who may less. As nobody touches himself there is always an owner left: who they are is held until the transaction ends.
 */
export async function openMember(
  scope: Asked,
  memberId: string,
): Promise<{ readonly member: MemberRow; readonly isByOwner: boolean }> {
  const { tx, actor } = scope;
  const isByOwner = await holdOwners(scope);
  const member = found(await findMember(tx, actor.organizationId, memberId), "person");
  if (member.userId === actor.id) {
    throw new ServiceError("refused", "Nobody does this to himself.", { reason: "oneself" });
  }
  await refuseRoleBeyond(scope, member.role, isByOwner);
  return { member, isByOwner };
}

/** Keeps everybody else from letting people in or out until this transaction ends; whether the actor is an owner. */
export async function holdOwners({ tx, actor }: Asked): Promise<boolean> {
  const owners = await lockOwners(tx, actor.organizationId);
  return actor.id !== null && owners.includes(actor.id);
}

/** Refuses what is about a role that may more than the actor, or about owners where he is none. What the role may. */
export async function refuseRoleBeyond(
  { tx, actor }: Asked,
  role: string,
  isByOwner: boolean,
): Promise<readonly Permission[]> {
  if (role === "owner" && !isByOwner) throw ownersOnly();
  const permissions = await rolePermissions(tx, actor.organizationId, role);
  refuseBeyond(actor, permissions);
  return permissions;
}

/** The same rules for who only looks: an owner is seen into by owners, and nobody by who may less; everybody by himself. */
export async function refuseAboveOneself(
  { tx, actor }: { readonly tx: Tx; readonly actor: Actor },
  member: Pick<MemberRow, "userId" | "role">,
): Promise<void> {
  const { organizationId } = actor;
  if (member.userId === actor.id) return;
  const isByOwner = actor.id !== null && (await isOwner(tx, organizationId, actor.id));
  if (member.role === "owner" && !isByOwner) throw ownersOnly();
  const own = isRole(member.role) ? null : await findCustomPermissions(tx, organizationId, member.role);
  refuseBeyond(actor, isRole(member.role) ? permissionsOf(member.role) : permissionsOfCustomRole(own ?? []));
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
