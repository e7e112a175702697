"use client";
import { createContext, type ReactNode, useContext } from "react";
import type { Permission } from "@/server/domain/access/permissions";

const PermissionContext = createContext<ReadonlySet<Permission>>(new Set());

/** Tells the components below what the person looking may do. The server decides; this only hides what would be refused. */
export function PermissionProvider({
  permissions,
  children,
}: {
  permissions: readonly Permission[];
  children: ReactNode;
}) {
  return <PermissionContext value={new Set(permissions)}>{children}</PermissionContext>;
}

/** Whether the person looking may do this. */
export function useMay(permission: Permission): boolean {
  return useContext(PermissionContext).has(permission);
}

/** What the person looking may do, asked for many things at once. */
export function usePermissions(): ReadonlySet<Permission> {
  return useContext(PermissionContext);
}
