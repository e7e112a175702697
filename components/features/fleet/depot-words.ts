import type { Depot } from "./use-fleet";

/** "Bredgade 74, 1260 København K". */
export function depotAddress({ street, postcode, city }: Pick<Depot, "street" | "postcode" | "city">): string {
  return [street, [postcode, city].filter(Boolean).join(" ")].filter(Boolean).join(", ");
}

const CONFIDENCE_TEXTS: Readonly<Record<Depot["confidence"], string>> = {
  given: "Placed by its coordinates",
  pinned: "Pinned by hand",
  exact: "Found at its door",
  interpolated: "Found between two doors of the street",
  street: "Only the street was found",
  city: "Only the city was found",
  none: "The address was not found",
  pending: "The address is being looked up",
};

/** How sure the depot's place on the map is. */
export function placeText({ confidence }: Pick<Depot, "confidence">): string {
  return CONFIDENCE_TEXTS[confidence];
}

const count = (number: number, one: string, several: string) => (number === 1 ? `1 ${one}` : `${number} ${several}`);

/** Why a depot cannot be deleted, from the counts of what names it; null where that is not the reason. */
export function inUseText(name: string, details: Readonly<Record<string, unknown>>): string | null {
  if (details.reason !== "in_use") return null;
  const uses = (key: string) => (typeof details[key] === "number" ? details[key] : 0);
  const [drivers, days, projects] = [uses("drivers"), uses("days"), uses("projects")];
  const parts = [
    drivers > 0 && `${count(drivers, "driver starts", "drivers start")} there`,
    days > 0 && `${count(days, "planned day uses", "planned days use")} it`,
    projects > 0 && "it is the project’s default depot",
  ].filter((part) => part !== false);
  const hint =
    days > 0 ? "What was planned keeps it; rename it if it is no longer used." : "Give them another depot first.";
  return `${name} is still in use: ${parts.join(", ")}. ${hint}`;
}

/** Whether somebody should put the pin where the depot really is. */
export function isDoubtful({ confidence }: Pick<Depot, "confidence">): boolean {
  return confidence === "street" || confidence === "city" || confidence === "none";
}
