import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { homePath } from "@/server/domain/access/home-path";
import { pageContainer, REQUEST_PATH_HEADER } from "./container";

/** Where a second factor is set up that the organization asks for. */
const SECOND_STEP_PAGE = "/second-step";

/**
 * The person looking at this page; whoever is not signed in is sent to sign in and brought back; who lacks the
 * second factor their organization asks for is sent to set one up.
 */
export async function requireViewer() {
  const requestHeaders = await headers();
  const viewer = await pageContainer().viewer(requestHeaders);
  if (!viewer) redirect(`/sign-in?next=${encodeURIComponent(requestHeaders.get(REQUEST_PATH_HEADER) ?? "/plan")}`);
  if (viewer.lacksSecondFactor) redirect(SECOND_STEP_PAGE);
  return viewer;
}

/** The person looking at a page for people of this role only; everybody else is sent where they begin. */
export async function requireOutsider(role: "partner" | "driver") {
  const viewer = await requireViewer();
  if (viewer.role !== role) redirect(homePath(viewer.role));
  return viewer;
}
