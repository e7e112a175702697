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

/** Whether somebody should put the pin where the depot really is. */
export function isDoubtful({ confidence }: Pick<Depot, "confidence">): boolean {
  return confidence === "street" || confidence === "city" || confidence === "none";
}
