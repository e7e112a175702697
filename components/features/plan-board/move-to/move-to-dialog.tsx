"use client";
import { PackageMinus } from "lucide-react";
import { useState } from "react";
import { useTheme } from "@/components/lib/theme";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { RouteSwatch } from "@/components/map/route-swatch";
import { Badge } from "@/components/ui/badge";
import { CommandPalette, type PaletteItem } from "@/components/ui/command-palette";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { useBoard, useBoardSession } from "../board-context";
import { useBoardStoreApi } from "../board-store";
import { describeDelta } from "../describe-delta";
import { describeMoveRefusal } from "../describe-refusal";
import { describeHolders } from "../presence/describe-presence";
import { HolderLines } from "../presence/holder-lines";
import { useRouteHolders } from "../presence/use-presence";
import { BreakChips } from "../route-list/break-chips";
import { useRouteLook } from "../route-looks";
import { actedOn, standOnNeighbour } from "../select-stops";
import type { MoveChoice, MoveEffect } from "./move-choices";
import { useMoveChoices } from "./use-move-choices";

/** The way to move stops without dragging: type the route's number, see what it costs, press Enter. */
export function MoveToDialog({ asPreview = false }: { asPreview?: boolean }) {
  const t = useWords("boardMoveTo");
  const rules = useWords("rules");
  const store = useBoardStoreApi();
  const { board } = useBoard();
  const { actions } = useBoardSession();
  const [ids] = useState(() => actedOn(store.getState()));
  const [text, setText] = useState("");
  const { choices, effects, isRanking } = useMoveChoices(board, ids, text);
  const count = ids.length;
  const [first] = choices;
  const isAsked = text.trim() !== "";
  const said = { t, rules, holders: useHolders(first?.route?.id) };
  return (
    <CommandPalette
      title={asPreview ? t("titlePreview", { count }) : t("title", { count })}
      label={t("label")}
      placeholder={asPreview ? t("placeholderPreview", { count }) : t("placeholder", { count })}
      groups={
        choices.length > 0
          ? [
              {
                label: isAsked ? t("moveTo") : t("bestFirst"),
                items: choices.map((each) => itemOf(t, each, board, effects)),
              },
            ]
          : []
      }
      query={text}
      onQueryChange={setText}
      onChoose={(id) => {
        const choice = choices.find((each) => each.id === id);
        if (!choice) return;
        if (asPreview) actions.preview({ move: { visitIds: ids, to: choice.to }, reason: "asked" });
        else if (actions.move(ids, choice.to)) standOnNeighbour(store, board, ids);
      }}
      onClose={() => store.setState({ dialog: null })}
      status={
        first && isAsked
          ? spoken(said, first, effects.get(first.id), board)
          : isRanking
            ? t("weighing")
            : t("routes", { count: choices.length })
      }
      emptyText={emptyText(t, text, isRanking)}
      footer={t("footer")}
    />
  );
}

type MoveWords = Words<"boardMoveTo">;

function emptyText(t: MoveWords, text: string, isRanking: boolean): string {
  if (/^[\d\s]+$/.test(text)) return t("noRoute", { number: text.trim() });
  return isRanking && text.trim() === "" ? t("weighing") : t("noPlace");
}

/** In words, that others have the route in hand; empty: nobody. */
function useHolders(routeId: string | undefined): string {
  const presence = useWords("boardPresence");
  return describeHolders(presence, useRouteHolders(routeId ?? ""));
}

function itemOf(
  t: MoveWords,
  choice: MoveChoice,
  board: PlanBoard,
  effects: ReadonlyMap<string, MoveEffect>,
): PaletteItem {
  const effect = effects.get(choice.id);
  return {
    id: choice.id,
    label: labelOf(t, choice),
    hint: [placeOf(t, choice), choice.route && t("stops", { count: choice.route.stops.length })]
      .filter(Boolean)
      .join(" · "),
    icon: (
      <span className="flex w-14">
        {choice.route ? <Swatch routeId={choice.route.id} number={choice.route.number} /> : <PackageMinus size={16} />}
      </span>
    ),
    trailing: (
      <span className="flex items-center gap-2">
        {choice.route ? <HolderLines routeId={choice.route.id} /> : null}
        {effect ? <Effect effect={effect} board={board} /> : null}
      </span>
    ),
    disabled: effect?.preview ? !effect.preview.ok : false,
  };
}

function labelOf(t: MoveWords, { route }: MoveChoice): string {
  return route ? t("route", { number: String(route.number), driver: route.driver.name }) : t("unassigned");
}

function placeOf(t: MoveWords, { stopsBefore }: MoveChoice): string | undefined {
  if (stopsBefore === undefined) return undefined;
  return stopsBefore === 0 ? t("atFront") : t("behind", { position: stopsBefore });
}

function Swatch({ routeId, number }: { routeId: string; number: number }) {
  const theme = useTheme();
  return <RouteSwatch number={String(number)} {...useRouteLook(routeId)} theme={theme} />;
}

/** The price of the move, or why it cannot be. */
function Effect({ effect: { preview, lock }, board }: { effect: MoveEffect; board: PlanBoard }) {
  const t = useWords("boardMoveTo");
  const rules = useWords("rules");
  if (!preview) return lock ? <Badge tone="warn">{t("lockedAsks")}</Badge> : null;
  if (!preview.ok) return <span className="text-warn">{describeMoveRefusal(rules, preview.refusal, board)}</span>;
  if (preview.routes.length === 0) return <span className="text-ink-muted">{t("alreadyThere")}</span>;
  return (
    <span className="flex items-center gap-1.5 tabular-nums">
      {lock ? <Badge tone="warn">{t("lockedAsks")}</Badge> : null}
      <BreakChips breaks={preview.newBreaks.map(({ rule }) => rule)} dimensions={board.plan.loadDimensions} max={1} />
      {preview.isApproximate ? "~ " : ""}
      {describeDelta(rules, preview.delta)}
    </span>
  );
}

/** What a screen reader says of the place that Enter would take. */
function spoken(
  { t, rules, holders }: { t: MoveWords; rules: Words<"rules">; holders: string },
  choice: MoveChoice,
  effect: MoveEffect | undefined,
  board: PlanBoard,
): string {
  const { preview, lock } = effect ?? {};
  const what =
    preview && (preview.ok ? describeDelta(rules, preview.delta) : describeMoveRefusal(rules, preview.refusal, board));
  return [labelOf(t, choice), placeOf(t, choice), lock && t("locked"), what, holders].filter(Boolean).join(", ");
}
