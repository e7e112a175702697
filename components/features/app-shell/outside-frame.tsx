"use client";
import { Package, Route, Truck } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { authClient } from "@/components/lib/auth-client";
import { PermissionProvider } from "@/components/lib/viewer-permissions";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import type { Permission } from "@/server/domain/access/permissions";
import { AppShell } from "./app-shell";
import type { NavItem, Viewer } from "./nav-item";

export type OutsideFrameProps = { viewer: Viewer; permissions: readonly Permission[]; children: ReactNode };

function navItems(role: string, t: Words<"appShell">): NavItem[] {
  if (role === "driver") {
    return [{ id: "my-run", label: t("myRun"), href: "/my-run", icon: <Route aria-hidden="true" /> }];
  }
  return [
    { id: "assignments", label: t("assignments"), href: "/partner", icon: <Package aria-hidden="true" /> },
    { id: "own-fleet", label: t("ownFleet"), href: "/partner/fleet", icon: <Truck aria-hidden="true" /> },
  ];
}

async function signOut(): Promise<void> {
  await authClient.signOut();
  window.location.assign("/sign-in");
}

/** The frame for partners' people and drivers, with their own places in it. */
export function OutsideFrame({ viewer, permissions, children }: OutsideFrameProps) {
  const t = useWords("appShell");
  const items = useMemo(() => navItems(viewer.role, t), [viewer.role, t]);
  return (
    <PermissionProvider permissions={permissions}>
      <AppShell items={items} viewer={viewer} onSignOut={() => void signOut()}>
        {children}
      </AppShell>
    </PermissionProvider>
  );
}
