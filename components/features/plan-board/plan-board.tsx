"use client";
import { useQuery } from "@tanstack/react-query";
import { CalendarX2, FolderPlus } from "lucide-react";
import Link from "next/link";
import { useQueryState } from "nuqs";
import { refusalOf } from "@/components/lib/refusal";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import type { BasemapSources } from "@/components/map/load-basemap";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
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
}

/** The dispatch board of one day: orders to routes, by the optimizer or by hand, and out to the drivers. */
export function PlanBoard(props: PlanBoardProps) {
  const gateway = useTrpcPlanGateway();
  return (
    <PlanGatewayContext value={gateway}>
      <BoardModeProvider>
        <PlanDesk {...props} />
      </BoardModeProvider>
    </PlanGatewayContext>
  );
}

/** The board without its way to the server. */
export function PlanDesk({ date, basemap }: PlanBoardProps) {
  const gateway = usePlanGateway();
  const projects = useQuery({ queryKey: planKeys.projects, queryFn: () => gateway.listProjects() });
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
  return <PlanDay key={`${project.id}/${date}`} day={day} project={project} basemap={basemap} />;
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
}

function PlanDay({ day, project, basemap }: PlanDayProps) {
  const gateway = usePlanGateway();
  const plan = useQuery({
    queryKey: planKeys.planOfDay(project.id, day.date),
    queryFn: () => gateway.openPlan({ projectId: project.id, date: day.date }),
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
  if (board.data) return <BoardWorkspace day={day} truth={board.data} basemap={basemap} />;
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
