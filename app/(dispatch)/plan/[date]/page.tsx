import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ExceptionDesk } from "@/components/features/exceptions/exception-desk";
import { OrderDesk } from "@/components/features/orders/order-desk";
import { earlyBoardUrl } from "@/components/features/plan-board/early-board";
import { type BoardOpening, PlanBoard } from "@/components/features/plan-board/plan-board";
import { LinkDesk } from "@/components/lib/customer/link-desk";
import { pageCaller, pageMap } from "@/server/main/reader";
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
  "orderPartner",
  "boardTimeline",
  "boardMap",
  "boardDrag",
  "boardLive",
  "outcomes",
  "customer",
  "exceptionFacts",
  "exceptionForm",
  "boardModes",
  "boardMoveTo",
  "boardCommands",
  "boardDiff",
  "boardOptimize",
  "boardDrivers",
  "breaks",
  "boardCutoff",
  "boardDispatch",
  "boardPresence",
  "edits",
  "faults",
  "orders",
  "orderForm",
] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.plan") };
}

type Props = {
  params: Promise<{ date: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function PlanDayPage({ params, searchParams }: Props) {
  const { date } = await params;
  if (!isCalendarDate(date)) notFound();
  const { project } = await searchParams;
  // What cannot be read here the board asks for itself, and says what is wrong.
  const opening = await readOpening(date, project).catch(() => undefined);
  return (
    <PageWords of={AREAS}>
      {opening?.plan ? (
        <link rel="preload" as="fetch" href={earlyBoardUrl(opening.plan.planId)} crossOrigin="anonymous" />
      ) : null}
      <PlanBoard date={date} basemap={await pageMap()} opening={opening} />
      <OrderDesk />
      <ExceptionDesk />
      <LinkDesk />
    </PageWords>
  );
}

/** Which plan the page is about, so that the browser asks for its board at once instead of third in a row. */
async function readOpening(date: string, chosen: string | string[] | undefined): Promise<BoardOpening | undefined> {
  const caller = await pageCaller();
  if (!caller) return undefined;
  const projects = (await caller.project.list({})).map(({ id, name }) => ({ id, name }));
  const projectId = (projects.find(({ id }) => id === chosen) ?? projects[0])?.id;
  const plan = projectId === undefined ? null : await caller.plan.find({ projectId, date });
  return { projects, plan: plan && { projectId: projectId!, planId: plan.planId } };
}

function isCalendarDate(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}
