"use client";
import { useMemo } from "react";
import { useWords } from "@/components/lib/words/words-context";
import type { BasemapSources } from "@/components/map/load-basemap";
import { Splitter, SplitterHandle, SplitterPanel } from "@/components/ui/splitter";
import { useBoard } from "./board-context";
import { BoardMap } from "./board-map/board-map";
import { drawRouteLine } from "./board-map/draw-route-line";
import { RouteShapeBook } from "./board-map/route-shape-book";
import { useBoardStore, useBoardStoreApi } from "./board-store";
import type { BoardCommands } from "./commands/use-board-commands";
import { Inspector } from "./inspector/inspector";
import { JobCard } from "./optimize/job-card";
import { ProposalPanel } from "./optimize/proposal-panel";
import type { Optimization, Proposal } from "./optimize/use-optimization";
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
  readonly isWide: boolean;
  readonly narrowView: "list" | "map";
}

/** List, map and inspector side by side; on narrow screens list or map. */
export function BoardPanels(props: BoardPanelsProps) {
  const { board } = useBoard();
  const { optimization, shapes, isWide } = props;
  const proposed = useProposedLines(optimization.proposal, shapes);
  if (board.visits.size === 0) return <NoOrders board={board} />;
  return isWide ? <WidePanels {...props} proposed={proposed} /> : <NarrowPanels {...props} proposed={proposed} />;
}

type PanelsProps = BoardPanelsProps & { readonly proposed: ReturnType<typeof useProposedLines> };

function WidePanels({ commands, basemap, shapes, optimization, proposed }: PanelsProps) {
  const t = useWords("board");
  const inspector = useWords("boardInspector");
  const { proposal } = optimization;
  const { board } = useBoard();
  const store = useBoardStoreApi();
  const panels = useBoardStore((state) => state.panels);
  const { sizesPixels } = panels;
  const hasTimeline = isShown(panels, "timeline") && board.routes.length > 0;
  const hasList = isShown(panels, "list");
  const hasInspector = isShown(panels, "inspector") && !proposal;
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
                <BoardMap basemap={basemap} shapes={shapes} menuEntries={commands.menuEntries} proposed={proposed} />
              </SplitterPanel>
              {proposal ? <SplitterHandle label={t("resizeProposal")} /> : null}
              {proposal ? (
                <SplitterPanel id="proposal" defaultSize={sizesPixels.proposal} minSize={180}>
                  <ProposalPanel proposal={proposal} optimization={optimization} />
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
          <Timeline board={proposal?.after ?? board} menuEntries={commands.menuEntries} />
        </SplitterPanel>
      ) : null}
    </Splitter>
  );
}

function NarrowPanels({ commands, basemap, shapes, optimization, proposed, narrowView }: PanelsProps) {
  const { proposal } = optimization;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <JobCard optimization={optimization} />
      {narrowView === "list" ? (
        proposal ? (
          <ProposalPanel proposal={proposal} optimization={optimization} />
        ) : (
          <ListPanel commands={commands} />
        )
      ) : (
        <>
          <BoardMap basemap={basemap} shapes={shapes} menuEntries={commands.menuEntries} proposed={proposed} />
          <SelectionBar commands={commands} />
        </>
      )}
    </div>
  );
}

/** The ways of the routes a proposal would change, drawn from the draft's own legs. */
function useProposedLines(proposal: Proposal | null, shapes: RouteShapeBook) {
  return useMemo(() => {
    if (!proposal) return undefined;
    const { preview, after } = proposal;
    const drafts = new Map(preview.draft.routes.map((route) => [route.routeId, route]));
    const book = new RouteShapeBook();
    book.learn(
      after.routes,
      after.routes.map((route) => {
        const lines = drafts.get(route.id)?.legs.map((leg) => leg[3]) ?? [];
        return {
          routeId: route.id,
          version: route.version,
          legs: lines.slice(0, route.stops.length),
          back: lines[route.stops.length] ?? "",
        };
      }),
    );
    const find = (from: string, to: string) => book.find(from, to) ?? shapes.find(from, to);
    const lines = after.routes
      .filter((route) => route.stops.length > 0)
      .map((route) => ({
        routeId: route.id,
        line: drawRouteLine(
          route,
          route.stops.map((stop) => stop.visitId),
          after.visits,
          { find },
        ),
      }));
    return { board: after, lines };
  }, [proposal, shapes]);
}
