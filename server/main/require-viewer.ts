import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { type Permission, permissionsOf } from "@/server/domain/access/permissions";
import { pageContainer } from "./container";

/** The person looking at this page; whoever is not signed in is sent to sign in and brought back. */
export async function requireViewer(returnTo: string) {
  const viewer = await pageContainer().viewer(await headers());
  if (!viewer) redirect(`/sign-in?next=${encodeURIComponent(returnTo)}`);
  const permissions: readonly Permission[] = permissionsOf(viewer.role);
  return { ...viewer, permissions };
}
