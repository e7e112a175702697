"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC } from "@/components/lib/trpc";
import { usePermissions } from "@/components/lib/viewer-permissions";
import type { GivenRole } from "@/server/domain/access/may-invite";

export type Member = RouterOutput["member"]["list"]["members"][number];
export type Invitation = RouterOutput["member"]["invitations"][number];

/** A role of the organization's own, as it is given. */
export type OwnRole = GivenRole & { readonly description: string };

/** Who is looking, and which roles there are to give. */
export interface Giving {
  readonly viewer: GivenRole;
  readonly ownRoles: readonly OwnRole[];
}

/** An organization's members; for those who may let people in also the open invitations and the roles they may give. */
export function usePeople(ownRole: string, mayManage: boolean) {
  const queryClient = useQueryClient();
  const trpc = useTRPC();
  const rights = usePermissions();
  const members = useQuery(trpc.member.list.queryOptions({}));
  const { data: roles } = useQuery(trpc.role.list.queryOptions({}, { enabled: mayManage }));
  const invitations = useQuery(trpc.member.invitations.queryOptions({}, { enabled: mayManage }));
  const refresh = useCallback(
    () => queryClient.invalidateQueries({ queryKey: trpc.member.pathKey() }),
    [queryClient, trpc],
  );
  const giving: Giving = useMemo(() => {
    const own = (roles ?? []).filter(({ id }) => id !== null);
    return {
      viewer: { role: ownRole, permissions: [...rights] },
      ownRoles: own.map(({ name, permissions, description }) => ({ role: name, permissions, description })),
    };
  }, [roles, ownRole, rights]);
  return { members, giving, invitations, refresh };
}
