"use client";
import { useQuery } from "@tanstack/react-query";
import type { LiveConnection } from "@/components/lib/live-events";
import { useWords } from "@/components/lib/words/words-context";
import type { BasemapSources } from "@/components/map/load-basemap";
import { Banner } from "@/components/ui/banner";
import { useBoard } from "./board-context";
import { BoardDialogs } from "./board-dialogs";
import { BoardPanels } from "./board-panels";
import { useBoardStore, useBoardStoreApi } from "./board-store";
import { useBoardCommands } from "./commands/use-board-commands";
import { ConflictPanel } from "./conflicts/conflict-panel";
import { useEditReview } from "./diff/use-edit-review";
import { useEditReviewPanel } from "./diff/use-review";
import { DragCard } from "./drag/drag-card";
import { useDragPreviews } from "./drag/use-drag-previews";
import { useListDragMonitor } from "./drag/use-list-drag";
import type { EditStacks } from "./history/edit-stacks";
import { LeftOutContext } from "./left-out-context";
import { LiveRegion } from "./live-region";
import { useBoardMode } from "./modes/board-mode";
import { useFocusFromAddress } from "./modes/use-focus-from-address";
import { useOptimization } from "./optimize/use-optimization";
import { useOptimizeSelection } from "./optimize/use-optimize-selection";
import { useProposalReview } from "./optimize/use-proposal-review";
import { planKeys } from "./plan-keys";
import { ReplayBar } from "./replay/replay-bar";
import { DayActions } from "./top-bar/day-actions";
import { ModeSwitch } from "./top-bar/mode-switch";
import { type DayPickerProps, NarrowSwitch, PlanTopBar } from "./top-bar/plan-top-bar";
import { useIsStale } from "./use-is-stale";
import type { OpenBoard } from "./use-open-board";

const NO_EDITS: EditStacks = { undo: null, redo: null };

export interface BoardViewProps {
  readonly day: DayPickerProps;
  readonly open: OpenBoard;
  readonly basemap: BasemapSources;
  readonly connection: LiveConnection;
  readonly isWide: boolean;
}

/** The screen of an open plan: bar, panels, dialogs, and what floats over them. */
export function BoardView({ day, open, basemap, connection, isWide }: BoardViewProps) {
  const t = useWords("board");
  const { session, turn } = open;
  const { board } = useBoard();
  const store = useBoardStoreApi();
  const narrowView = useBoardStore((state) => state.narrowView);
  const edits = useQuery({
    queryKey: planKeys.edits(session.planId),
    queryFn: () => session.gateway.listEdits(session.planId),
  });
  const optimization = useOptimization();
  const optimizeSelection = useOptimizeSelection(optimization);
  const { mode } = useBoardMode();
  const edit = useEditReview();
  const editReview = useEditReviewPanel(edit);
  const proposalReview = useProposalReview(optimization);
  const review = editReview ?? proposalReview;
  const isReviewing = review !== null || mode === "review";
  const commands = useBoardCommands({ edits: edits.data ?? NO_EDITS, turn, isReviewing, optimizeSelection });
  useFocusFromAddress();
  const isStale = useIsStale(connection);
  useListDragMonitor();
  useDragPreviews();
  const hasVisits = board.visits.size > 0;
  return (
    <div className="relative flex min-h-0 flex-1 flex-col" data-testid="plan-board" data-plan-id={session.planId}>
      <PlanTopBar {...day}>
        {hasVisits ? (
          <NarrowSwitch value={narrowView} onValueChange={(next) => store.setState({ narrowView: next })} />
        ) : null}
        <ModeSwitch />
        <DayActions commands={commands} connection={connection} timeZone={board.plan.timeZone} />
      </PlanTopBar>
      {isStale ? (
        <Banner tone="warn" className="m-2 shrink-0">
          {t("stale")}
        </Banner>
      ) : null}
      <ReplayBar />
      <LeftOutContext value={optimization.leftOut}>
        <BoardPanels
          commands={commands}
          basemap={basemap}
          shapes={open.shapes}
          optimization={optimization}
          review={review}
          isWide={isWide}
          narrowView={narrowView}
        />
      </LeftOutContext>
      <ConflictPanel />
      <BoardDialogs optimization={optimization} turn={turn} />
      <DragCard />
      <LiveRegion />
    </div>
  );
}
