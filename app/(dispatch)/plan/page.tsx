import { redirect } from "next/navigation";
import { homePath } from "@/server/domain/access/home-path";
import { isOutsideRole } from "@/server/domain/access/permissions";
import { pageCaller } from "@/server/main/reader";
import { requireViewer } from "@/server/main/require-viewer";

export default async function PlanPage() {
  const { role } = await requireViewer();
  // The frame does the same, but beside this page, not before it.
  if (isOutsideRole(role)) redirect(homePath(role));
  const caller = await pageCaller();
  const { date } = await caller!.plan.suggestDay({});
  redirect(`/plan/${date}`);
}
