import type { Words } from "@/components/lib/words/words";
import type { Depot } from "./use-fleet";

/** "Bredgade 74, 1260 København K". */
export function depotAddress({ street, postcode, city }: Pick<Depot, "street" | "postcode" | "city">): string {
  return [street, [postcode, city].filter(Boolean).join(" ")].filter(Boolean).join(", ");
}

/** How sure the depot's place on the map is. */
export function placeText(t: Words<"fleet">, { confidence }: Pick<Depot, "confidence">): string {
  return t(`confidence.${confidence}`);
}

/** Why a depot cannot be deleted, from the counts of what names it; null where that is not the reason. */
export function inUseText(t: Words<"fleet">, name: string, details: Readonly<Record<string, unknown>>): string | null {
  if (details.reason !== "in_use") return null;
  const uses = (key: string) => (typeof details[key] === "number" ? details[key] : 0);
  const [drivers, days, projects] = [uses("drivers"), uses("days"), uses("projects")];
  const parts = [
    drivers > 0 && t("usedBy.drivers", { count: drivers }),
    days > 0 && t("usedBy.days", { count: days }),
    projects > 0 && t("usedBy.project"),
  ].filter((part) => part !== false);
  return t("inUse", { name, uses: parts.join(", "), days: days > 0 ? "yes" : "no" });
}

/** Whether somebody should put the pin where the depot really is. */
export function isDoubtful({ confidence }: Pick<Depot, "confidence">): boolean {
  return confidence === "street" || confidence === "city" || confidence === "none";
}
