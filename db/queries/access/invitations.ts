import "server-only";
import { and, asc, count, eq, gt, sql } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { invitation, member, organization, user } from "@/db/schema/auth";

export type InvitationRow = typeof invitation.$inferSelect;

/** Which of an organization's open invitations are meant: one, those to an address, by a person, or into a role. */
export type WhichInvitations =
  | { readonly id: string }
  | { readonly email: string }
  | { readonly inviterId: string }
  | { readonly role: string };

/** Who has not answered yet, oldest first, whether the link is still good or not; some dozens at most. */
export async function listOpenInvitations(tx: Tx, organizationId: string): Promise<InvitationRow[]> {
  return tx
    .select()
    .from(invitation)
    .where(and(eq(invitation.organizationId, organizationId), eq(invitation.status, "pending")))
    .orderBy(asc(invitation.createdAt));
}

/** Open invitations of one kind; they stay as they are until this transaction ends. */
export async function lockOpenInvitations(
  tx: Tx,
  organizationId: string,
  which: WhichInvitations,
): Promise<InvitationRow[]> {
  return tx
    .select()
    .from(invitation)
    .where(and(eq(invitation.organizationId, organizationId), eq(invitation.status, "pending"), conditionOf(which)))
    .orderBy(asc(invitation.id))
    .for("update");
}

function conditionOf(which: WhichInvitations) {
  if ("id" in which) return eq(invitation.id, which.id);
  if ("email" in which) return eq(sql`lower(${invitation.email})`, which.email);
  return "inviterId" in which ? eq(invitation.inviterId, which.inviterId) : eq(invitation.role, which.role);
}

export async function insertInvitation(tx: Tx, row: typeof invitation.$inferInsert): Promise<void> {
  await tx.insert(invitation).values(row);
}

export async function answerInvitation(
  tx: Tx,
  organizationId: string,
  id: string,
  status: "accepted" | "canceled",
): Promise<void> {
  await tx
    .update(invitation)
    .set({ status })
    .where(and(eq(invitation.organizationId, organizationId), eq(invitation.id, id)));
}

/** How many invitations with a link that is still good there are. */
export async function countOpenInvitations(tx: Tx, organizationId: string, now: Date): Promise<number> {
  const [row] = await tx
    .select({ open: count() })
    .from(invitation)
    .where(
      and(
        eq(invitation.organizationId, organizationId),
        eq(invitation.status, "pending"),
        gt(invitation.expiresAt, now),
      ),
    );
  return row!.open;
}

/** Whether somebody with this address (lower case) belongs to the organization. */
export async function isMemberByEmail(tx: Tx, organizationId: string, email: string): Promise<boolean> {
  const rows = await tx
    .select({ id: member.id })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.organizationId, organizationId), eq(user.email, email)));
  return rows.length > 0;
}

export async function insertMember(tx: Tx, row: typeof member.$inferInsert): Promise<void> {
  await tx.insert(member).values(row);
}

/** What the letter of an invitation says; undefined where it was answered, withdrawn or is over. */
export async function findInvitationLetter(tx: Tx, organizationId: string, id: string, now: Date) {
  const [row] = await tx
    .select({
      email: invitation.email,
      inviterName: user.name,
      inviterEmail: user.email,
      organizationName: organization.name,
    })
    .from(invitation)
    .innerJoin(user, eq(user.id, invitation.inviterId))
    .innerJoin(organization, eq(organization.id, invitation.organizationId))
    .where(
      and(
        eq(invitation.organizationId, organizationId),
        eq(invitation.id, id),
        eq(invitation.status, "pending"),
        gt(invitation.expiresAt, now),
      ),
    );
  return row;
}

/** Whose invitation this is. Outside any tenant: it is what decides the tenant. */
export async function findInvitingOrganization({ raw }: Database, id: string): Promise<string | undefined> {
  const [row] = await raw<{ organizationId: string }[]>`
    select organization_id as "organizationId" from invitation where id = ${id}`;
  return row?.organizationId;
}
