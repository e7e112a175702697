import type { Words } from "@/components/lib/words/words";
import type { EditSummary, NamedEdit } from "@/server/domain/plan/edit-summary";

/** What an edit did, in the reader's language; edits from before there were summaries as they were written down. */
export function sayEdit(t: Words<"edits">, edit: Pick<NamedEdit, "label" | "summary"> | null | undefined): string {
  return edit?.summary ? saySummary(t, edit.summary) : (edit?.label ?? "");
}

function saySummary(t: Words<"edits">, summary: EditSummary): string {
  switch (summary.kind) {
    case "unplan":
      return summary.name === null ? t("unplanStops", summary) : t("unplanNamed", { name: summary.name });
    case "plan": {
      const to = String(summary.to);
      return summary.name === null
        ? t("planStops", { stops: summary.stops, to })
        : t("planNamed", { name: summary.name, to });
    }
    case "reorder": {
      const route = String(summary.route);
      return summary.name === null
        ? t("reorderStops", { stops: summary.stops, route })
        : t("reorderNamed", { name: summary.name, route });
    }
    case "move":
      return sayMove(t, summary);
    case "lock-stops":
      return t(summary.isLocked ? "lockStops" : "unlockStops", { stops: summary.stops });
    case "lock-routes":
      return t(summary.isLocked ? "lockRoutes" : "unlockRoutes", { routes: summary.routes });
    case "freeze-front": {
      const { routes, frozenStops } = summary;
      return frozenStops > 0 ? t("freezeFront", { routes, frozenStops }) : t("unfreezeFront", { routes });
    }
    case "optimize":
      return t("optimize", { routes: summary.routes });
    case "roll-over":
      return t("rollOver", { orders: summary.orders, date: t.format.date(summary.toDate) });
    case "bring-back":
      return t("bringBack", { orders: summary.orders });
    case "cancel":
      return summary.name === null
        ? t("cancelOrders", { orders: summary.orders })
        : t("cancelNamed", { name: summary.name });
    case "swap-drivers": {
      const [one, other] = summary.routes.map(String);
      return other === undefined
        ? t("giveRoute", { route: one!, driver: summary.driver })
        : t("swapDrivers", { one: one!, other });
    }
    case "reload": {
      const { name, isAdded } = summary;
      return t(isAdded ? "addReload" : "removeReload", { name });
    }
    case "split":
      return t("splitRoute", { route: String(summary.from), routes: summary.to.length });
  }
}

function sayMove(t: Words<"edits">, { stops, name, from, to: number }: EditSummary & { kind: "move" }): string {
  const to = String(number);
  if (from.length !== 1) return name === null ? t("gatherStops", { stops, to }) : t("gatherNamed", { name, to });
  const source = String(from[0]);
  return name === null ? t("moveStops", { stops, from: source, to }) : t("moveNamed", { name, from: source, to });
}
