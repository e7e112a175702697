import { Eye, EyeOff, ListChecks, Lock, LockOpen, ScanEye, Sparkles } from "lucide-react";
import type { Command } from "@/components/lib/commands";
import { type BoardRoute, routeVisitIds } from "@/server/domain/plan/plan-board";
import { BOARD_KEYS } from "./board-keys";
import { notifyCommand } from "./bulk-commands";
import type { CommandContext } from "./command-context";
import { absenceCommands } from "./mid-day-commands";
import { routesMeant } from "./routes-meant";
import { seeAsDriverCommand } from "./see-as-driver-command";

/** What can be done with the route under the cursor, or with those of the selected stops. */
export function routeCommands(context: CommandContext): Command[] {
  const { t, gestures, store, session, isReviewing } = context;
  const group = t("group.routes");
  const routes = routesMeant(context);
  const one = routes.length === 1 ? routes[0] : undefined;
  const isOnRoute = gestures.cursor?.kind === "route" && gestures.selectedIds.size === 0;
  const ids = routes.map((route) => route.id);
  const isIsolated = ids.length > 0 && ids.every((id) => gestures.isolatedRouteIds.has(id));
  const isHidden = ids.length > 0 && ids.every((id) => gestures.hiddenRouteIds.has(id));
  return [
    {
      id: "lock-route",
      label: lockLabel(t, one),
      hotkey: isOnRoute ? BOARD_KEYS.lock : undefined,
      icon: one?.locked ? <LockOpen /> : <Lock />,
      group,
      enabled: session.canEdit && !isReviewing && one !== undefined,
      run: () => one && session.actions.lockRoute(one.id, !one.locked),
    },
    {
      id: "optimize-route",
      label: one ? t("optimizeRoute", { number: String(one.number) }) : t("optimizeNoRoute"),
      icon: <Sparkles />,
      group,
      enabled: session.canEdit && !isReviewing && one !== undefined && one.stops.length > 1 && !one.locked,
      run: () => store.setState({ dialog: { kind: "optimize", scope: "route" } }),
    },
    notifyCommand(context),
    seeAsDriverCommand(context),
    ...absenceCommands(context),
    {
      id: "isolate",
      label: isIsolated ? t("stopIsolating") : t("isolate"),
      hotkey: BOARD_KEYS.isolate,
      icon: <ScanEye />,
      group,
      enabled: ids.length > 0 || gestures.isolatedRouteIds.size > 0,
      run: () =>
        store.setState(({ fitRequests }) => ({
          isolatedRouteIds: new Set(isIsolated ? [] : ids),
          fitRequests: fitRequests + 1,
        })),
    },
    {
      id: "hide",
      label: isHidden ? t("show") : t("hide"),
      icon: isHidden ? <Eye /> : <EyeOff />,
      group,
      enabled: ids.length > 0,
      run: () => store.setState(({ hiddenRouteIds }) => ({ hiddenRouteIds: toggled(hiddenRouteIds, ids, !isHidden) })),
    },
    {
      id: "select-route-stops",
      label: t("selectRouteStops"),
      hotkey: BOARD_KEYS["select-route-stops"],
      icon: <ListChecks />,
      group,
      enabled: routes.some((route) => route.stops.length > 0),
      run: () => store.setState({ selectedIds: new Set(routes.flatMap(routeVisitIds)), pinned: true }),
    },
  ];
}

function lockLabel(t: CommandContext["t"], route: BoardRoute | undefined): string {
  if (!route) return t("lockNoRoute");
  const number = String(route.number);
  return route.locked ? t("unlockRoute", { number }) : t("lockRoute", { number });
}

function toggled(set: ReadonlySet<string>, ids: readonly string[], isIn: boolean): ReadonlySet<string> {
  const next = new Set(set);
  for (const id of ids) {
    if (isIn) next.add(id);
    else next.delete(id);
  }
  return next;
}
