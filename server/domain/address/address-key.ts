import { formatHouseNumber } from "./house-number";
import { normalizeAddress } from "./normalize-address";

/**
 * The key under which an address's pin is remembered: two spellings of one door share it, its floors and flats too. The
 * postcode tells towns apart, the town's name only where there is no postcode.
 */
export function addressKey(address: { street: string; postcode: string; city: string; country: string }): string {
  const { streetKey, houseNumber, postcode, cityKey } = normalizeAddress(address);
  const number = houseNumber ? formatHouseNumber(houseNumber).toLowerCase() : "";
  return [streetKey, number, postcode || cityKey || "", address.country.toLowerCase()].join("|");
}
