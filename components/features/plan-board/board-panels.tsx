"use client";
import { useWords } from "@/components/lib/words/words-context";
import type { BasemapSources } from "@/components/map/load-basemap";
import { Splitter, SplitterHandle, SplitterPanel } from "@/components/ui/splitter";
import { useBoard } from "./board-context";
import { BoardMap } from "./board-map/board-map";
import type { RouteShapeBook } from "./board-map/route-shape-book";
import { useBoardStore, useBoardStoreApi } from "./board-store";
import { ColumnsView } from "./columns/columns-view";
import type { BoardCommands } from "./commands/use-board-commands";
import { type Review, useReviewMap } from "./diff/use-review";
import { Inspector } from "./inspector/inspector";
import { OnceIdle } from "./once-idle";
import { JobCard } from "./optimize/job-card";
import type { Optimization } from "./optimize/use-optimization";
import { isShown, resizePanels } from "./panel-layout";
import { ListPanel } from "./route-list/list-panel";
import { SelectionBar } from "./route-list/selection-bar";
import { NoOrders } from "./setup-guide";
import { Timeline } from "./timeline/timeline";

export interface BoardPanelsProps {
  readonly commands: BoardCommands;
  readonly basemap: BasemapSources;
  readonly shapes: RouteShapeBook;
  readonly optimization: Optimization;
  /** What waits for a yes or no; the inspector makes room for it. */
  readonly review: Review | null;
  readonly isWide: boolean;
  readonly narrowView: "list" | "map";
}

/** List, map and inspector side by side, or a column per route in place of list and map; on narrow screens list or map. */
export function BoardPanels(props: BoardPanelsProps) {
  const { board } = useBoard();
  const { review, shapes, isWide } = props;
  const proposed = useReviewMap(review, shapes);
  if (board.visits.size === 0) return <NoOrders board={board} />;
  return isWide ? <WidePanels {...props} proposed={proposed} /> : <NarrowPanels {...props} proposed={proposed} />;
}

type PanelsProps = BoardPanelsProps & { readonly proposed: ReturnType<typeof useReviewMap> };

function WidePanels({ commands, basemap, shapes, optimization, review, proposed }: PanelsProps) {
  const t = useWords("board");
  const inspector = useWords("boardInspector");
  const { board } = useBoard();
  const store = useBoardStoreApi();
  const panels = useBoardStore((state) => state.panels);
  const { sizesPixels } = panels;
  const hasTimeline = isShown(panels, "timeline") && board.routes.length > 0;
  const isInColumns = panels.centre === "columns";
  const hasList = isShown(panels, "list") && !isInColumns;
  const hasInspector = isShown(panels, "inspector") && review === null;
  const onResized = (sizes: Readonly<Record<string, number>>) =>
    store.setState((state) => ({ panels: resizePanels(state.panels, sizes) }));
  // The map stays where it is in the tree whatever comes and goes around it: the dispatcher's view is kept.
  return (
    <Splitter id="plan-board-rows" orientation="vertical" onResized={onResized}>
      <SplitterPanel id="main" minSize={240}>
        <Splitter id="plan-board" onResized={onResized}>
          {hasList ? (
            <SplitterPanel id="list" defaultSize={sizesPixels.list} minSize={280} maxSize={560} fixed>
              <ListPanel commands={commands} />
            </SplitterPanel>
          ) : null}
          {hasList ? <SplitterHandle label={t("resizeList")} /> : null}
          <SplitterPanel id="centre" minSize={320}>
            <Splitter id="plan-board-centre" orientation="vertical" onResized={onResized}>
              <SplitterPanel id="map" minSize={160}>
                {isInColumns ? (
                  <ColumnsView commands={commands} after={review?.after ?? null} />
                ) : (
                  <OnceIdle>
                    <BoardMap
                      basemap={basemap}
                      shapes={shapes}
                      menuEntries={commands.menuEntries}
                      proposed={proposed}
                    />
                  </OnceIdle>
                )}
              </SplitterPanel>
              {review ? <SplitterHandle label={t("resizeProposal")} /> : null}
              {review ? (
                <SplitterPanel id="proposal" defaultSize={sizesPixels.proposal} minSize={180}>
                  {review.panel}
                </SplitterPanel>
              ) : null}
            </Splitter>
          </SplitterPanel>
          {hasInspector ? <SplitterHandle label={t("resizeInspector")} /> : null}
          {hasInspector ? (
            <SplitterPanel id="inspector" defaultSize={sizesPixels.inspector} minSize={280} maxSize={520} fixed>
              <aside aria-label={inspector("title")} className="flex min-h-0 flex-1 flex-col bg-surface">
                <JobCard optimization={optimization} />
                <Inspector commands={commands} />
              </aside>
            </SplitterPanel>
          ) : null}
        </Splitter>
      </SplitterPanel>
      {hasTimeline ? <SplitterHandle label={t("resizeTimeline")} /> : null}
      {hasTimeline ? (
        <SplitterPanel id="timeline" defaultSize={sizesPixels.timeline} minSize={90} maxSize={520} fixed>
          <OnceIdle>
            <Timeline board={review?.after ?? board} menuEntries={commands.menuEntries} />
          </OnceIdle>
        </SplitterPanel>
      ) : null}
    </Splitter>
  );
}

function NarrowPanels({ commands, basemap, shapes, optimization, review, proposed, narrowView }: PanelsProps) {
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <JobCard optimization={optimization} />
      {narrowView === "list" ? (
        (review?.panel ?? <ListPanel commands={commands} />)
      ) : (
        <>
          <BoardMap basemap={basemap} shapes={shapes} menuEntries={commands.menuEntries} proposed={proposed} />
          <SelectionBar commands={commands} />
        </>
      )}
    </div>
  );
}
