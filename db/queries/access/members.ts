import "server-only";
import { and, asc, count, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { member, organization, user } from "@/db/schema/auth";

export interface MemberRow {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly since: Date;
  readonly hasSecondFactor: boolean;
}

const ROW = {
  id: member.id,
  userId: member.userId,
  name: user.name,
  email: user.email,
  role: member.role,
  since: member.createdAt,
  hasSecondFactor: user.twoFactorEnabled,
};

/** Everybody of an organization, by name; some hundreds at most. */
export async function selectMembers(tx: Tx, organizationId: string): Promise<MemberRow[]> {
  return tx
    .select(ROW)
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(eq(member.organizationId, organizationId))
    .orderBy(asc(user.name), asc(user.email));
}

export async function findMember(tx: Tx, organizationId: string, id: string): Promise<MemberRow | undefined> {
  const [row] = await tx
    .select(ROW)
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.organizationId, organizationId), eq(member.id, id)));
  return row;
}

/** The owners' people; nobody else becomes or ceases to be one until this transaction ends. */
export async function lockOwners(tx: Tx, organizationId: string): Promise<readonly string[]> {
  const rows = await tx
    .select({ userId: member.userId })
    .from(member)
    .where(and(eq(member.organizationId, organizationId), eq(member.role, "owner")))
    .orderBy(asc(member.id))
    .for("update");
  return rows.map(({ userId }) => userId);
}

/** Whether this is an owner now. */
export async function isOwner(tx: Tx, organizationId: string, userId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.organizationId, organizationId), eq(member.userId, userId), eq(member.role, "owner")));
  return row !== undefined;
}

export async function updateMemberRole(tx: Tx, organizationId: string, id: string, role: string): Promise<void> {
  await tx
    .update(member)
    .set({ role })
    .where(and(eq(member.organizationId, organizationId), eq(member.id, id)));
}

export async function deleteMember(tx: Tx, organizationId: string, id: string): Promise<void> {
  await tx.delete(member).where(and(eq(member.organizationId, organizationId), eq(member.id, id)));
}

/** How many have each role. */
export async function countMembersByRole(tx: Tx, organizationId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .select({ role: member.role, members: count() })
    .from(member)
    .where(eq(member.organizationId, organizationId))
    .groupBy(member.role);
  return new Map(rows.map(({ role, members }) => [role, members]));
}

/** Whether a second factor is asked of everyone. */
export async function requiresSecondFactor(tx: Tx, organizationId: string): Promise<boolean> {
  const [row] = await tx
    .select({ is: organization.requiresSecondFactor })
    .from(organization)
    .where(eq(organization.id, organizationId));
  return row?.is ?? false;
}

export async function setRequiresSecondFactor(tx: Tx, organizationId: string, isRequired: boolean): Promise<void> {
  await tx.update(organization).set({ requiresSecondFactor: isRequired }).where(eq(organization.id, organizationId));
}

/** Turns a member's second factor off and removes his passkeys; `elsewhere`: not, for he belongs to another organization as well. */
export async function resetSecondFactor(tx: Tx, userId: string): Promise<"none" | "elsewhere" | "reset"> {
  const [row] = await tx.execute<{ outcome: "none" | "elsewhere" | "reset" }>(
    sql`select reset_tenant_second_factor(${userId}::uuid) as outcome`,
  );
  return row!.outcome;
}
