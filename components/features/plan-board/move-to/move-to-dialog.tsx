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
  const count = ids.length === 1 ? "1 stop" : `${ids.length} stops`;
  const verb = asPreview ? "Preview moving" : "Move";
  const [first] = choices;
  return (
    <CommandPalette
      title={`${verb} ${count}`}
      label="Route number"
      placeholder={`${verb} ${count} to route…`}
      groups={
        choices.length > 0
          ? [{ label: headingOf(text), items: choices.map((each) => itemOf(each, board, effects)) }]
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
      status={first && text.trim() ? spoken(rules, first, effects.get(first.id), board) : `${choices.length} routes`}
      emptyText={/^[\d\s]+$/.test(text) ? `There is no route ${text.trim()}` : "There is no such place"}
      footer="Number for the best place, 9.4 for behind stop 4 of route 9, 9.0 for its front, 0 to unassign."
    />
  );
}

function headingOf(text: string): string {
  return text.trim() === "" ? "Best first" : "Move to";
}

function itemOf(choice: MoveChoice, board: PlanBoard, effects: ReadonlyMap<string, MoveEffect>): PaletteItem {
  const effect = effects.get(choice.id);
  return {
    id: choice.id,
    label: labelOf(choice),
    hint: [choice.place, choice.route && stopsOf(choice.route.stops.length)].filter(Boolean).join(" · "),
    icon: (
      <span className="flex w-14">
        {choice.route ? <Swatch routeId={choice.route.id} number={choice.route.number} /> : <PackageMinus size={16} />}
      </span>
    ),
    trailing: effect ? <Effect effect={effect} board={board} /> : undefined,
    disabled: effect ? !effect.preview.ok : false,
  };
}

function labelOf({ route }: MoveChoice): string {
  return route ? `Route ${route.number}, ${route.driver.name}` : "Unassigned";
}

function stopsOf(count: number): string {
  return count === 1 ? "1 stop" : `${count} stops`;
}

function Swatch({ routeId, number }: { routeId: string; number: number }) {
  const theme = useTheme();
  return <RouteSwatch number={String(number)} {...useRouteLook(routeId)} theme={theme} />;
}

/** The price of the move, or why it cannot be. */
function Effect({ effect: { preview, lock }, board }: { effect: MoveEffect; board: PlanBoard }) {
  const rules = useWords("rules");
  if (!preview.ok) return <span className="text-warn">{describeMoveRefusal(rules, preview.refusal, board)}</span>;
  if (preview.routes.length === 0) return <span className="text-ink-muted">Already there</span>;
  return (
    <span className="flex items-center gap-1.5 tabular-nums">
      {lock ? <Badge tone="warn">Locked: asks first</Badge> : null}
      <BreakChips breaks={preview.newBreaks.map(({ rule }) => rule)} dimensions={board.plan.loadDimensions} max={1} />
      {preview.isApproximate ? "~ " : ""}
      {describeDelta(rules, preview.delta)}
    </span>
  );
}

/** What a screen reader says of the place that Enter would take. */
function spoken(rules: Words<"rules">, choice: MoveChoice, effect: MoveEffect | undefined, board: PlanBoard): string {
  if (!effect) return labelOf(choice);
  const { preview, lock } = effect;
  const what = preview.ok ? describeDelta(rules, preview.delta) : describeMoveRefusal(rules, preview.refusal, board);
  return [labelOf(choice), choice.place, lock && "locked", what].filter(Boolean).join(", ");
}
