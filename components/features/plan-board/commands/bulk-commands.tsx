import { BellRing, CalendarArrowUp } from "lucide-react";
import type { Command } from "@/components/lib/commands";
import { actedOn } from "../select-stops";
import type { CommandContext } from "./command-context";
import { routesMeant } from "./routes-meant";

/** Roll over, for the stops selected. */
export function rollOverCommand({ t, board, gestures, store, session, isReviewing }: CommandContext): Command {
  const ids = actedOn(gestures);
  const orders = new Set(ids.flatMap((id) => board.visits.get(id)?.deliveryId ?? []));
  return {
    id: "roll-over",
    label: t("rollOver", { count: orders.size }),
    keywords: t("rollOverKeywords"),
    icon: <CalendarArrowUp />,
    group: t("group.stops"),
    enabled: session.canEdit && !isReviewing && orders.size > 0,
    run: () => store.setState({ dialog: { kind: "roll-over" } }),
  };
}

/** Tells the drivers of the routes meant; only those who hold their route can be told. */
export function notifyCommand(context: CommandContext): Command {
  const { t, store, session } = context;
  const routes = routesMeant(context);
  const out = routes.filter(({ status }) => status === "dispatched" || status === "started");
  return {
    id: "notify-drivers",
    label: t("notify", { count: out.length }),
    keywords: t("notifyKeywords"),
    icon: <BellRing />,
    group: t("group.routes"),
    enabled: session.canDispatch && out.length > 0,
    run: () => store.setState({ dialog: { kind: "notify", routeIds: routes.map(({ id }) => id) } }),
  };
}
