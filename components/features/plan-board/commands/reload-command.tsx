import { Warehouse } from "lucide-react";
import type { Command } from "@/components/lib/commands";
import { isOpenToChange, type PlanBoard, stopPlaces } from "@/server/domain/plan/plan-board";
import { reloadsOf } from "@/server/domain/plan/reload-trips";
import { madeStops } from "@/server/domain/plan/under-way";
import { actedOn } from "../select-stops";
import type { CommandContext } from "./command-context";

/** What loading takes where nothing on the day says otherwise. */
const USUAL_LOAD_SECONDS = 20 * 60;

/** Has the van go back to load before a stop, or no longer, after a look at what that does. */
export function reloadCommand({ t, board, gestures, session, isReviewing }: CommandContext): Command {
  const ids = actedOn(gestures);
  const place = ids.length === 1 ? stopPlaces(board).get(ids[0]!) : undefined;
  const isThere = place?.route.stops[place.index]?.reload !== undefined;
  const mayLoad =
    place !== undefined && place.index >= Math.max(1, madeStops(place.route)) && isOpenToChange(place.route.status);
  const loadSeconds = isThere ? null : usualLoadSeconds(board);
  return {
    id: "reload",
    label: t(isThere ? "removeReload" : "addReload"),
    keywords: t("reloadKeywords"),
    icon: <Warehouse />,
    group: t("group.stops"),
    enabled: session.canEdit && !isReviewing && mayLoad,
    run: () => session.actions.previewMidDay({ kind: "reload", visitId: ids[0]!, loadSeconds }, t("previewing")),
  };
}

/** As long as on the day's other routes. */
function usualLoadSeconds({ routes }: PlanBoard): number {
  return routes.flatMap(reloadsOf).at(-1)?.loadSeconds ?? USUAL_LOAD_SECONDS;
}
