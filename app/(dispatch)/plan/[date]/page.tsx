import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OrderDesk } from "@/components/features/orders/order-desk";
import { PlanBoard } from "@/components/features/plan-board/plan-board";
import { pageContainer } from "@/server/main/container";
import { PageWords, pageWords } from "../../../page-words";

/** Everything that may stand on the board. */
const AREAS = [
  "rules",
  "map",
  "board",
  "boardState",
  "boardTop",
  "boardRoutes",
  "boardInspector",
  "boardTimeline",
  "boardMap",
  "boardDrag",
  "boardModes",
  "boardMoveTo",
  "boardCommands",
  "boardDiff",
  "boardOptimize",
  "boardDrivers",
  "boardCutoff",
  "boardDispatch",
  "boardPresence",
  "orders",
  "orderForm",
] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.plan") };
}

export default async function PlanDayPage({ params }: { params: Promise<{ date: string }> }) {
  const { date } = await params;
  if (!isCalendarDate(date)) notFound();
  return (
    <PageWords of={AREAS}>
      <PlanBoard date={date} basemap={pageContainer().map} />
      <OrderDesk />
    </PageWords>
  );
}

function isCalendarDate(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}
