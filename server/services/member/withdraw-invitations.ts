import "server-only";
import {
  answerInvitation,
  type InvitationRow,
  lockOpenInvitations,
  type WhichInvitations,
} from "@/db/queries/access/invitations";
import { type GivenRole, mayInvite } from "@/server/domain/access/may-invite";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { CommandScope } from "../kernel/command";
import { refuseRoleBeyond, rolePermissions } from "./open-member";

type Asked = Pick<CommandScope<unknown>, "tx" | "actor">;

/**
 * Takes open invitations back: their links open nothing any more. Refused where one is into a role that may more than the
 * actor. What the log is told.
 */
export async function withdrawInvitations(
  scope: Asked,
  which: WhichInvitations,
  isByOwner: boolean,
): Promise<readonly DomainEvent[]> {
  const open = await lockOpenInvitations(scope.tx, scope.actor.organizationId, which);
  for (const { role } of open) await refuseRoleBeyond(scope, role ?? "", isByOwner);
  return takeBack(scope, open);
}

/** Takes back what somebody has invited to who could not do so any more; null: who is leaving. What the log is told. */
export async function withdrawUnfounded(
  scope: Asked,
  inviterId: string,
  inviter: GivenRole | null,
): Promise<readonly DomainEvent[]> {
  const { tx, actor } = scope;
  const unfounded: InvitationRow[] = [];
  for (const open of await lockOpenInvitations(tx, actor.organizationId, { inviterId })) {
    const role = open.role ?? "";
    const permissions = await rolePermissions(tx, actor.organizationId, role);
    if (!inviter || !mayInvite(inviter, { role, permissions })) unfounded.push(open);
  }
  return takeBack(scope, unfounded);
}

async function takeBack({ tx, actor }: Asked, open: readonly InvitationRow[]): Promise<readonly DomainEvent[]> {
  for (const { id } of open) await answerInvitation(tx, actor.organizationId, id, "canceled");
  return open.map(({ id, email }) => ({
    type: "member.invitation-withdrawn",
    entity: "member",
    entityId: id,
    data: { name: email },
  }));
}
