import type { SheetPlace } from "@/server/domain/plan/route-sheet";

/**
 * An address of the phone's own map application: nothing is asked of any map site until the driver taps it. Apple's
 * devices do not know `geo:`. Null when there is neither a position nor an address.
 */
export function navigationUrl(place: SheetPlace, isApple: boolean): string | null {
  const address = [place.street, place.town].filter(Boolean).join(", ");
  const point = place.position && `${place.position.lat},${place.position.lng}`;
  if (!point && !address) return null;
  if (isApple) return `maps://?daddr=${encodeURIComponent(point ?? address)}&dirflg=d`;
  if (!point) return `geo:0,0?q=${encodeURIComponent(address)}`;
  // Parentheses end the label.
  const label = (place.name || address).replaceAll(/[()]/g, " ").trim();
  return `geo:${point}?q=${point}${label ? `(${encodeURIComponent(label)})` : ""}`;
}
