import type { MarkedIds } from "@/server/testing/marked-tenant";

/** The id an input's field means, by its name: `visitIds` → visitId, `toRouteId` → routeId, `id` by the router's. */
export function idOf(ids: MarkedIds, path: string, field: string): string {
  const router = path.split(".")[0]!;
  const own: Record<string, string> = {
    order: "deliveryId",
    location: "locationId",
    intake: "importId",
    message: "messageId",
  };
  const singular = field
    .replace(/Ids$/, "Id")
    .replace(/^(to|from|start|end|default|after|before)([A-Z])/, (_, __, c: string) => c.toLowerCase());
  const name = singular === "id" || singular === "ids" ? (own[router] ?? `${router}Id`) : singular;
  return ids[name] ?? ids.deliveryId!;
}
