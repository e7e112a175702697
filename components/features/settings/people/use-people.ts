"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { authClient } from "@/components/lib/auth-client";
import type { Role } from "@/server/domain/access/permissions";
import { authCall } from "../auth-call";

/** better-auth's client is typed with its own three roles; the server has ours. */
type ClientRole = "owner" | "admin" | "member";

const MOST_MEMBERS = 500;

export interface Member {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly since: Date;
}

export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly role: string;
  readonly expiresAt: Date;
}

/** An organization's members, and the open invitations for those who may see them. */
export function usePeople(organizationId: string, mayManage: boolean) {
  const queryClient = useQueryClient();
  const members = useQuery({
    queryKey: ["people", organizationId, "members"],
    queryFn: async (): Promise<Member[]> => {
      const query = { organizationId, limit: MOST_MEMBERS };
      const page = await authCall(authClient.organization.listMembers({ query }));
      return page.members
        .map(({ id, userId, role, createdAt, user }) => ({
          id,
          userId,
          name: user.name,
          email: user.email,
          role,
          since: new Date(createdAt),
        }))
        .sort((left, right) => left.name.localeCompare(right.name));
    },
    retry: false,
  });
  const invitations = useQuery({
    queryKey: ["people", organizationId, "invitations"],
    queryFn: async (): Promise<Invitation[]> => {
      const all = await authCall(authClient.organization.listInvitations({ query: { organizationId } }));
      return all
        .filter(({ status, expiresAt }) => status === "pending" && new Date(expiresAt) > new Date())
        .map(({ id, email, role, expiresAt }) => ({ id, email, role, expiresAt: new Date(expiresAt) }));
    },
    enabled: mayManage,
    retry: false,
  });
  const refresh = useCallback(
    () => queryClient.invalidateQueries({ queryKey: ["people", organizationId] }),
    [queryClient, organizationId],
  );
  return { members, invitations, refresh };
}

/** Invites somebody; an open invitation of theirs gives way to the new one. Returns the link that was mailed, to be handed over in another way. */
export async function invite(organizationId: string, email: string, role: Role): Promise<string> {
  const answer = await authCall(
    authClient.organization.inviteMember({ organizationId, email, role: role as ClientRole }),
  );
  return (answer as unknown as { link: string }).link;
}

export async function changeRole(organizationId: string, memberId: string, role: Role): Promise<void> {
  await authCall(authClient.organization.updateMemberRole({ organizationId, memberId, role: role as ClientRole }));
}

export async function removeMember(organizationId: string, memberId: string): Promise<void> {
  await authCall(authClient.organization.removeMember({ organizationId, memberIdOrEmail: memberId }));
}

export async function takeBackInvitation(invitationId: string): Promise<void> {
  await authCall(authClient.organization.cancelInvitation({ invitationId }));
}
