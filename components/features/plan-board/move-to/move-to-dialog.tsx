"use client";
import { PackageMinus } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
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
import { BreakChips } from "../route-list/break-chips";
import { useRouteLook } from "../route-looks";
import { actedOn, standOnNeighbour } from "../select-stops";
import { type MoveChoice, type MoveEffect, moveChoices, moveEffect, rankedChoices } from "./move-choices";

/** The way to move stops without dragging: type the route's number, see what it costs, press Enter. */
export function MoveToDialog({ asPreview = false }: { asPreview?: boolean }) {
  const t = useWords("boardMoveTo");
  const rules = useWords("rules");
  const store = useBoardStoreApi();
  const { board } = useBoard();
  const { actions } = useBoardSession();
  const [ids] = useState(() => actedOn(store.getState()));
  const [text, setText] = useState("");
  const ranked = useMemo(() => rankedChoices(board, ids), [board, ids]);
  const choices = moveChoices(board, text, ranked);
  // Typing goes ahead of the figures: what a large selection costs on each route takes a moment.
  const shownText = useDeferredValue(text);
  const effects = useMemo(
    () => new Map(moveChoices(board, shownText, ranked).map(({ id, to }) => [id, moveEffect(board, ids, to)])),
    [board, ids, shownText, ranked],
  );
  const count = ids.length;
  const [first] = choices;
  const isAsked = text.trim() !== "";
  const said = { t, rules };
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
        first && isAsked ? spoken(said, first, effects.get(first.id), board) : t("routes", { count: choices.length })
      }
      emptyText={/^[\d\s]+$/.test(text) ? t("noRoute", { number: text.trim() }) : t("noPlace")}
      footer={t("footer")}
    />
  );
}

type MoveWords = Words<"boardMoveTo">;

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
    trailing: effect ? <Effect effect={effect} board={board} /> : undefined,
    disabled: effect ? !effect.preview.ok : false,
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
  { t, rules }: { t: MoveWords; rules: Words<"rules"> },
  choice: MoveChoice,
  effect: MoveEffect | undefined,
  board: PlanBoard,
): string {
  if (!effect) return labelOf(t, choice);
  const { preview, lock } = effect;
  const what = preview.ok ? describeDelta(rules, preview.delta) : describeMoveRefusal(rules, preview.refusal, board);
  return [labelOf(t, choice), placeOf(t, choice), lock && t("locked"), what].filter(Boolean).join(", ");
}
