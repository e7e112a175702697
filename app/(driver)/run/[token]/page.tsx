import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { RouteSheet } from "@/components/features/driver-run/route-sheet";
import { pageContainer } from "@/server/main/container";
import { pageWords } from "../../../page-words";

// The address is the key to the route: no other site may learn it.
export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.run"), referrer: "no-referrer" };
}

export default async function RunPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const sheet = await pageContainer().routeSheet(token);
  if (!sheet) notFound();
  const agent = (await headers()).get("user-agent") ?? "";
  return <RouteSheet t={await pageWords("driverRun")} sheet={sheet} isApple={/iPhone|iPad|Macintosh/.test(agent)} />;
}
