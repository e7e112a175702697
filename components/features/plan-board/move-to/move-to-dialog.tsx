"use client";
import { type FormEvent, useDeferredValue, useMemo, useState } from "react";
import { formatMinutesDelta } from "@/components/lib/format";
import { useTheme } from "@/components/lib/theme";
import { RouteSwatch } from "@/components/map/route-swatch";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { boardLegs } from "@/server/domain/plan/board-legs";
import { describeMoveRefusal } from "@/server/domain/plan/describe-refusal";
import { evaluateMove } from "@/server/domain/plan/evaluate-insertion";
import type { BoardRoute, PlanBoard } from "@/server/domain/plan/plan-board";
import { useBoard, useBoardSession } from "../board-context";
import { useBoardStoreApi } from "../board-store";
import { signedDistance, signedMoney } from "../describe-delta";
import { BreakChips } from "../route-list/break-chips";
import { useRouteLook } from "../route-looks";
import { actedOn } from "../select-stops";
import { parseMoveTarget } from "./parse-move-target";

/** The way to move stops without dragging: type the route's number, see what it costs, press Enter. */
export function MoveToDialog() {
  const store = useBoardStoreApi();
  const { board } = useBoard();
  const { actions } = useBoardSession();
  const [ids] = useState(() => actedOn(store.getState()));
  const [text, setText] = useState("");
  const shownText = useDeferredValue(text);
  const close = () => store.setState({ dialog: null });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const to = parseMoveTarget(text, board.routes);
    if (!to) return;
    close();
    actions.move(ids, to);
  };
  const typed = text.trim().toLowerCase();
  const found = board.routes.filter((route) => matches(route, typed)).slice(0, 8);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      size="sm"
      title={`Move ${ids.length === 1 ? "1 stop" : `${ids.length} stops`}`}
      description="Route number for the best place, 9.4 for behind stop 4 of route 9, 0 to unassign."
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button
            variant="primary"
            type="submit"
            form="move-to"
            disabled={parseMoveTarget(text, board.routes) === null}
          >
            Move
          </Button>
        </>
      }
    >
      <form id="move-to" onSubmit={submit} className="flex flex-col gap-3">
        <TextField
          label="Route number"
          value={text}
          onValueChange={setText}
          autoComplete="off"
          inputMode="decimal"
          autoFocus
        />
        <Effect board={board} ids={ids} text={shownText} />
        <ul className="-mx-2 flex flex-col" aria-label="Routes">
          {found.map((route) => (
            <li key={route.id}>
              <RouteChoice route={route} onChoose={() => setText(String(route.number))} />
            </li>
          ))}
        </ul>
      </form>
    </Dialog>
  );
}

function matches(route: BoardRoute, typed: string): boolean {
  const [number] = typed.split(/[.,\s]/);
  return String(route.number).startsWith(number ?? "") || route.driver.name.toLowerCase().includes(typed);
}

function RouteChoice({ route, onChoose }: { route: BoardRoute; onChoose: () => void }) {
  const theme = useTheme();
  const look = useRouteLook(route.id);
  return (
    <button
      type="button"
      onClick={onChoose}
      className="flex min-h-8 w-full items-center gap-2.5 rounded-md px-2 text-left hover:bg-hover pointer-coarse:min-h-11"
    >
      <RouteSwatch number={String(route.number)} {...look} theme={theme} />
      <span className="min-w-0 flex-1 truncate">{route.driver.name}</span>
      <span className="text-ink-muted tabular-nums">{route.stops.length} stops</span>
    </button>
  );
}

function Effect({ board, ids, text }: { board: PlanBoard; ids: readonly string[]; text: string }) {
  const preview = useMemo(() => {
    const to = parseMoveTarget(text, board.routes);
    return to && evaluateMove(board, { visitIds: ids, to, overrideLocks: true }, boardLegs(board));
  }, [board, ids, text]);
  if (!preview) return <p className="h-5 text-ink-muted">{text.trim() ? "There is no such place" : ""}</p>;
  if (!preview.ok) return <p className="text-warn">{describeMoveRefusal(preview.refusal, board)}</p>;
  const { delta, newBreaks } = preview;
  return (
    <p className="flex min-h-5 flex-wrap items-center gap-x-2.5 gap-y-1 tabular-nums" aria-live="polite">
      <span>
        {preview.isApproximate ? "~ " : ""}
        {signedDistance(delta.distanceMeters)}
      </span>
      <span>{formatMinutesDelta(delta.durationSeconds)}</span>
      <span>{signedMoney(delta.costCents, board.plan.currency)}</span>
      <BreakChips breaks={newBreaks.map((each) => each.rule)} dimensions={board.plan.loadDimensions} max={3} />
    </p>
  );
}
