import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PlanBoard } from "@/components/features/plan-board/plan-board";
import { pageContainer } from "@/server/main/container";

export const metadata: Metadata = { title: "Plan" };

export default async function PlanDayPage({ params }: { params: Promise<{ date: string }> }) {
  const { date } = await params;
  if (!isCalendarDate(date)) notFound();
  const { styleUrl, pmtilesUrl } = pageContainer().map;
  return (
    <PlanBoard date={date} basemap={{ mapStyleUrl: styleUrl ?? undefined, pmtilesUrl: pmtilesUrl ?? undefined }} />
  );
}

function isCalendarDate(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}
