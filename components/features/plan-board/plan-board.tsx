"use client";
import { useQuery } from "@tanstack/react-query";
import { CalendarX2, FolderPlus } from "lucide-react";
import Link from "next/link";
import { useQueryState } from "nuqs";
import { useEffect, useMemo } from "react";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useMay } from "@/components/lib/viewer-permissions";
import { DayClockProvider, useWords } from "@/components/lib/words/words-context";
import type { BasemapSources } from "@/components/map/load-basemap";
import { loadMapLibrary } from "@/components/map/load-maplibre";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { dayClock } from "@/server/domain/time/day-clock";
import { PLAIN_CLOCK } from "@/server/domain/time/plain-clock";
import { BoardSkeleton } from "./board-skeleton";
import { BoardWorkspace } from "./board-workspace";
import { LoadFailure } from "./load-failure";
import { BoardModeProvider } from "./modes/board-mode";
import type { ProjectItem } from "./plan-gateway";
import { PlanGatewayContext, usePlanGateway } from "./plan-gateway-context";
import { planKeys } from "./plan-keys";
import { type DayPickerProps, PlanTopBar } from "./top-bar/plan-top-bar";
import { useTrpcPlanGateway } from "./trpc-plan-gateway";

export interface PlanBoardProps {
  readonly date: string;
  readonly basemap: BasemapSources;
  /** What the server knew when it made the page. */
  readonly opening?: BoardOpening;
}

export interface BoardOpening {
  readonly projects: readonly ProjectItem[];
  /** The day's plan, where there is one. */
  readonly plan: { readonly projectId: string; readonly planId: string } | null;
}

/** The dispatch board of one day: orders to routes, by the optimizer or by hand, and out to the drivers. */
export function PlanBoard(props: PlanBoardProps) {
  const gateway = useTrpcPlanGateway(props.opening?.plan?.planId);
  // The map's code comes while the board is asked for; the map itself tries again if this fails.
  useEffect(() => void loadMapLibrary().catch(() => {}), []);
  return (
    <PlanGatewayContext value={gateway}>
      <BoardModeProvider>
        <PlanDesk {...props} />
      </BoardModeProvider>
    </PlanGatewayContext>
  );
}

/** The board without its way to the server. */
export function PlanDesk({ date, basemap, opening }: PlanBoardProps) {
  const refusalOf = useRefusalOf();
  const gateway = usePlanGateway();
  const projects = useQuery({
    queryKey: planKeys.projects,
    queryFn: () => gateway.listProjects(),
    initialData: opening?.projects,
  });
  const [chosen, setChosen] = useQueryState("project");
  if (projects.isPending) return <BoardSkeleton />;
  if (projects.isError)
    return <LoadFailure refusal={refusalOf(projects.error)} onRetry={() => void projects.refetch()} />;
  const project = projects.data.find(({ id }) => id === chosen) ?? projects.data[0];
  if (!project) return <NoProject />;
  const day = {
    projects: projects.data,
    projectId: project.id,
    onProjectChange: (id: string) => void setChosen(id),
    date,
  };
  const planId = opening?.plan?.projectId === project.id ? opening.plan.planId : undefined;
  return <PlanDay key={`${project.id}/${date}`} day={day} project={project} basemap={basemap} knownPlanId={planId} />;
}

function NoProject() {
  const t = useWords("board");
  const mayCreate = useMay("settings.write");
  return (
    <div className="grid flex-1 place-items-center">
      <EmptyState
        icon={<FolderPlus />}
        title={t("noProject")}
        actions={
          mayCreate ? (
            <Link href="/settings" className={buttonClass({ variant: "primary" })}>
              {t("createProject")}
            </Link>
          ) : undefined
        }
      >
        {t("noProjectAbout")}
      </EmptyState>
    </div>
  );
}

function NoPlan() {
  const t = useWords("board");
  return (
    <div className="grid flex-1 place-items-center">
      <EmptyState icon={<CalendarX2 />} title={t("noPlan")}>
        {t("noPlanAbout")}
      </EmptyState>
    </div>
  );
}

interface PlanDayProps {
  readonly day: DayPickerProps;
  readonly project: ProjectItem;
  readonly basemap: BasemapSources;
  readonly knownPlanId: string | undefined;
}

function PlanDay({ day, project, basemap, knownPlanId }: PlanDayProps) {
  const refusalOf = useRefusalOf();
  const gateway = usePlanGateway();
  const plan = useQuery({
    queryKey: planKeys.planOfDay(project.id, day.date),
    queryFn: () => gateway.openPlan({ projectId: project.id, date: day.date }),
    initialData: knownPlanId === undefined ? undefined : { planId: knownPlanId },
    staleTime: Number.POSITIVE_INFINITY,
  });
  const planId = plan.data?.planId;
  const isMissing = plan.data === null;
  const board = useQuery({
    queryKey: planKeys.board(planId ?? ""),
    queryFn: () => gateway.getBoard(planId!),
    enabled: planId !== undefined,
    staleTime: 0,
    // A board in the cache is a day old at worst: it is shown at once and read anew behind it.
    structuralSharing: false,
  });
  const zone = board.data?.plan.timeZone;
  const clock = useMemo(() => (zone === undefined ? PLAIN_CLOCK : dayClock(day.date, zone)), [day.date, zone]);
  if (board.data) {
    return (
      <DayClockProvider clock={clock}>
        <BoardWorkspace day={day} truth={board.data} basemap={basemap} />
      </DayClockProvider>
    );
  }
  const failed = plan.error ?? board.error;
  return (
    <>
      <PlanTopBar {...day} />
      {isMissing ? (
        <NoPlan />
      ) : failed ? (
        <LoadFailure refusal={refusalOf(failed)} onRetry={() => void (plan.error ? plan.refetch() : board.refetch())} />
      ) : (
        <BoardSkeleton />
      )}
    </>
  );
}
