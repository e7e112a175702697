import { headers } from "next/headers";
import { DriverRun } from "@/components/features/driver-run/driver-run";
import { isApple } from "@/components/features/driver-run/parts/is-apple";

/** Names no route: opens the one this device opened last, and is what a device keeps to open any without network. */
export default async function TodayPage() {
  return <DriverRun sheet={null} isApple={isApple((await headers()).get("user-agent"))} />;
}
