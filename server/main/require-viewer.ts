import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { pageContainer, REQUEST_PATH_HEADER } from "./container";

/** The person looking at this page; whoever is not signed in is sent to sign in and brought back. */
export async function requireViewer() {
  const requestHeaders = await headers();
  const viewer = await pageContainer().viewer(requestHeaders);
  if (!viewer) redirect(`/sign-in?next=${encodeURIComponent(requestHeaders.get(REQUEST_PATH_HEADER) ?? "/plan")}`);
  return viewer;
}
