"use client";
import {
  ChartColumn,
  ClipboardCheck,
  Inbox,
  MapPinned,
  Package,
  Settings,
  Siren,
  Star,
  Truck,
  Upload,
  Users,
  Warehouse,
} from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { authClient } from "@/components/lib/auth-client";
import { PermissionProvider } from "@/components/lib/viewer-permissions";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import type { Permission } from "@/server/domain/access/permissions";
import { AppShell } from "./app-shell";
import type { NavItem, Viewer } from "./nav-item";
import { useExceptionCount } from "./use-exception-count";
import { WebhookNotice } from "./webhook-notice";

export type SignedInFrameProps = { viewer: Viewer; permissions: readonly Permission[]; children: ReactNode };

function navItems(permissions: readonly Permission[], t: Words<"appShell">, exceptions: number): NavItem[] {
  const may = (permission: Permission) => permissions.includes(permission);
  const items: (NavItem | false)[] = [
    { id: "plan", label: t("plan"), href: "/plan", icon: <MapPinned aria-hidden="true" /> },
    {
      id: "exceptions",
      label: t("exceptions"),
      href: "/live/exceptions",
      icon: <Siren aria-hidden="true" />,
      count: exceptions,
    },
    { id: "orders", label: t("orders"), href: "/orders", icon: <Package aria-hidden="true" /> },
    may("order.write") && {
      id: "import",
      label: t("import"),
      href: "/orders/import",
      icon: <Upload aria-hidden="true" />,
    },
    { id: "drivers", label: t("drivers"), href: "/drivers", icon: <Users aria-hidden="true" /> },
    { id: "vehicles", label: t("vehicles"), href: "/vehicles", icon: <Truck aria-hidden="true" /> },
    { id: "depots", label: t("depots"), href: "/depots", icon: <Warehouse aria-hidden="true" /> },
    may("proof.read") && {
      id: "review",
      label: t("review"),
      href: "/review",
      icon: <ClipboardCheck aria-hidden="true" />,
    },
    { id: "ratings", label: t("ratings"), href: "/ratings", icon: <Star aria-hidden="true" /> },
    may("plan.read") && {
      id: "reports",
      label: t("reports"),
      href: "/reports",
      icon: <ChartColumn aria-hidden="true" />,
    },
    { id: "outbox", label: t("outbox"), href: "/outbox", icon: <Inbox aria-hidden="true" /> },
    { id: "settings", label: t("settings"), href: "/settings", icon: <Settings aria-hidden="true" /> },
  ];
  return items.filter((item) => item !== false);
}

async function signOut(): Promise<void> {
  await authClient.signOut();
  // A full load: nothing of the last person's data stays in memory.
  window.location.assign("/sign-in");
}

/** The desk's frame for a signed-in person, with the places they may go. */
export function SignedInFrame({ viewer, permissions, children }: SignedInFrameProps) {
  const t = useWords("appShell");
  const exceptions = useExceptionCount();
  const items = useMemo(() => navItems(permissions, t, exceptions), [permissions, t, exceptions]);
  return (
    <PermissionProvider permissions={permissions}>
      <AppShell
        items={items}
        viewer={viewer}
        onSignOut={() => void signOut()}
        notice={permissions.includes("settings.write") ? <WebhookNotice /> : null}
      >
        {children}
      </AppShell>
    </PermissionProvider>
  );
}
