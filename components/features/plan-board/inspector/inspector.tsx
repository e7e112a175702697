"use client";
import { useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Tabs } from "@/components/ui/tabs";
import { type BoardRoute, type BoardVisit, type PlanBoard, stopPlaces } from "@/server/domain/plan/plan-board";
import { useBoard } from "../board-context";
import { useBoardStore } from "../board-store";
import type { BoardCommands } from "../commands/use-board-commands";
import { useBoardMode } from "../modes/board-mode";
import { LiveSummary } from "../modes/live-summary";
import { ReviewSummary } from "../modes/review-summary";
import { choiceAfterPick, type InspectorTab, tabShown, tabsFor } from "./inspector-tabs";
import { PlanSummary } from "./plan-summary";
import { RouteInspector } from "./route-inspector";
import { SelectionInspector } from "./selection-inspector";
import { StopInspector } from "./stop-inspector";

/** What is picked, in full: the stops, their route, the day. */
export function Inspector({ commands }: { commands: BoardCommands }) {
  const { board, pendingRouteIds } = useBoard();
  const t = useWords("boardInspector");
  const picked = usePicked(board);
  const [choice, setChoice] = useState<{ key: string; tab: InspectorTab | null }>({ key: picked.key, tab: null });
  if (choice.key !== picked.key) setChoice({ key: picked.key, tab: choiceAfterPick(choice.tab) });
  const has = { stops: picked.visits.length, hasRoute: picked.route !== null };
  const tab = tabShown(choice.tab, has);
  const { route, visits } = picked;
  const isPending = route !== null && pendingRouteIds.has(route.id);
  const words = {
    stop: t(visits.length > 1 ? "tab.stops" : "tab.stop"),
    route: t("tab.route", { number: String(route?.number ?? "") }),
    day: t("tab.day"),
  };
  return (
    <Tabs
      label={t("title")}
      items={tabsFor(has).map((value) => ({
        value,
        label: words[value],
        count: value === "stop" && visits.length > 1 ? visits.length : undefined,
      }))}
      value={tab}
      onValueChange={(next) => setChoice({ key: picked.key, tab: next })}
      className="min-h-0 flex-1"
    >
      <div role="tabpanel" aria-label={words[tab]} className="scroll-quiet min-h-0 flex-1">
        {tab === "day" ? <DayTab board={board} /> : null}
        {tab === "route" && route ? (
          <RouteInspector board={board} route={route} isPending={isPending} commands={commands} />
        ) : null}
        {tab === "stop" && visits.length === 1 ? (
          <StopInspector board={board} visit={visits[0]!} isPending={isPending} commands={commands} />
        ) : null}
        {tab === "stop" && visits.length > 1 ? (
          <SelectionInspector board={board} visitIds={visits.map(({ id }) => id)} commands={commands} />
        ) : null}
      </div>
    </Tabs>
  );
}

function DayTab({ board }: { board: PlanBoard }) {
  const { mode } = useBoardMode();
  if (mode === "live") return <LiveSummary board={board} />;
  return mode === "review" ? <ReviewSummary board={board} /> : <PlanSummary board={board} />;
}

interface PickedThings {
  /** Changes with every new pick. */
  readonly key: string;
  readonly visits: readonly BoardVisit[];
  /** The one route the picked stops are on, or that was picked itself. */
  readonly route: BoardRoute | null;
}

function usePicked(board: PlanBoard): PickedThings {
  const selectedIds = useBoardStore((state) => state.selectedIds);
  const cursor = useBoardStore((state) => state.cursor);
  const ids = selectedIds.size > 0 ? [...selectedIds] : cursor?.kind === "stop" ? [cursor.id] : [];
  const visits = ids.flatMap((id) => board.visits.get(id) ?? []);
  const places = stopPlaces(board);
  const routeIds = new Set(visits.map(({ id }) => places.get(id)?.route.id));
  const routeId = visits.length > 0 ? [...routeIds][0] : cursor?.kind === "route" ? cursor.id : undefined;
  const route = routeIds.size > 1 ? null : (board.routes.find((each) => each.id === routeId) ?? null);
  return { key: visits.length === 0 ? (route?.id ?? "") : `${visits.length} ${visits[0]!.id}`, visits, route };
}
