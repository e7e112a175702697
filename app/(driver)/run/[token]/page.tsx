import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { DriverRun } from "@/components/features/driver-run/driver-run";
import { isApple } from "@/components/features/driver-run/parts/is-apple";
import { pageContainer } from "@/server/main/container";

export default async function RunPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const sheet = await pageContainer().routeSheet(token);
  if (!sheet) notFound();
  return <DriverRun sheet={sheet} isApple={isApple((await headers()).get("user-agent"))} />;
}
