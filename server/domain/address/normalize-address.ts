import { foldText } from "./fold-text";
import { type HouseNumber, parseHouseNumber } from "./house-number";
import { streetKey } from "./street-key";

export interface NormalizedAddress {
  /** The street as written, without number and unit. */
  readonly street: string;
  readonly streetKey: string;
  readonly houseNumber?: HouseNumber;
  /** Floor, door, flat as written: "2. tv", "Apt 5". */
  readonly unit?: string;
  readonly postcode?: string;
  readonly cityKey?: string;
}

const NUMBER = "\\d{1,5}(?:\\s?(?:bis|ter|quater)\\b|\\s?[a-z](?![\\p{L}\\d])|[a-z]{2}(?![\\p{L}\\d]))?";
const HOUSE = `${NUMBER}(?:\\s?[-–/+]\\s?${NUMBER})?`;
const ORDINAL_FIRST = /^\d+(?:\.|st|nd|rd|th|e|er|re|eme|ème|de|ste|º|ª)(?=\s)/i;
const NUMBER_FIRST = new RegExp(`^(?:n[o°º.]{1,2}\\s*)?(${HOUSE})[\\s,]+(?=\\p{L}|\\d+(?:st|nd|rd|th)\\b)(.*)$`, "iu");
const NUMBER_AFTER = new RegExp(
  `^(.*?\\p{L}.*?)[\\s,]+(?:n[o°º.]{1,2}\\s*|nr\\.?\\s*|#\\s*)?(${HOUSE})(?![\\p{L}\\d]|\\.\\s*\\p{L})(.*)$`,
  "iu",
);
const ONLY_NUMBER = new RegExp(`^(?:n[o°º.]{1,2}\\s*|nr\\.?\\s*)?(${HOUSE})(?![\\p{L}\\d])(.*)$`, "iu");

/** Where a floor, door or flat begins; all after it belongs to it. */
const UNIT_WORDS =
  "apt|apartment|appt|appartement|app|unit|flat|suite|ste|floor|room|wohnung|whg|top|stiege|etage|esc|escalera|piso|puerta|pta|planta|bajo|bajos|atico|ático|principal|interno|int|scala|lgh|leil|leilighet|bus|bte|boîte|lok|kv|hinterhaus|vorderhaus|hh|vh|sal|kld|stuen";
const UNIT_START = new RegExp(
  `(?:^|[\\s,])((?:(?:${UNIT_WORDS})\\b\\.?|#|m\\.(?=\\s?\\d)|(?:(?:st|kl)[.,\\s]*|\\d{1,2}[.,\\s]\\s*)(?:tv|th|mf)(?!\\p{L})|(?:st|kl|\\d{1,2})[.,\\s]*(?:sal|etage|etg|floor|o\\.?g|stock)(?!\\p{L})|\\d{1,2}\\s?[ºª°]|st\\.$|\\d{1,2}\\.\\s*(?:$|\\d{1,3}$)).*)$`,
  "iu",
);
const POSTCODE_CITY = /^(?:[a-z]{1,2}-)?(\d{3}\s\d{2}|\d{4,6}(?:\s?[a-z]{2})?)\s+(\p{L}.*)$/iu;

/**
 * Takes an address line apart: "Bredgade 74B, 2. tv", "12 bis rue de la Paix", "Calle Mayor, 5, 3º B",
 * "Flat 2, 15 High Street". A postcode and town at the end of the line are used when they are not given apart.
 * Never fails: what is not understood stays in the street.
 */
export function normalizeAddress(address: { street: string; postcode?: string; city?: string }): NormalizedAddress {
  const line = splitStreetLine(address.street);
  const postcode = postcodeKey(address.postcode ?? "") || line.postcode;
  const cityKey = foldText(address.city ?? "") || (line.city && foldText(line.city));
  return {
    street: line.street,
    streetKey: streetKey(line.street),
    ...(line.houseNumber && { houseNumber: line.houseNumber }),
    ...(line.unit && { unit: line.unit }),
    ...(postcode && { postcode }),
    ...(cityKey && { cityKey }),
  };
}

/** "DK-1260", "112 34" and "SW1A 1AA" as they are compared: small, no country, no spaces. */
export function postcodeKey(postcode: string): string {
  return foldText(postcode.replace(/^\s*[a-z]{1,2}-(?=\d)/i, "")).replaceAll(" ", "");
}

interface StreetLine {
  readonly street: string;
  readonly houseNumber?: HouseNumber;
  readonly unit?: string;
  readonly postcode?: string;
  readonly city?: string;
}

function splitStreetLine(text: string): StreetLine {
  const parts = text
    .replace(/\s+/g, " ")
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part && !/^c\/o\b/i.test(part));
  const place = takePlace(parts);
  const units: string[] = [];
  while (parts.length > 1 && isUnit(parts[0]!)) units.push(parts.shift()!);

  let first = parts.shift() ?? "";
  if (parts.length > 0 && parseHouseNumber(first)) first = `${first} ${parts.shift()}`;
  let found = splitNumber(first);
  if (!found.houseNumber && parts.length > 0) {
    const next = ONLY_NUMBER.exec(parts[0]!);
    const houseNumber = next && parseHouseNumber(next[1]!);
    if (houseNumber) {
      parts.shift();
      found = { street: found.street, houseNumber, rest: next[2]!.trim() };
    }
  }
  units.push(...[found.rest, ...parts].filter(Boolean));
  const unit = units.join(", ");
  return {
    street: found.street,
    ...(found.houseNumber && { houseNumber: found.houseNumber }),
    ...(unit && { unit }),
    ...place,
  };
}

/** Removes "1260 København K" from the end of the parts, or from the end of the only one. */
function takePlace(parts: string[]): { postcode: string; city: string } | undefined {
  for (let index = parts.length - 1; index > 0; index--) {
    const match = POSTCODE_CITY.exec(parts[index]!);
    if (!match) continue;
    parts.splice(index);
    return { postcode: postcodeKey(match[1]!), city: match[2]! };
  }
  return undefined;
}

const isUnit = (part: string): boolean => UNIT_START.exec(part)?.index === 0 && !/\p{L}{4,}.*\d.*\p{L}{4,}/u.test(part);

function splitNumber(part: string): { street: string; houseNumber?: HouseNumber; rest: string } {
  const unitAt = UNIT_START.exec(part);
  const cutsOffUnit = unitAt !== null && unitAt.index > 0 && /\d/.test(part.slice(0, unitAt.index));
  const line = cutsOffUnit ? part.slice(0, unitAt.index) : part;
  const unit = cutsOffUnit ? unitAt[1]!.trim() : "";
  const after = NUMBER_AFTER.exec(line);
  const before = ORDINAL_FIRST.test(line) && after ? null : NUMBER_FIRST.exec(line);
  const [street, number, rest] = before ? [before[2]!, before[1]!, ""] : after ? after.slice(1) : [line, "", ""];
  const houseNumber = parseHouseNumber(number!);
  if (!houseNumber) return { street: line.trim(), rest: unit };
  return { street: street!.trim(), houseNumber, rest: [rest!.trim(), unit].filter(Boolean).join(" ") };
}
