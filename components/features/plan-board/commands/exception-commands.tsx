import { OctagonAlert } from "lucide-react";
import type { Command } from "@/components/lib/commands";
import { requestException } from "@/components/lib/exceptions/exception-requests";
import { actedOn } from "../select-stops";
import type { CommandContext } from "./command-context";
import { routesMeant } from "./routes-meant";

/** Writing down what is wrong with a stop. */
export function stopExceptionCommand({ t, board, gestures, session }: CommandContext): Command {
  const ids = actedOn(gestures);
  const visit = ids.length === 1 ? board.visits.get(ids[0]!) : undefined;
  return {
    id: "note-stop-exception",
    label: t("noteException"),
    keywords: t("exceptionKeywords"),
    icon: <OctagonAlert />,
    group: t("group.stops"),
    enabled: session.canEdit && visit !== undefined,
    run: () => {
      if (!visit) return;
      const label = [visit.name || visit.externalId, visit.street].filter(Boolean).join(" · ");
      requestException({ deliveryId: visit.deliveryId, label });
    },
  };
}

/** Writing down what is wrong with a route as a whole. */
export function routeExceptionCommand(context: CommandContext): Command {
  const { t, session } = context;
  const routes = routesMeant(context);
  const route = routes.length === 1 ? routes[0] : undefined;
  return {
    id: "note-route-exception",
    label: t("noteRouteException"),
    keywords: t("exceptionKeywords"),
    icon: <OctagonAlert />,
    group: t("group.routes"),
    enabled: session.canEdit && route !== undefined,
    run: () => route && requestException({ routeId: route.id, label: `${route.number} · ${route.driver.name}` }),
  };
}
