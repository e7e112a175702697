import { ArrowDown, ArrowUp, ClipboardPaste, GitCompareArrows, MoveRight, PackageMinus, Scissors } from "lucide-react";
import type { Command } from "@/components/lib/commands";
import { stopPlaces } from "@/server/domain/plan/plan-board";
import { actedOn, standOnNeighbour } from "../select-stops";
import { BOARD_KEYS } from "./board-keys";
import { rollOverCommand } from "./bulk-commands";
import type { CommandContext } from "./command-context";
import { lockCommands } from "./lock-commands";
import { cancelCommand } from "./mid-day-commands";
import { reloadCommand } from "./reload-command";
import { runOf, shiftTarget } from "./reorder-run";

/** What can be done with the selected stops, or the one under the cursor. */
export function stopCommands(context: CommandContext): Command[] {
  const { t, board, gestures, store, session, isReviewing } = context;
  const group = t("group.stops");
  const { actions } = session;
  const ids = actedOn(gestures);
  const places = stopPlaces(board);
  const planned = ids.filter((id) => places.has(id));
  const mayEdit = session.canEdit && !isReviewing;
  const run = runOf(board, ids);
  const [earlier, later] = [run && shiftTarget(run, -1), run && shiftTarget(run, 1)];
  return [
    {
      id: "move-to",
      label: t("moveTo"),
      hotkey: BOARD_KEYS["move-to"],
      icon: <MoveRight />,
      group,
      enabled: mayEdit && ids.length > 0,
      run: () => store.setState({ dialog: { kind: "move-to" } }),
    },
    {
      id: "preview-move",
      label: t("previewMove"),
      hotkey: BOARD_KEYS["preview-move"],
      icon: <GitCompareArrows />,
      group,
      enabled: mayEdit && ids.length > 0,
      run: () => store.setState({ dialog: { kind: "move-to", asPreview: true } }),
    },
    {
      id: "unassign",
      label: t("unassign"),
      hotkey: BOARD_KEYS.unassign,
      icon: <PackageMinus />,
      group,
      enabled: mayEdit && planned.length > 0,
      run: () => {
        if (actions.move(planned, { kind: "pool" })) standOnNeighbour(store, board, planned);
      },
    },
    {
      id: "earlier",
      label: t("earlier"),
      hotkey: BOARD_KEYS.earlier,
      icon: <ArrowUp />,
      group,
      enabled: mayEdit && earlier !== null,
      run: () => {
        if (earlier) actions.move(ids, earlier);
      },
    },
    {
      id: "later",
      label: t("later"),
      hotkey: BOARD_KEYS.later,
      icon: <ArrowDown />,
      group,
      enabled: mayEdit && later !== null,
      run: () => {
        if (later) actions.move(ids, later);
      },
    },
    reloadCommand(context),
    ...lockCommands(context),
    rollOverCommand(context),
    cancelCommand(context),
    {
      id: "cut",
      label: t("cut"),
      hotkey: BOARD_KEYS.cut,
      icon: <Scissors />,
      group,
      enabled: mayEdit && ids.length > 0,
      run: () => store.setState({ cutIds: ids, announcement: t("cutDone", { count: ids.length }) }),
    },
    {
      id: "paste",
      label: gestures.cutIds.length > 0 ? t("pasteCount", { count: gestures.cutIds.length }) : t("paste"),
      hotkey: BOARD_KEYS.paste,
      icon: <ClipboardPaste />,
      group,
      enabled: mayEdit && gestures.cutIds.length > 0 && gestures.cursor !== null,
      run: () => paste(context),
    },
  ];
}

/** On a route: where they fit best; on a stop: right behind it; on the unassigned: off their routes. */
function paste({ board, gestures, session, store }: CommandContext): void {
  const { cursor, cutIds } = gestures;
  if (!cursor) return;
  store.setState({ cutIds: [] });
  if (cursor.kind === "pool") session.actions.move(cutIds, { kind: "pool" });
  else if (cursor.kind === "route") session.actions.move(cutIds, { kind: "best", routeId: cursor.id });
  else {
    const place = stopPlaces(board).get(cursor.id);
    if (!place) session.actions.move(cutIds, { kind: "pool" });
    else session.actions.move(cutIds, { kind: "position", routeId: place.route.id, afterVisitId: cursor.id });
  }
}
