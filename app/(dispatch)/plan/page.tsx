import { redirect } from "next/navigation";
import { pageCaller } from "@/server/main/reader";
import { requireViewer } from "@/server/main/require-viewer";

export default async function PlanPage() {
  await requireViewer();
  const caller = await pageCaller();
  const { date } = await caller!.plan.suggestDay({});
  redirect(`/plan/${date}`);
}
