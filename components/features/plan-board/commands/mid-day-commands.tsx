import { Ban, Split, UserRoundCog } from "lucide-react";
import type { Command } from "@/components/lib/commands";
import { isOpenToChange } from "@/server/domain/plan/plan-board";
import { madeStops } from "@/server/domain/plan/under-way";
import { actedOn } from "../select-stops";
import type { CommandContext } from "./command-context";
import { routesMeant } from "./routes-meant";

/** Cancels the orders of the selected stops, after a look at what that does. */
export function cancelCommand({ t, board, gestures, session, isReviewing }: CommandContext): Command {
  const visitIds = actedOn(gestures);
  const orders = new Set(visitIds.flatMap((id) => board.visits.get(id)?.deliveryId ?? []));
  return {
    id: "cancel-orders",
    label: t("cancelOrders", { count: orders.size }),
    keywords: t("cancelKeywords"),
    icon: <Ban />,
    group: t("group.stops"),
    enabled: session.canEdit && !isReviewing && orders.size > 0,
    run: () => session.actions.previewMidDay({ kind: "cancel", visitIds }, t("previewing")),
  };
}

/** What is done when a driver is not there: his route whole to another, or its stops to the others. */
export function absenceCommands(context: CommandContext): Command[] {
  const { t, board, store, session, isReviewing } = context;
  const routes = routesMeant(context);
  const [route] = routes.length === 1 ? routes : [];
  const number = route ? String(route.number) : null;
  const isOpen = route !== undefined && !isReviewing && isOpenToChange(route.status);
  const group = t("group.routes");
  return [
    {
      id: "swap-driver",
      label: number ? t("swapDriver", { number }) : t("swapNoDriver"),
      keywords: t("swapKeywords"),
      icon: <UserRoundCog />,
      group,
      enabled: isOpen && session.canEdit && session.canDispatch,
      run: () => route && store.setState({ dialog: { kind: "swap-driver", routeId: route.id } }),
    },
    {
      id: "split-route",
      label: number ? t("splitRoute", { number }) : t("splitNoRoute"),
      keywords: t("splitKeywords"),
      icon: <Split />,
      group,
      enabled: isOpen && session.canEdit && board.routes.length > 1 && route.stops.length > madeStops(route),
      run: () =>
        route &&
        session.actions.previewMidDay({ kind: "split", routeId: route.id, overrideLocks: false }, t("previewing")),
    },
  ];
}
