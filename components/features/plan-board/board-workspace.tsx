"use client";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { useExceptionNews } from "@/components/lib/exceptions/use-exceptions";
import type { LiveEvent } from "@/components/lib/live-events";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import type { BasemapSources } from "@/components/map/load-basemap";
import { AlertDialog } from "@/components/ui/alert-dialog";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import type { LockQuestion } from "./board-actions";
import { BoardSessionContext, useBoard } from "./board-context";
import { BoardStoreContext } from "./board-store";
import { BoardView } from "./board-view";
import { useCutoffRefresh } from "./cutoff/use-cutoff";
import { DragContext } from "./drag/drag-context";
import { useDragControl } from "./drag/use-drag-control";
import { LiveDayProvider } from "./live/live-day-context";
import { PlanExceptionsProvider } from "./live/plan-exceptions-context";
import { PlanWishesProvider } from "./live/plan-wishes-context";
import { useRunNews } from "./live/use-runs";
import { VansProvider } from "./live/vans-provider";
import { useBoardMode } from "./modes/board-mode";
import { usePlanGateway } from "./plan-gateway-context";
import { planKeys } from "./plan-keys";
import { usePresence } from "./presence/use-presence";
import { RouteLooksContext, useRouteLooks } from "./route-looks";
import type { DayPickerProps } from "./top-bar/plan-top-bar";
import { useHasBeenIdle } from "./use-has-been-idle";
import { useIsWide } from "./use-is-wide";
import { type OpenBoard, useOpenBoard } from "./use-open-board";
import { useKeptPanels, usePanelMemory } from "./use-panel-memory";
import { usePlanEvents } from "./use-plan-events";

export interface BoardWorkspaceProps {
  readonly day: DayPickerProps;
  readonly truth: PlanBoard;
  readonly basemap: BasemapSources;
}

/** One plan, opened: holds what lives as long as it is on the desk, and keeps it true. */
export function BoardWorkspace({ day, truth, basemap }: BoardWorkspaceProps) {
  const t = useWords("board");
  const gateway = usePlanGateway();
  const planId = truth.plan.id;
  const [lockQuestion, setLockQuestion] = useState<LockQuestion | null>(null);
  const canEdit = useMay("plan.edit") && truth.plan.status !== "closed";
  const canDispatch = useMay("plan.dispatch") && truth.plan.status !== "closed";
  const canEditOrders = useMay("order.write");
  const panels = useKeptPanels();
  const askAboutLock = setLockQuestion;
  const open = useOpenBoard({ gateway, planId, truth, canEdit, canDispatch, canEditOrders, panels, askAboutLock });
  const { session, store, shapes } = open;
  useEffect(() => session.queue.replaceTruth(truth), [session, truth]);
  useShapes(open);
  usePanelMemory(store);
  const connection = usePlanEvents({
    planId,
    gateway,
    queue: session.queue,
    shapes,
    alsoTell: useAlsoTell(planId),
    onNudge: session.presence.refresh,
  });
  usePresence(session, store);
  const isWide = useIsWide();
  const { mode } = useBoardMode();
  const drag = useDragControl(session, store, isWide && canEdit && mode !== "review");
  return (
    <BoardSessionContext value={session}>
      <BoardStoreContext value={store}>
        <DragContext value={drag}>
          <Looks>
            <LiveDayProvider>
              <PlanExceptionsProvider>
                <PlanWishesProvider>
                  <VansProvider>
                    <BoardView day={day} open={open} basemap={basemap} connection={connection} isWide={isWide} />
                  </VansProvider>
                </PlanWishesProvider>
              </PlanExceptionsProvider>
            </LiveDayProvider>
          </Looks>
          <AlertDialog
            open={lockQuestion !== null}
            onOpenChange={(isOpen) => !isOpen && setLockQuestion(null)}
            title={t("overLock")}
            description={t("overLockAbout", { why: lockQuestion?.text ?? "" })}
            confirmLabel={t("moveAnyway")}
            onConfirm={() => lockQuestion?.proceed()}
          />
        </DragContext>
      </BoardStoreContext>
    </BoardSessionContext>
  );
}

/** What stands beside the board and goes by the same events: the checklist, and how the day is driven. */
function useAlsoTell(planId: string): (events: readonly LiveEvent[]) => void {
  const refreshCutoff = useCutoffRefresh();
  const tellRuns = useRunNews(planId);
  const tellExceptions = useExceptionNews(planId);
  return useCallback(
    (events) => {
      refreshCutoff(events);
      tellRuns(events);
      tellExceptions(events);
    },
    [refreshCutoff, tellRuns, tellExceptions],
  );
}

function Looks({ children }: { children: React.ReactNode }) {
  const { board } = useBoard();
  const looks = useRouteLooks(board);
  return <RouteLooksContext value={looks}>{children}</RouteLooksContext>;
}

/** Lines along roads come after the board, which can be worked on without them, and once it has been drawn. */
function useShapes({ session, shapes }: OpenBoard): void {
  const { gateway, planId, queue } = session;
  const isIdle = useHasBeenIdle();
  const lines = useQuery({
    enabled: isIdle,
    queryKey: planKeys.shapes(planId),
    queryFn: () => gateway.getRouteShapes(planId),
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => {
    if (lines.data) shapes.learn(queue.view().board.routes, lines.data);
  }, [lines.data, shapes, queue]);
}
