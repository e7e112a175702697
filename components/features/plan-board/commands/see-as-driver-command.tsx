import { Eye } from "lucide-react";
import type { Command } from "@/components/lib/commands";
import type { CommandContext } from "./command-context";
import { routesMeant } from "./routes-meant";

/** Opens a route that was sent as its driver sees it, from wherever the route is at hand. */
export function seeAsDriverCommand(context: CommandContext): Command {
  const { t, session } = context;
  const routes = routesMeant(context);
  const route = routes.length === 1 ? routes[0] : undefined;
  return {
    id: "see-as-driver",
    label: route ? t("seeAsDriver", { driver: route.driver.name }) : t("seeAsNobody"),
    keywords: t("seeAsKeywords"),
    icon: <Eye />,
    group: t("group.routes"),
    enabled: session.canDispatch && route !== undefined && route.status !== "planned",
    run: () => {
      if (route) window.open(`/look/${route.id}`, "_blank", "noopener,noreferrer");
    },
  };
}
