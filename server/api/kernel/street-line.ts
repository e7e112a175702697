import { normalizeAddress } from "@/server/domain/address/normalize-address";
import { sameJson } from "@/server/domain/order/merge-draft";

const LONGEST_STREET = 200;

/**
 * A street with what vendors send in a line of its own (flat, floor, gate), where the desk and the driver see it: behind
 * the street if it is then still read as the same door, else in the first form that is. A second line such as "1201 North
 * Tower" would otherwise be taken for a postcode and a town. Where no form is, it stands in brackets: geocoders may then
 * find less, but no other door.
 */
export function streetLine(
  street: string,
  second: string | undefined,
  place: { readonly postcode: string; readonly city: string },
): string {
  const unit = second?.trim();
  if (!unit || !street) return (street || unit || "").slice(0, LONGEST_STREET).trim();
  const bracketed = `${street} (${unit.replaceAll(/[,;\s]+/g, " ")})`;
  const forms = [`${street}, ${unit}`, bracketed, `${unit}, ${street}`].map((form) => cut(form));
  const door = doorOf(street, place);
  const same = forms.find((form) => sameJson(doorOf(form, place), door));
  // A number on its own there would become a street's that has none: "Bredgade (Gate 5)".
  return same ?? cut(bracketed.replaceAll(/(?<=\([^(]*)\s(?=\d)/g, "-"));
}

function doorOf(street: string, place: { readonly postcode: string; readonly city: string }) {
  const { unit: _, ...door } = normalizeAddress({ street, ...place });
  return door;
}

const cut = (line: string) => line.slice(0, LONGEST_STREET).trim();
