import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import { useCommandSearch, useCommands } from "@/components/lib/command-registry";
import { type Command, commandMenuEntries } from "@/components/lib/commands";
import { useWords } from "@/components/lib/words/words-context";
import type { MenuEntry } from "@/components/ui/menu-entries";
import { useBoard, useBoardSession } from "../board-context";
import { useBoardStore, useBoardStoreApi } from "../board-store";
import { useBoardMode } from "../modes/board-mode";
import { boardCommands } from "./board-commands";
import { routeSearch, stopSearch } from "./board-search";
import type { CommandContext } from "./command-context";
import { selectSearch } from "./select-search";

export interface BoardCommands {
  readonly byId: ReadonlyMap<string, Command>;
  /** What can be done with the stops selected, or the one under the cursor. */
  readonly onStops: readonly Command[];
  /** For the secondary button: what can be done with what is under it. */
  readonly menuEntries: readonly MenuEntry[];
}

export type BoardCommandParts = Pick<CommandContext, "edits" | "turn" | "isReviewing" | "optimizeSelection">;

/** The board's acts as objects; binds their keys and serves menus and buttons. */
export function useBoardCommands(parts: BoardCommandParts): BoardCommands {
  const { edits, turn, isReviewing, optimizeSelection } = parts;
  const t = useWords("boardCommands");
  const editWords = useWords("edits");
  const list = useWords("boardRoutes");
  const orders = useWords("orders");
  const { board } = useBoard();
  const session = useBoardSession();
  const store = useBoardStoreApi();
  const { setMode } = useBoardMode();
  const gestures = useBoardStore(
    useShallow(({ selectedIds, cursor, cutIds, isolatedRouteIds, hiddenRouteIds, tool, panels }) => ({
      selectedIds,
      cursor,
      cutIds,
      isolatedRouteIds,
      hiddenRouteIds,
      tool,
      panels,
    })),
  );
  const commands = useMemo(() => {
    const parts = { t, editWords, board, gestures, store, session, edits, turn, isReviewing };
    return boardCommands({ ...parts, optimizeSelection, setMode });
  }, [t, editWords, board, gestures, store, session, edits, turn, isReviewing, optimizeSelection, setMode]);
  useCommands(commands.all, { group: t("group.board") });
  const searches = useMemo(() => {
    const parts = { t, list, board: () => session.queue.view().board, store };
    return {
      stops: stopSearch(parts),
      routes: routeSearch(parts),
      selections: selectSearch({ ...parts, facetWords: { list, orders } }),
    };
  }, [t, list, orders, session, store]);
  useCommandSearch(searches.selections);
  useCommandSearch(searches.stops);
  useCommandSearch(searches.routes);
  return useMemo(
    () => ({
      byId: new Map(commands.all.map((command) => [command.id, command])),
      onStops: commands.stop,
      menuEntries: menuOf(commands.stop, commands.route),
    }),
    [commands],
  );
}

/** Over a route nothing can be done with stops but put cut ones there. */
function menuOf(stop: readonly Command[], route: readonly Command[]): MenuEntry[] {
  const hasStops = stop.some(({ id, enabled }) => id !== "paste" && enabled);
  const shown = hasStops ? stop : stop.filter(({ enabled }) => enabled);
  const separator: MenuEntry[] = shown.length > 0 ? [{ type: "separator", id: "routes" }] : [];
  return [...commandMenuEntries(shown), ...separator, ...commandMenuEntries(route)];
}
