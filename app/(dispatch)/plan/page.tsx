import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { pageContainer } from "@/server/main/container";
import { requireViewer } from "@/server/main/require-viewer";

export default async function PlanPage() {
  await requireViewer();
  const caller = await pageContainer().caller(await headers());
  const { date } = await caller!.plan.suggestDay({});
  redirect(`/plan/${date}`);
}
