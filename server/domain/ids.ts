/**
 * Stored ids: UUID version 8 whose free bits are 48 of Unix milliseconds and 48 counted up by random steps from a random
 * beginning, the rest fixed: `tttttttt-tttt-8000-8000-rrrrrrrrrrrr`. 96 bits carry everything, so every dialect's dress
 * (32 hex, 24 hex, `dlv_…`) is reversible without an alias column.
 */
const ID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-8000-8000-[0-9a-f]{12}$/;
const HEX24_PATTERN = /^[0-9a-f]{24}$/;

/** Builds an id from a time in milliseconds and a number of 48 bits (0 … 2^48 − 1). */
export function composeId(unixMilliseconds: number, random48: number): string {
  const time = unixMilliseconds.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-8000-8000-${random48.toString(16).padStart(12, "0")}`;
}

/** Inverse of `composeId`; undefined for an id this system could not have given out. */
export function idParts(id: string): { readonly unixMilliseconds: number; readonly random48: number } | undefined {
  if (!ID_PATTERN.test(id)) return undefined;
  return {
    unixMilliseconds: Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16),
    random48: Number.parseInt(id.slice(24), 16),
  };
}

/** True for an id this system could have given out. */
export function isId(text: string): boolean {
  return ID_PATTERN.test(text);
}

/** The 24 hex digits that carry an id's information. */
export function idToHex24(id: string): string {
  return id.slice(0, 8) + id.slice(9, 13) + id.slice(24);
}

/** Inverse of `idToHex24`; undefined for anything that is not 24 hex digits. */
export function idFromHex24(hex: string): string | undefined {
  if (!HEX24_PATTERN.test(hex)) return undefined;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8000-8000-${hex.slice(12)}`;
}
