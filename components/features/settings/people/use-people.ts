"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { authClient } from "@/components/lib/auth-client";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC } from "@/components/lib/trpc";
import type { MemberScope } from "@/server/domain/access/member-scope";
import type { Role } from "@/server/domain/access/permissions";
import { authCall } from "../auth-call";

/** better-auth's client is typed with its own three roles; the server has ours. */
type ClientRole = "owner" | "admin" | "member";

export type Member = RouterOutput["member"]["list"]["members"][number];

export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly role: string;
  /** What whoever accepts it is let in to; null: everything. */
  readonly scope: MemberScope | null;
  readonly expiresAt: Date;
}

/** An organization's members, the names of its own roles, and the open invitations for those who may see them. */
export function usePeople(organizationId: string, mayManage: boolean) {
  const queryClient = useQueryClient();
  const trpc = useTRPC();
  const members = useQuery(trpc.member.list.queryOptions({}));
  const roles = useQuery(trpc.role.list.queryOptions({}, { enabled: mayManage }));
  const invitations = useQuery({
    queryKey: ["people", organizationId, "invitations"],
    queryFn: async (): Promise<Invitation[]> => {
      const all = await authCall(authClient.organization.listInvitations({ query: { organizationId } }));
      return all
        .filter(({ status }) => status === "pending")
        .map(({ id, email, role, expiresAt, ...rest }) => ({
          id,
          email,
          role,
          scope: (rest as { scope?: MemberScope | null }).scope ?? null,
          expiresAt: new Date(expiresAt),
        }));
    },
    enabled: mayManage,
    retry: false,
  });
  const refresh = useCallback(async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: ["people", organizationId] }),
      queryClient.invalidateQueries({ queryKey: trpc.member.pathKey() }),
    ]);
  }, [queryClient, organizationId, trpc]);
  const ownRoles = (roles.data ?? []).filter(({ id }) => id !== null).map(({ name }) => name);
  return { members, ownRoles, invitations, refresh };
}

/** Invites somebody; an open invitation of theirs gives way to the new one. Returns the link that was mailed, to be handed over in another way. */
export async function invite(
  organizationId: string,
  email: string,
  role: Role,
  scope: MemberScope | null,
): Promise<string> {
  const invitation = { organizationId, email, role: role as ClientRole, scope };
  const answer = await authCall(authClient.organization.inviteMember(invitation));
  return (answer as unknown as { link: string }).link;
}

export async function takeBackInvitation(invitationId: string): Promise<void> {
  await authCall(authClient.organization.cancelInvitation({ invitationId }));
}
